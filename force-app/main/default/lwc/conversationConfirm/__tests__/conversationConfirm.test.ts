import ConversationConfirm from 'c/conversationConfirm';
import { exactTime } from 'c/conversationLabels';
import type { BlockView, ConversationView } from '#contract';
import { createComponent, find, flushPromises, get, textOf } from 'test/dom';
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
        expect(textOf(element).split(markup)).toHaveLength(4);
        expect(find(element, 'img')).toBeNull();
    });

    it('still asks when the block ended meanwhile', async () => {
        const { element } = await ask({}, blockedView({ block: null }));
        expect(textOf(element)).toContain('Unblock Maria Lopez on WhatsApp?');
        await expect(element).toBeAccessible();
    });
});
