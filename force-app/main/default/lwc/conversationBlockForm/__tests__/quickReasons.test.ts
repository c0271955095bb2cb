import ConversationBlockForm from 'c/conversationBlockForm';
import type { BlockDecision, BlockMode } from 'c/conversationBlockForm';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import { createComponent, find, flushPromises, get, textOf } from 'test/dom';
import { enter } from 'test/form';
import { blockedView, openView } from 'test/views';

interface FormElement extends HTMLElement {
    settings: Settings;
    mode: BlockMode;
    inDialog: boolean;
    busy: boolean;
}

const NOW = Date.parse('2025-11-22T14:05:00.000Z');

async function open(changes: Partial<Settings> = {}, properties: Partial<FormElement> = {}) {
    const form = await createComponent<FormElement & { view: object }>(
        'c-conversation-block-form',
        ConversationBlockForm,
        {
            view: properties.mode === 'change' ? blockedView() : openView(),
            settings: { ...DEFAULT_SETTINGS, ...changes },
            ...properties
        }
    );
    const decisions: BlockDecision[] = [];
    form.addEventListener('submit', (event) => decisions.push((event as unknown as CustomEvent<BlockDecision>).detail));
    return { form, decisions };
}

function reasonsOf(form: HTMLElement): string[] {
    const buttons =
        form.shadowRoot?.querySelectorAll<HTMLElement & { label: string }>('.reasons lightning-button') ?? [];
    return Array.from(buttons, ({ label }) => label);
}

async function press(form: HTMLElement, reason: string, detail = 1): Promise<void> {
    const click = new MouseEvent('click', { detail, bubbles: true });
    get(form, `[data-reason="${reason}"]`).dispatchEvent(click);
    await flushPromises();
}

describe('c-conversation-block-form: the reasons as buttons', () => {
    beforeEach(() => {
        jest.spyOn(Date, 'now').mockReturnValue(NOW);
    });

    it('stand first, below what a block does here', async () => {
        const { form } = await open({ reasons: ['Spam', 'Fraud'] });
        expect(reasonsOf(form)).toEqual(['Spam', 'Fraud']);
        expect(textOf(form)).toMatch(/^Keep Maria Lopez out of Salesforce\? We stop .* Spam Fraud/);
        await expect(form).toBeAccessible();
    });

    it('decide at once, for the preset length, with a note that was typed', async () => {
        const { form, decisions } = await open({ presetDuration: '1d' });
        await enter(form, 'note', 'Seen twice');
        await press(form, 'Fraud');
        expect(decisions).toEqual([
            { reason: 'Fraud', note: 'Seen twice', until: '2025-11-23T14:05:00.000Z', duration: '1d' }
        ]);
    });

    it('begin with Block where no reason is required', async () => {
        const { form, decisions } = await open({ reasons: ['Spam'], requireReason: false });
        expect(reasonsOf(form)).toEqual(['Block', 'Spam']);
        await press(form, '');
        expect(decisions).toMatchObject([{ reason: null }]);
    });

    it('take the second click of a double one for the button that opened the form', async () => {
        const { form, decisions } = await open();
        await press(form, 'Spam', 2);
        expect(decisions).toEqual([]);
    });

    it('ask for a note where the reason needs one', async () => {
        const { form, decisions } = await open({ noteReasons: ['Other'] });
        await press(form, 'Other');
        expect(decisions).toEqual([]);
        expect(textOf(form)).toContain('Write a note.');
        expect(form.shadowRoot?.activeElement?.localName).toBe('lightning-textarea');
        await enter(form, 'note', 'Sells tickets');
        await press(form, 'Other');
        expect(decisions).toMatchObject([{ reason: 'Other', note: 'Sells tickets' }]);
    });

    it('only fill the form in where the preset length is a date', async () => {
        const { form, decisions } = await open({ presetDuration: 'custom' });
        await press(form, 'Spam');
        expect(decisions).toEqual([]);
        expect(get<HTMLElement & { value: string }>(form, 'lightning-combobox').value).toBe('Spam');
    });

    it.each<[string, Partial<FormElement>]>([
        ['in a dialog, whose menu offered them', { inDialog: true }],
        ['where a block is changed', { mode: 'change' }]
    ])('are left out %s', async (_where, properties) => {
        const { form } = await open({}, properties);
        expect(find(form, '.reasons')).toBeNull();
    });

    it('are dead while the card is at work', async () => {
        const { form } = await open({}, { busy: true });
        expect(get(form, '.reasons lightning-button')).toMatchObject({ disabled: true });
    });
});
