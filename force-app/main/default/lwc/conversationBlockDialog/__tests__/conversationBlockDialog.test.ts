import ConversationBlockDialog from 'c/conversationBlockDialog';
import type { BlockDecision, Tell } from 'c/conversationBlockDialog';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import { find, flushPromises, get, textOf } from 'test/dom';
import { buttonOf, cancelForm, enter, fieldOf, submit } from 'test/form';
import { blockedView, openView } from 'test/views';

type DialogParameters = Partial<Parameters<typeof ConversationBlockDialog.open>[0]>;

interface Opened {
    dialog: HTMLElement;
    form: HTMLElement;
    /** Undefined until the dialog is closed; then what it was closed with, or `cancelled`. */
    answer: () => BlockDecision | 'cancelled' | undefined;
}

async function open(parameters: DialogParameters = {}): Promise<Opened> {
    let answer: BlockDecision | 'cancelled' | undefined;
    void ConversationBlockDialog.open({
        label: 'Block Maria Lopez on WhatsApp?',
        size: 'small',
        view: openView(),
        settings: DEFAULT_SETTINGS,
        ...parameters
    }).then((decision) => {
        answer = decision ?? 'cancelled';
    });
    await flushPromises();
    const dialog = document.body.lastElementChild as HTMLElement;
    return { dialog, form: get(dialog, 'c-conversation-block-form'), answer: () => answer };
}

describe('c-conversation-block-dialog', () => {
    it('does not close while something is missing', async () => {
        const { dialog, form, answer } = await open();

        await submit(form);

        expect(answer()).toBeUndefined();
        expect(dialog.isConnected).toBe(true);
        expect(textOf(form)).toContain('Choose a reason.');
        await expect(dialog).toBeAccessible();
    });

    it('answers nothing when cancelled, whatever was entered', async () => {
        const { form, answer } = await open();
        await enter(form, 'reason', 'Spam');

        await cancelForm(form);

        expect(answer()).toBe('cancelled');
    });

    it('tells what is entered, so that it can be kept however the dialog is closed', async () => {
        const ontyped = jest.fn();
        const { form } = await open({ ontyped });
        await enter(form, 'note', 'Insults');
        expect(ontyped.mock.lastCall?.[0]).toMatchObject({ detail: { note: 'Insults' } });
    });

    it('says at once what happened meanwhile, and is dead for as long as nothing can be submitted', async () => {
        let tell: Tell | undefined;
        const { dialog, form, answer } = await open({
            draft: { reason: 'Spam', note: 'Long thoughts' },
            onshown: ({ detail }) => {
                tell = detail;
            }
        });
        expect(find(dialog, '[role="alert"]')).toBeNull();

        tell?.({ notice: 'This is not possible anymore.', isPossible: false });
        await flushPromises();

        expect(textOf(get(dialog, '[role="alert"]'))).toBe('This is not possible anymore.');
        expect(buttonOf(form, '.confirm')).toMatchObject({ disabled: true });
        expect(fieldOf(form, 'note')?.value).toBe('Long thoughts');
        await expect(dialog).toBeAccessible();
        await submit(form);
        expect(answer()).toBeUndefined();

        tell?.({ notice: null, isPossible: true });
        await flushPromises();
        await submit(form);
        expect(answer()).toMatchObject({ reason: 'Spam', note: 'Long thoughts' });
    });

    it('draws the buttons in its footer, where they stay in sight', async () => {
        const { dialog } = await open();
        const buttons = dialog.shadowRoot?.querySelectorAll<HTMLElement & { label: string; variant: string }>(
            'lightning-modal-footer lightning-button'
        );
        expect(Array.from(buttons ?? [], ({ label, variant }) => [label, variant])).toEqual([
            ['Cancel', undefined],
            ['Block', 'destructive']
        ]);
        const change = await open({ view: blockedView(), mode: 'change' });
        expect(buttonOf(change.form, '.confirm')).toMatchObject({ label: 'Save', variant: 'brand' });
    });

    it('answers once when Block is clicked twice', async () => {
        const { dialog, form } = await open({ draft: { reason: 'Spam' } });
        const onClosed = jest.fn();
        dialog.addEventListener('closed', onClosed);

        await submit(form, 2);

        expect(onClosed).toHaveBeenCalledTimes(1);
    });

    it('asks the question as title, and not once more in the form', async () => {
        const { dialog, form } = await open();

        expect(get<HTMLElement & { label: string }>(dialog, 'lightning-modal-header').label).toBe(
            'Block Maria Lopez on WhatsApp?'
        );
        expect(find(form, 'h3')).toBeNull();
        await expect(dialog).toBeAccessible();
    });

    it('answers with what the agent decided', async () => {
        const { form, answer } = await open();

        await enter(form, 'reason', 'Fraud');
        await enter(form, 'note', 'Asks for card numbers');
        await submit(form);

        expect(answer()).toEqual({ reason: 'Fraud', note: 'Asks for card numbers', until: null, duration: 'none' });
    });

    it('starts with an earlier try, under the settings of the admin', async () => {
        const { form, answer } = await open({
            draft: { reason: 'Abuse', note: 'Insults', until: null, duration: 'none' },
            settings: { ...DEFAULT_SETTINGS, reasons: ['Abuse', 'Wrong number'] }
        });
        expect(fieldOf(form, 'reason')?.options.map(({ value }) => value)).toEqual(['Abuse', 'Wrong number']);

        await submit(form);

        expect(answer()).toEqual({ reason: 'Abuse', note: 'Insults', until: null, duration: 'none' });
    });

    it('changes an open block', async () => {
        const { form, answer } = await open({ view: blockedView(), mode: 'change' });
        await submit(form);
        expect(answer()).toMatchObject({ reason: 'Spam', note: 'Sends crypto links every hour', duration: 'same' });
    });

    it('tells when it has left the page', async () => {
        const ongone = jest.fn();
        const { form } = await open({ ongone });
        expect(ongone).not.toHaveBeenCalled();

        await cancelForm(form);

        expect(ongone).toHaveBeenCalledTimes(1);
    });
});
