import ConversationBlockDialog from 'c/conversationBlockDialog';
import type { BlockDecision } from 'c/conversationBlockDialog';
import type { ConversationView } from '#contract';
import { flushPromises, get, textOf } from 'test/dom';
import { NOT_KEPT_OUT, openView, UNKNOWN_CHANNEL } from 'test/views';

type Parameters = Partial<Pick<BlockDecision, 'reason' | 'note'> & { view: ConversationView }>;

interface Opened {
    dialog: HTMLElement;
    /** Undefined until the dialog is closed; then what it was closed with, or `cancelled`. */
    answer: () => BlockDecision | 'cancelled' | undefined;
}

async function open(parameters: Parameters = {}): Promise<Opened> {
    let answer: BlockDecision | 'cancelled' | undefined;
    void ConversationBlockDialog.open({
        label: 'Block Maria Lopez on WhatsApp?',
        size: 'small',
        view: openView(),
        ...parameters
    }).then((decision) => {
        answer = decision ?? 'cancelled';
    });
    await flushPromises();
    return { dialog: document.body.firstElementChild as HTMLElement, answer: () => answer };
}

async function enter(dialog: HTMLElement, field: 'combobox' | 'textarea', value: string): Promise<void> {
    get(dialog, `lightning-${field}`).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await flushPromises();
}

async function press(dialog: HTMLElement, label: 'Block' | 'Cancel', times = 1): Promise<void> {
    const buttons = Array.from(dialog.shadowRoot?.querySelectorAll('lightning-button') ?? []);
    const button = buttons.find((candidate) => (candidate as unknown as { label: string }).label === label);
    for (let pressed = 0; pressed < times; pressed += 1) {
        (button as HTMLElement).click();
    }
    await flushPromises();
}

describe('c-conversation-block-dialog', () => {
    it('does not promise to keep messages out of an org where GoTallo still sends them', async () => {
        const { dialog } = await open({ view: openView(NOT_KEPT_OUT) });

        expect(textOf(dialog)).toContain(
            'GoTallo still sends messages of blocked conversations to this Salesforce org.'
        );
        expect(textOf(dialog)).not.toContain('We stop their new messages');
        await expect(dialog).toBeAccessible();
    });

    it('asks about the person and says what a block means on the channel', async () => {
        const { dialog } = await open();
        const text = textOf(dialog);

        expect(get<HTMLElement & { label: string }>(dialog, 'lightning-modal-header').label).toBe(
            'Block Maria Lopez on WhatsApp?'
        );
        expect(text).toContain('We stop their new messages from entering Salesforce.');
        expect(text).toContain('They can still write on WhatsApp');
        expect(text).toContain('stay visible in the chat window');
        expect(text).toContain('You can unblock at any time.');
        expect(text).not.toContain('cannot block people');
        await expect(dialog).toBeAccessible();
    });

    it('says what a block means when the channel is not known', async () => {
        const { dialog } = await open({ view: openView({ channel: UNKNOWN_CHANNEL }) });
        expect(textOf(dialog)).toContain('They can still write, and their messages');
        await expect(dialog).toBeAccessible();
    });

    it('has the reason as first and the red button as last thing to reach by keyboard', async () => {
        const { dialog } = await open();
        const tags = Array.from(
            dialog.shadowRoot?.querySelectorAll('lightning-combobox, lightning-textarea, lightning-button') ?? [],
            (element) => `${element.localName} ${(element as unknown as { variant?: string }).variant ?? ''}`.trim()
        );
        expect(tags).toEqual([
            'lightning-combobox',
            'lightning-textarea',
            'lightning-button',
            'lightning-button destructive'
        ]);
    });

    it('does not block without a reason, says so and moves to the field', async () => {
        const { dialog, answer } = await open();

        await press(dialog, 'Block');

        expect(answer()).toBeUndefined();
        expect(textOf(dialog)).toContain('Choose a reason.');
        expect(dialog.shadowRoot?.activeElement?.localName).toBe('lightning-combobox');
        await expect(dialog).toBeAccessible();
    });

    it('answers with reason and note, without the spaces around the note', async () => {
        const { dialog, answer } = await open();

        await enter(dialog, 'combobox', 'Fraud');
        await enter(dialog, 'textarea', '  Asks for <b>card</b> numbers\n');
        await press(dialog, 'Block');

        expect(answer()).toEqual({ reason: 'Fraud', note: 'Asks for <b>card</b> numbers' });
    });

    it.each(['', '   '])('answers without a note when it is "%s"', async (note) => {
        const { dialog, answer } = await open();

        await enter(dialog, 'combobox', 'Spam');
        await enter(dialog, 'textarea', note);
        await press(dialog, 'Block');

        expect(answer()).toEqual({ reason: 'Spam', note: null });
    });

    it('answers once when Block is clicked twice', async () => {
        const { dialog } = await open({ reason: 'Spam' });
        const onClosed = jest.fn();
        dialog.addEventListener('closed', onClosed);

        await press(dialog, 'Block', 2);

        expect(onClosed).toHaveBeenCalledTimes(1);
    });

    it('starts with an earlier reason and note', async () => {
        const { dialog, answer } = await open({ reason: 'Abuse', note: 'Insults' });
        expect(get<HTMLElement & { value: string }>(dialog, 'lightning-combobox').value).toBe('Abuse');
        expect(get<HTMLElement & { value: string }>(dialog, 'lightning-textarea').value).toBe('Insults');

        await press(dialog, 'Block');

        expect(answer()).toEqual({ reason: 'Abuse', note: 'Insults' });
    });

    it('answers nothing when cancelled, whatever was entered', async () => {
        const { dialog, answer } = await open();

        await enter(dialog, 'combobox', 'Spam');
        await press(dialog, 'Cancel');

        expect(answer()).toBe('cancelled');
    });

    it('takes at most 2,000 characters and counts down', async () => {
        const { dialog } = await open();
        expect(get<HTMLElement & { maxLength: number }>(dialog, 'lightning-textarea').maxLength).toBe(2000);
        expect(textOf(dialog)).toContain('2000 characters left');

        await enter(dialog, 'textarea', 'x'.repeat(1990));

        expect(textOf(dialog)).toContain('10 characters left');
    });
});
