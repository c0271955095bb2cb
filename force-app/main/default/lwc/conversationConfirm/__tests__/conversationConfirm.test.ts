import ConversationConfirm from 'c/conversationConfirm';
import { exactTime } from 'c/conversationLabels';
import type { BlockView, ConversationView } from '#contract';
import { createComponent, find, flushPromises, get, textOf } from 'test/dom';
import type { FieldElement } from 'test/form';
import { blockedView, blockView } from 'test/views';

interface Asked {
    element: HTMLElement;
    /** The events that it fired, in their order. */
    answers: string[];
}

async function ask(changes: Partial<BlockView> = {}, view?: ConversationView): Promise<Asked> {
    const element = await createComponent<{ view: ConversationView }>('c-conversation-confirm', ConversationConfirm, {
        view: view ?? blockedView({ block: blockView(changes) })
    });
    const answers: string[] = [];
    ['confirm', 'cancel'].forEach((name) => element.addEventListener(name, () => answers.push(name)));
    return { element, answers };
}

function press(element: HTMLElement, key: string): KeyboardEvent {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true });
    get(element, 'lightning-button').dispatchEvent(event);
    return event;
}

describe('c-conversation-confirm', () => {
    it('leaves all as it is with the first button, which takes focus', async () => {
        const { element, answers } = await ask();
        element.focus();
        const keep = element.shadowRoot?.activeElement as HTMLElement & { label: string };
        expect(keep).toBe(get(element, 'lightning-button'));
        expect(keep.label).toBe('Keep blocked');

        keep.click();

        expect(answers).toEqual(['cancel']);
    });

    it('leaves all as it is with Escape, which goes no further', async () => {
        const { element, answers } = await ask();
        const onOutside = jest.fn();
        document.body.addEventListener('keydown', onOutside, { once: true });

        press(element, 'Escape');

        expect(answers).toEqual(['cancel']);
        expect(onOutside).not.toHaveBeenCalled();
        document.body.removeEventListener('keydown', onOutside);
    });

    it.each(['Enter', 'a', 'Tab'])('answers nothing with %s by itself', async (key) => {
        const { element, answers } = await ask();
        press(element, key);
        expect(answers).toEqual([]);
    });

    it('unblocks with the second button only', async () => {
        const { element, answers } = await ask();
        const unblock = get<HTMLElement & { label: string }>(element, '.yes');
        expect(unblock.label).toBe('Unblock');

        unblock.click();

        expect(answers).toEqual(['confirm']);
    });

    it('cannot unblock while the card is at work, only leave all as it is', async () => {
        const { element, answers } = await ask();
        const unblock = get<HTMLElement & { disabled: boolean }>(element, '.yes');
        Object.assign(element, { busy: true });
        await flushPromises();
        expect(unblock.disabled).toBe(true);
        await expect(element).toBeAccessible();
        get(element, 'lightning-button').click();
        expect(answers).toEqual(['cancel']);

        Object.assign(element, { busy: false });
        await flushPromises();
        expect(unblock.disabled).toBe(false);
    });

    it('leaves focus where it is when something changes', async () => {
        const { element } = await ask();
        get(element, '.yes').focus();

        (element as HTMLElement & { view: ConversationView }).view = blockedView({ customer: { name: 'Maria L.' } });
        await Promise.resolve();

        expect(textOf(element)).toContain('Unblock Maria L. on WhatsApp?');
        expect(element.shadowRoot?.activeElement).toBe(get(element, '.yes'));
    });

    it('says whose block it is, since when, and why', async () => {
        const { element } = await ask();
        const text = textOf(element);

        expect(text).toContain('Unblock Maria Lopez on WhatsApp?');
        expect(text).toContain('Blocked by Ana Silva');
        expect(text).toContain('Reason Spam');
        expect(text).toContain('Note Sends crypto links every hour');
        expect(text).toContain(`(${exactTime('2025-11-22T14:03:00.000Z', Date.now())})`.replace(/\s/g, ' '));
        expect(text).toContain('Duration Until unblocked');
        await expect(element).toBeAccessible();
    });

    it('does not say blocked of what was only asked for', async () => {
        const { element } = await ask({ state: 'pending' });
        expect(textOf(element)).not.toContain('Blocked by');
        expect(textOf(element)).toContain('Ana Silva');
        await expect(element).toBeAccessible();
    });

    it('leaves out what is not there', async () => {
        const { element } = await ask({ reason: null, note: null });
        expect(textOf(element)).not.toContain('Reason');
        expect(textOf(element)).not.toContain('Note');
        await expect(element).toBeAccessible();
    });

    it('shows names, reasons and notes with markup as text', async () => {
        const markup = '<img src=x onerror=alert(1)>';
        const { element } = await ask({ by: { id: '005', name: markup }, reason: markup, note: markup });
        expect(textOf(element).split(markup)).toHaveLength(5);
        expect(find(element, 'img')).toBeNull();
    });

    it('still asks when the block ended meanwhile', async () => {
        const { element } = await ask({}, blockedView({ block: null }));
        expect(textOf(element)).toContain('Unblock Maria Lopez on WhatsApp?');
        await expect(element).toBeAccessible();
    });
});

describe('c-conversation-confirm: a word to the colleague', () => {
    const DANA = { id: '005000000000004AAA', name: 'Dana Fox' };

    async function askAboutDana(note: string | null = null) {
        const asked = await ask({ by: DANA });
        Object.assign(asked.element, { draft: { note } });
        const typed: string[] = [];
        asked.element.addEventListener('typed', (event) =>
            typed.push((event as CustomEvent<{ note: string }>).detail.note)
        );
        await flushPromises();
        return { ...asked, typed, field: get<FieldElement>(asked.element, 'lightning-textarea') };
    }

    function type(field: HTMLElement, value: string): void {
        field.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    }

    function pressIn(field: HTMLElement, key: string, init: KeyboardEventInit = {}): void {
        field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, ...init }));
    }

    it('can be left where a colleague has blocked, and tells what is typed', async () => {
        const { element, field, typed, answers } = await askAboutDana();
        expect(field.label).toBe('A word for Dana Fox (optional)');
        type(field, 'A known customer');
        expect(typed).toEqual(['A known customer']);
        expect(answers).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it('shows what was typed before', async () => {
        expect((await askAboutDana('A known customer')).field.value).toBe('A known customer');
    });

    it('is not asked for of the agent who has blocked', async () => {
        expect(find((await ask()).element, 'lightning-textarea')).toBeNull();
    });

    it('is not asked for where no block of ours is ended', async () => {
        const { element } = await ask({}, blockedView({ block: null }));
        expect(find(element, 'lightning-textarea')).toBeNull();
    });

    it('is not asked for where something else is asked', async () => {
        const { element } = await ask({ by: DANA });
        Object.assign(element, { task: { kind: 'state', command: { state: 'OPEN' } } });
        await flushPromises();
        expect(find(element, 'lightning-textarea')).toBeNull();
    });

    it.each([{ ctrlKey: true }, { metaKey: true }])('is sent with Enter and %o', async (held) => {
        const { field, answers } = await askAboutDana('A known customer');
        pressIn(field, 'Enter', held);
        expect(answers).toEqual(['confirm']);
    });

    it.each([
        ['Enter alone', 'Enter', {}],
        ['Ctrl+Enter while letters are composed', 'Enter', { ctrlKey: true, isComposing: true }],
        ['Escape while letters are composed', 'Escape', { isComposing: true }]
    ])('answers nothing with %s', async (_, key, init) => {
        const { field, answers } = await askAboutDana('A known customer');
        pressIn(field, key, init);
        expect(answers).toEqual([]);
    });

    it('answers nothing with Ctrl+Enter on a button, which has a meaning of its own', async () => {
        const { element, answers } = await askAboutDana();
        pressIn(get(element, 'lightning-button'), 'Enter', { ctrlKey: true });
        expect(answers).toEqual([]);
    });

    it('is not sent while the card is at work', async () => {
        const { element, field, answers } = await askAboutDana('A known customer');
        Object.assign(element, { busy: true });
        await flushPromises();
        pressIn(field, 'Enter', { ctrlKey: true });
        expect(answers).toEqual([]);
    });

    it('is said to be too long at once, and not sent until it is shorter', async () => {
        const { element, field, answers } = await askAboutDana('x'.repeat(2001));
        type(field, 'x'.repeat(2001));
        await flushPromises();
        expect(textOf(element)).toContain('Too long by 1');
        get(element, '.yes').click();
        expect(answers).toEqual([]);
        expect(element.shadowRoot?.activeElement).toBe(field);
        await expect(element).toBeAccessible();

        type(field, 'x'.repeat(2000));
        Object.assign(element, { draft: { note: 'x'.repeat(2000) } });
        await flushPromises();
        expect(textOf(element)).not.toContain('Too long');
        get(element, '.yes').click();
        expect(answers).toEqual(['confirm']);
    });
});
