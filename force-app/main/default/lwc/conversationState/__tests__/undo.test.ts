import type { ConversationView, UndoView } from '#contract';
import ConversationState from 'c/conversationState';
import { createComponent, find, get, textOf } from 'test/dom';
import { blockedView, openView } from 'test/views';

interface StateElement extends HTMLElement {
    view: ConversationView;
    busy: boolean;
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

function draw(view: ConversationView = BLOCKED, changes: Partial<StateElement> = {}): Promise<StateElement> {
    const properties = { view, undoUntil: NOW + 10_000, ...changes };
    return createComponent<StateElement>('c-conversation-state', ConversationState, properties);
}

function actsOf(element: HTMLElement): string[] {
    const acts: string[] = [];
    element.addEventListener('act', (event) => acts.push((event as CustomEvent<string>).detail));
    return acts;
}

function endsOf(element: HTMLElement): string[] {
    const ends: string[] = [];
    element.addEventListener('undoover', ({ type }) => ends.push(type));
    return ends;
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

describe('c-conversation-state: Undo', () => {
    it('says what was done, and offers to take it back', async () => {
        const element = await draw();
        const acts = actsOf(element);

        get(element, BUTTON).click();

        expect(textOf(get(element, '.undo'))).toBe('Blocked just now. Undo 10s');
        expect(get<HTMLElement & { ariaLabel: string }>(element, BUTTON).ariaLabel).toBe(
            'Undo: Maria Lopez on WhatsApp'
        );
        expect(acts).toEqual(['undo']);
    });

    it.each<[UndoView['kind'], string]>([
        ['block', 'Blocked just now. Undo 10s'],
        ['unblock', 'Unblocked just now. Undo 10s']
    ])('says it instead of what the state means, after %s', async (kind, words) => {
        const element = await draw(openView({ asOf: null, undo: { ...UNDO, kind } }));
        expect(textOf(element)).toBe(`Maria Lopez · WhatsApp Open ${words}`);
    });

    it.each([
        [999, '10s'],
        [1_000, '9s'],
        [9_999, '1s']
    ])('counts down for the eyes only: after %d ms, %s', async (milliseconds, left) => {
        const element = await draw();
        await passTime(milliseconds);
        expect(get(element, '.undo [aria-hidden="true"]').textContent).toBe(left);
    });

    it('counts no more when it has left the page', async () => {
        const element = await draw();
        element.remove();
        expect(jest.getTimerCount()).toBe(0);
    });

    it.each<[string, ConversationView, number | null]>([
        ['there is nothing to take back', blockedView({ actions: [] }), null],
        ['its time is over', BLOCKED, NOW - 1],
        ['the view says nothing of it anymore', blockedView({ actions: [] }), NOW + 10_000]
    ])('is not there when %s', async (_why, view, undoUntil) => {
        const element = await draw(view, { undoUntil });
        await passTime(1_000);
        expect(find(element, BUTTON)).toBeNull();
    });

    it('is gone when its time is over, and not before', async () => {
        const element = await draw();
        const ends = endsOf(element);
        await passTime(9_900);
        expect(textOf(element)).toContain('Undo');
        expect(ends).toEqual([]);
        await passTime(200);
        expect(find(element, BUTTON)).toBeNull();
        expect(ends).toEqual(['undoover']);
        await passTime(60_000);
        expect(ends).toEqual(['undoover']);
    });

    it('stays as long as it has focus', async () => {
        const element = await draw();
        const ends = endsOf(element);
        get(element, BUTTON).focus();
        await passTime(60_000);
        expect(textOf(get(element, '.undo'))).toBe('Blocked just now. Undo');
        expect(ends).toEqual([]);

        await blur(element);

        expect(find(element, BUTTON)).toBeNull();
        expect(ends).toEqual(['undoover']);
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

    it('takes the second click of a double one for what stood there before', async () => {
        const element = await draw();
        const acts = actsOf(element);
        get(element, BUTTON).dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
        expect(acts).toEqual([]);
    });

    it('keeps its place when its time is over and when it was pressed', async () => {
        jest.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue({ height: 32 } as DOMRect);
        const element = await draw();
        const place = () => get(element, '.lines').style.minBlockSize || get(element, '.lines').getAttribute('style');
        expect(place()).toBeFalsy();
        await passTime(20_000);
        expect(find(element, BUTTON)).toBeNull();
        expect(place()).toContain('32px');

        element.undoUntil = NOW + 30_000;
        await passTime(0);
        expect(find(element, BUTTON)).not.toBeNull();
        Object.assign(element, { view: blockedView({ actions: [] }), undoUntil: null });
        await passTime(0);
        expect(find(element, BUTTON)).toBeNull();
        expect(place()).toContain('32px');
    });

    it('comes back for the next change', async () => {
        const element = await draw();
        await passTime(20_000);
        element.undoUntil = NOW + 30_000;
        await passTime(0);
        expect(textOf(element)).toContain('Undo');
    });

    it('is dead while a call is under way', async () => {
        const element = await draw(BLOCKED, { busy: true });
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
