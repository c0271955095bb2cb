import type { ConversationView, UndoView } from '#contract';
import ConversationActions from 'c/conversationActions';
import { createComponent, find, get, textOf } from 'test/dom';
import { blockedView, openView } from 'test/views';

interface ActionsElement extends HTMLElement {
    view: ConversationView;
    busy: string | null;
    undoUntil: number | null;
}

const NOW = Date.parse('2025-11-22T14:05:00.000Z');
const UNDO: UndoView = {
    operationId: '9a7e0c1e-0000-4000-8000-000000000001',
    kind: 'block',
    state: 'OPEN',
    expiresAt: '2025-11-22T14:05:10.000Z'
};
const BUTTON = '[data-action="undo"]';
const BLOCKED = blockedView({ undo: UNDO, actions: [] });

function draw(view: ConversationView = BLOCKED, changes: Partial<ActionsElement> = {}): Promise<ActionsElement> {
    const properties = { view, undoUntil: NOW + 10_000, ...changes };
    return createComponent<ActionsElement>('c-conversation-actions', ConversationActions, properties);
}

function actsOf(element: HTMLElement): string[] {
    const acts: string[] = [];
    element.addEventListener('act', (event) => acts.push((event as CustomEvent<string>).detail));
    return acts;
}

async function passTime(milliseconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(milliseconds);
}

async function blur(element: HTMLElement): Promise<void> {
    (get(element, BUTTON).shadowRoot?.activeElement as HTMLElement).blur();
    await passTime(0);
}

beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
});

afterEach(() => {
    jest.useRealTimers();
});

describe('c-conversation-actions: Undo', () => {
    it('says what was done, and offers to take it back', async () => {
        const element = await draw();
        const acts = actsOf(element);

        get(element, BUTTON).click();

        expect(textOf(element)).toBe('Blocked just now. Undo');
        expect(get<HTMLElement & { ariaLabel: string }>(element, BUTTON).ariaLabel).toBe(
            'Undo: Maria Lopez on WhatsApp'
        );
        expect(acts).toEqual(['undo']);
    });

    it('stands before all other buttons', async () => {
        const element = await draw(openView({ undo: { ...UNDO, kind: 'unblock' }, actions: ['block', 'close'] }));
        expect(textOf(element)).toBe('Unblocked just now. Undo Close Block');
    });

    it.each<[string, ConversationView, number | null]>([
        ['there is nothing to take back', blockedView({ actions: [] }), null],
        ['its time is over', BLOCKED, NOW - 1],
        ['the view says nothing of it anymore', blockedView({ actions: [] }), NOW + 10_000]
    ])('is not there when %s', async (_why, view, undoUntil) => {
        expect(find(await draw(view, { undoUntil }), BUTTON)).toBeNull();
    });

    it('is gone when its time is over, and not before', async () => {
        const element = await draw();
        await passTime(9_900);
        expect(textOf(element)).toContain('Undo');
        await passTime(200);
        expect(textOf(element)).toBe('');
    });

    it('stays as long as it has focus', async () => {
        const element = await draw();
        get(element, BUTTON).focus();
        await passTime(60_000);
        expect(textOf(element)).toContain('Undo');

        await blur(element);

        expect(textOf(element)).toBe('');
    });

    it('does not leave because focus left it in time', async () => {
        const element = await draw();
        get(element, BUTTON).focus();
        await blur(element);
        expect(textOf(element)).toContain('Undo');
    });

    it('takes no focus by itself', async () => {
        await draw();
        expect(document.activeElement).toBe(document.body);
    });

    it('gives focus to no other button when it was pressed and is gone', async () => {
        const element = await draw();
        const view = openView({ actions: ['close', 'block'] });
        Object.assign(element, { view, undoUntil: null, pressed: 'undo' });
        await passTime(0);

        element.focus();

        expect(element.shadowRoot?.activeElement ?? null).toBeNull();
    });

    it('keeps its place, empty, when its time is over and when it was pressed', async () => {
        jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({
            width: 200,
            height: 32
        } as DOMRect);
        const element = await draw();
        const place = () => find(element, 'div.undo')?.getAttribute('style');
        expect(place()).toBeUndefined();
        await passTime(20_000);
        expect(find(element, BUTTON)).toBeNull();
        expect(place()).toBe('inline-size: 200px; block-size: 32px');

        element.undoUntil = NOW + 30_000;
        await passTime(0);
        expect(find(element, BUTTON)).not.toBeNull();
        expect(place()).toBeUndefined();
        Object.assign(element, { view: blockedView({ actions: [] }), undoUntil: null });
        await passTime(0);
        expect(place()).toBe('inline-size: 200px; block-size: 32px');
        expect(textOf(element)).toBe('');
    });

    it('comes back for the next change', async () => {
        const element = await draw();
        await passTime(20_000);
        element.undoUntil = NOW + 30_000;
        await passTime(0);
        expect(textOf(element)).toContain('Undo');
    });

    it('is dead while a call is under way', async () => {
        const element = await draw(BLOCKED, { busy: 'change' });
        const acts = actsOf(element);
        get(element, BUTTON).click();
        expect(acts).toEqual([]);
    });

    it.each<[string, ConversationView]>([
        ['after a block', blockedView({ undo: UNDO })],
        ['after an unblock', openView({ undo: { ...UNDO, kind: 'unblock' }, actions: ['close'] })]
    ])('is accessible %s', async (_when, view) => {
        jest.useRealTimers();
        await expect(await draw(view, { undoUntil: Date.now() + 60_000 })).toBeAccessible();
    });
});
