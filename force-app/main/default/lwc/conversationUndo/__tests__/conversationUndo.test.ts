import type { ConversationView, UndoView } from '#contract';
import ConversationUndo from 'c/conversationUndo';
import { createComponent, find, get, textOf } from 'test/dom';
import { blockedView, openView } from 'test/views';

interface UndoElement extends HTMLElement {
    view: ConversationView;
    endsAt: number;
    busy: boolean;
}

const NOW = Date.parse('2025-11-22T14:05:00.000Z');
const UNDO: UndoView = {
    operationId: '9a7e0c1e-0000-4000-8000-000000000001',
    kind: 'block',
    state: 'OPEN',
    expiresAt: '2025-11-22T14:05:10.000Z'
};

function draw(view: ConversationView, changes: Partial<UndoElement> = {}): Promise<UndoElement> {
    return createComponent<UndoElement>('c-conversation-undo', ConversationUndo, {
        view,
        endsAt: NOW + 10_000,
        ...changes
    });
}

function actsOf(element: HTMLElement): string[] {
    const acts: string[] = [];
    element.addEventListener('act', (event) => acts.push((event as CustomEvent<string>).detail));
    return acts;
}

async function passTime(milliseconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
}

beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
});

afterEach(() => {
    jest.useRealTimers();
});

describe('c-conversation-undo', () => {
    it('says what was done, and offers to take it back', async () => {
        const element = await draw(blockedView({ undo: UNDO }));
        const acts = actsOf(element);

        get(element, '[data-action="undo"]').click();

        expect(textOf(element)).toBe('Blocked just now. Undo');
        expect(get<HTMLElement & { ariaLabel: string }>(element, '[data-action="undo"]').ariaLabel).toBe(
            'Undo: Maria Lopez on WhatsApp'
        );
        expect(acts).toEqual(['undo']);
    });

    it('offers Close at once after an unblock', async () => {
        const element = await draw(openView({ undo: { ...UNDO, kind: 'unblock' }, actions: ['block', 'close'] }));
        const acts = actsOf(element);

        get(element, '[data-action="close"]').click();

        expect(textOf(element)).toBe('Unblocked just now. Undo Close');
        expect(acts).toEqual(['close']);
    });

    it.each<[string, ConversationView]>([
        ['after a block', blockedView({ undo: UNDO, actions: ['unblock', 'close'] })],
        ['where it is not legal', openView({ undo: { ...UNDO, kind: 'unblock' }, actions: ['block'] })]
    ])('offers no Close %s', async (_why, view) => {
        expect(find(await draw(view), '[data-action="close"]')).toBeNull();
    });

    it('is gone when its time is over, and not before', async () => {
        const element = await draw(blockedView({ undo: UNDO }));
        await passTime(9_900);
        expect(textOf(element)).toContain('Undo');
        await passTime(200);
        expect(textOf(element)).toBe('');
    });

    it('stays as long as it has focus', async () => {
        const element = await draw(blockedView({ undo: UNDO }));
        get(element, '[data-action="undo"]').focus();
        await passTime(60_000);
        expect(textOf(element)).toContain('Undo');

        (get(element, '[data-action="undo"]').shadowRoot?.activeElement as HTMLElement).blur();
        await passTime(0);

        expect(textOf(element)).toBe('');
    });

    it('does not leave because focus left it in time', async () => {
        const element = await draw(blockedView({ undo: UNDO }));
        get(element, '[data-action="undo"]').focus();
        (get(element, '[data-action="undo"]').shadowRoot?.activeElement as HTMLElement).blur();
        await passTime(0);
        expect(textOf(element)).toContain('Undo');
    });

    it('stays while focus goes from one of its buttons to the other', async () => {
        const element = await draw(openView({ undo: { ...UNDO, kind: 'unblock' }, actions: ['close'] }));
        get(element, '[data-action="undo"]').focus();
        await passTime(60_000);
        get(element, '[data-action="close"]').focus();
        await passTime(0);
        expect(textOf(element)).toContain('Close');
    });

    it('takes no focus by itself', async () => {
        await draw(blockedView({ undo: UNDO }));
        expect(document.activeElement).toBe(document.body);
    });

    it('comes back for the next change', async () => {
        const element = await draw(blockedView({ undo: UNDO }));
        await passTime(20_000);
        element.endsAt = NOW + 30_000;
        await passTime(0);
        expect(textOf(element)).toContain('Undo');
    });

    it('is dead while a call is under way', async () => {
        const element = await draw(blockedView({ undo: UNDO }), { busy: true });
        const acts = actsOf(element);
        get(element, '[data-action="undo"]').click();
        expect(acts).toEqual([]);
    });

    it.each<[string, ConversationView]>([
        ['after a block', blockedView({ undo: UNDO })],
        ['after an unblock', openView({ undo: { ...UNDO, kind: 'unblock' }, actions: ['close'] })]
    ])('is accessible %s', async (_when, view) => {
        jest.useRealTimers();
        await expect(await draw(view, { endsAt: Date.now() + 60_000 })).toBeAccessible();
    });
});
