import ConversationBlockForm from 'c/conversationBlockForm';
import type { BlockDecision, BlockDraft, BlockMode } from 'c/conversationBlockForm';
import { exactTime } from 'c/conversationLabels';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import type { ConversationView } from '#contract';
import { createComponent, find, flushPromises, get, textOf } from 'test/dom';
import { cancelForm, enter, fieldOf, submit } from 'test/form';
import { blockedView, blockView, openView } from 'test/views';

interface FormElement extends HTMLElement {
    view: ConversationView;
    settings: Settings;
    draft: BlockDraft | null;
    mode: BlockMode;
    inDialog: boolean;
    busy: boolean;
}

const NOW = Date.parse('2025-11-22T14:05:00.000Z');
const LATER = '2025-11-24T09:00:00.000Z';
const EARLIER = '2025-11-22T14:04:00.000Z';

interface Opened {
    form: FormElement;
    decisions: BlockDecision[];
    onCancel: ReturnType<typeof jest.fn>;
}

async function open(properties: Partial<FormElement> = {}): Promise<Opened> {
    const form = await createComponent<FormElement>('c-conversation-block-form', ConversationBlockForm, {
        view: openView(),
        ...properties
    });
    const decisions: BlockDecision[] = [];
    const onCancel = jest.fn();
    form.addEventListener('submit', (event) => decisions.push((event as unknown as CustomEvent<BlockDecision>).detail));
    form.addEventListener('cancel', onCancel);
    return { form, decisions, onCancel };
}

function settings(changes: Partial<Settings>): Settings {
    return { ...DEFAULT_SETTINGS, ...changes };
}

/** Presses a key in the note. @returns whether what is around the form hears of it */
function press(form: HTMLElement, key: string, isComposing = false): boolean {
    const onOutside = jest.fn();
    document.body.addEventListener('keydown', onOutside);
    const event = new KeyboardEvent('keydown', { key, isComposing, bubbles: true, composed: true });
    fieldOf(form, 'note')?.dispatchEvent(event);
    document.body.removeEventListener('keydown', onOutside);
    return onOutside.mock.calls.length > 0;
}

function focused(form: HTMLElement): string | undefined {
    return form.shadowRoot?.activeElement?.localName;
}

beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
});

describe('c-conversation-block-form: what it refuses', () => {
    it('does not block without a reason, says so and moves to the field', async () => {
        const { form, decisions } = await open();

        await submit(form);

        expect(decisions).toEqual([]);
        expect(textOf(form)).toContain('Choose a reason.');
        expect(focused(form)).toBe('lightning-combobox');
        await expect(form).toBeAccessible();
    });

    it.each([null, ''])('asks for the date and time of an own end (%p)', async (until) => {
        const { form, decisions } = await open({ draft: { reason: 'Spam' } });
        await enter(form, 'duration', 'custom');
        await enter(form, 'until', until);

        await submit(form);

        expect(decisions).toEqual([]);
        expect(textOf(form)).toContain('Choose a date and a time.');
        expect(focused(form)).toBe('lightning-input');
        await expect(form).toBeAccessible();
    });

    it.each([
        ['is over', EARLIER, 'This time is over. Choose a later one.'],
        ['is this very moment', new Date(NOW).toISOString(), 'This time is over. Choose a later one.'],
        ['is further than ten years away', '2035-11-22T14:06:00.000Z', 'within ten years at most']
    ])('refuses an end that %s beside its field, and keeps all that was typed', async (_what, until, words) => {
        const { form, decisions } = await open();
        await enter(form, 'reason', 'Spam');
        await enter(form, 'note', 'Insults');
        await enter(form, 'duration', 'custom');
        await enter(form, 'until', until);

        await submit(form);

        expect(decisions).toEqual([]);
        expect(textOf(fieldOf(form, 'until') as HTMLElement)).toContain(words);
        expect(focused(form)).toBe('lightning-input');
        expect(fieldOf(form, 'reason')?.value).toBe('Spam');
        expect(fieldOf(form, 'note')?.value).toBe('Insults');
        expect(fieldOf(form, 'until')?.value).toBe(until);
        await expect(form).toBeAccessible();
    });

    it('says at once that an end is over', async () => {
        const { form } = await open({ draft: { duration: 'custom' } });
        await enter(form, 'until', EARLIER);
        expect(textOf(form)).toContain('This time is over.');
        await enter(form, 'until', LATER);
        expect(textOf(form)).not.toContain('This time is over.');
    });

    it('takes a better end after a refused one', async () => {
        const { form, decisions } = await open({ draft: { reason: 'Spam', duration: 'custom', until: EARLIER } });
        await submit(form);
        await enter(form, 'until', LATER);
        // The field looks at itself when focus leaves it.
        expect(fieldOf(form, 'until')?.reportValidity()).toBe(true);
        await submit(form);

        expect(decisions).toEqual([{ reason: 'Spam', note: null, until: LATER, duration: 'custom' }]);
    });

    it('keeps a pasted note of 10,000 characters, says by how many it is too long, and does not block', async () => {
        const { form, decisions } = await open({ draft: { reason: 'Spam' } });
        const note = 'x'.repeat(10_000);
        await enter(form, 'note', note);

        const field = fieldOf(form, 'note') as HTMLElement;
        expect(textOf(field)).toContain('Too long by 8000: a note holds 2000 characters.');
        expect((field as unknown as { maxLength?: number }).maxLength).toBeUndefined();
        expect(textOf(form)).not.toContain('characters left');
        await expect(form).toBeAccessible();

        await submit(form);

        expect(decisions).toEqual([]);
        expect(fieldOf(form, 'note')?.value).toBe(note);
        expect(focused(form)).toBe('lightning-textarea');
    });

    it('takes the complaint back when the note is short enough', async () => {
        const { form, decisions } = await open({ draft: { reason: 'Spam' } });
        await enter(form, 'note', 'x'.repeat(2001));
        await enter(form, 'note', ` ${'x'.repeat(2000)} `);

        expect(textOf(form)).not.toContain('Too long');
        expect(textOf(form)).toContain('0 characters left');
        await submit(form);
        expect(decisions[0]?.note).toHaveLength(2000);
    });

    it('says all that is wrong at once, and moves to the first of it', async () => {
        const { form } = await open({ draft: { duration: 'custom', until: null, note: 'x'.repeat(2001) } });

        await submit(form);

        expect(textOf(form)).toContain('Choose a reason.');
        expect(textOf(form)).toContain('Choose a date and a time.');
        expect(textOf(form)).toContain('Too long by 1:');
        expect(focused(form)).toBe('lightning-combobox');
    });

    it('forgets an end that is over when a length is chosen instead', async () => {
        const { form, decisions } = await open({ draft: { reason: 'Spam', duration: 'custom', until: EARLIER } });
        await submit(form);
        await enter(form, 'duration', '1h');
        await submit(form);

        expect(decisions.map(({ until }) => until)).toEqual(['2025-11-22T15:05:00.000Z']);
    });
});

describe('c-conversation-block-form: a new block', () => {
    it('asks about the person, and for a reason, a duration and a note', async () => {
        const { form } = await open();
        const labels = Array.from(
            form.shadowRoot?.querySelectorAll<HTMLElement & { label: string }>(
                'lightning-combobox, lightning-input, lightning-textarea, lightning-button'
            ) ?? [],
            ({ label }) => label
        );

        expect(textOf(get(form, 'h3'))).toBe('Keep Maria Lopez out of Salesforce?');
        expect(get(form, '[role="group"]').getAttribute('aria-label')).toBe('Keep Maria Lopez out of Salesforce?');
        // The red button is the last thing to reach by keyboard.
        expect(labels).toEqual([
            ...DEFAULT_SETTINGS.reasons,
            'Reason',
            'Block for',
            'Note (colleagues can read it)',
            'Cancel',
            'Block'
        ]);
        expect(get<HTMLElement & { variant: string }>(form, '.confirm').variant).toBe('destructive');
        await expect(form).toBeAccessible();
    });

    it('asks no question where a dialog asks it, and leaves the buttons to it', async () => {
        const { form } = await open({ inDialog: true });
        expect(find(form, 'h3')).toBeNull();
        expect(find(form, 'lightning-button')).toBeNull();
    });

    it('puts focus on its heading, so that no empty field complains when focus moves on', async () => {
        const { form } = await open();
        form.focus();
        expect(focused(form)).toBe('h3');
        expect(get(form, 'h3').tabIndex).toBe(-1);
        await expect(form).toBeAccessible();
    });

    it('puts focus on the first field where it has no heading', async () => {
        const { form } = await open({ inDialog: true });
        form.focus();
        expect(form.shadowRoot?.activeElement).toBe(fieldOf(form, 'reason'));
    });

    it('answers with what was entered, without the spaces around the note, and with markup as text', async () => {
        const { form, decisions } = await open();

        await enter(form, 'reason', 'Fraud');
        await enter(form, 'note', '  Asks for <b>card</b> numbers\n');
        await submit(form);

        expect(decisions).toEqual([
            { reason: 'Fraud', note: 'Asks for <b>card</b> numbers', until: null, duration: 'none' }
        ]);
    });

    it.each(['', '   '])('answers without a note when it is "%s"', async (note) => {
        const { form, decisions } = await open({ draft: { reason: 'Spam' } });
        await enter(form, 'note', note);
        await submit(form);
        expect(decisions[0]?.note).toBeNull();
    });

    it.each([
        ['1h', '2025-11-22T16:05:00.000Z'],
        ['1d', '2025-11-23T15:05:00.000Z'],
        ['7d', '2025-11-29T15:05:00.000Z'],
        ['30d', '2025-12-22T15:05:00.000Z'],
        ['none', null]
    ])('counts %s from the moment of the click', async (duration, until) => {
        const { form, decisions } = await open({ draft: { reason: 'Spam' } });
        await enter(form, 'duration', duration);
        jest.mocked(Date.now).mockReturnValue(NOW + 3_600_000);

        await submit(form);

        expect(decisions).toEqual([{ reason: 'Spam', note: null, until, duration }]);
    });

    it('says when a block of the chosen length ends', async () => {
        const { form } = await open();
        expect(textOf(form)).not.toContain('Ends');

        await enter(form, 'duration', '7d');

        expect(textOf(form)).toContain(`Ends ${exactTime('2025-11-29T14:05:00.000Z', NOW)}`);
        await expect(form).toBeAccessible();
    });

    it('asks for an own end from now on, and keeps it while another duration is tried', async () => {
        const { form, decisions } = await open({ draft: { reason: 'Spam' } });
        expect(fieldOf(form, 'until')).toBeNull();
        await enter(form, 'duration', 'custom');
        expect(fieldOf(form, 'until')).toMatchObject({
            label: 'Blocked until',
            type: 'datetime-local',
            required: true
        });
        await expect(form).toBeAccessible();

        await enter(form, 'until', LATER);
        await enter(form, 'duration', '1d');
        await enter(form, 'duration', 'custom');
        await submit(form);

        expect(decisions).toEqual([{ reason: 'Spam', note: null, until: LATER, duration: 'custom' }]);
    });

    it('counts down the characters of the note, once few are left', async () => {
        const { form } = await open();
        expect(textOf(form)).not.toContain('characters left');
        await enter(form, 'note', 'x'.repeat(1800));
        expect(textOf(form)).not.toContain('characters left');
        await enter(form, 'note', 'x'.repeat(1801));
        expect(textOf(form)).toContain('199 characters left');
    });

    it('tells that the agent cancelled, and decides nothing', async () => {
        const { form, decisions, onCancel } = await open({ draft: { reason: 'Spam' } });
        await cancelForm(form);
        expect(onCancel).toHaveBeenCalledTimes(1);
        expect(decisions).toEqual([]);
    });
});

describe('c-conversation-block-form: Ctrl+Enter', () => {
    it.each(['ctrlKey', 'metaKey'])('confirms from any field (%s)', async (modifier) => {
        const { form, decisions } = await open({ draft: { reason: 'Spam' } });
        const event = new KeyboardEvent('keydown', { key: 'Enter', [modifier]: true, bubbles: true, composed: true });
        fieldOf(form, 'note')?.dispatchEvent(event);
        expect(decisions).toMatchObject([{ reason: 'Spam' }]);
    });

    it.each([
        ['nothing while the form cannot be submitted', { busy: true }, []],
        ['the same in a dialog', { inDialog: true }, [{ reason: 'Spam' }]]
    ])('is %s', async (_what, properties, expected) => {
        const { form, decisions } = await open({ draft: { reason: 'Spam' }, ...properties });
        const event = new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true, bubbles: true, composed: true });
        fieldOf(form, 'note')?.dispatchEvent(event);
        expect(decisions).toMatchObject(expected);
    });

    it('is nothing without the other key, or while letters are composed', async () => {
        const { form, decisions } = await open({ draft: { reason: 'Spam' } });
        press(form, 'Enter');
        const options = { key: 'Enter', ctrlKey: true, isComposing: true, bubbles: true, composed: true };
        fieldOf(form, 'note')?.dispatchEvent(new KeyboardEvent('keydown', options));
        expect(decisions).toEqual([]);
    });
});

describe('c-conversation-block-form: Escape', () => {
    it('cancels the form, and goes no further', async () => {
        const { form, decisions, onCancel } = await open();
        expect(press(form, 'Escape')).toBe(false);
        expect(onCancel).toHaveBeenCalledTimes(1);
        expect(decisions).toEqual([]);
    });

    it.each(['Enter', 'a', 'Tab'])('is the only such key (%s)', async (key) => {
        const { form, decisions, onCancel } = await open({ draft: { reason: 'Spam' } });
        expect(press(form, key)).toBe(true);
        expect(onCancel).not.toHaveBeenCalled();
        expect(decisions).toEqual([]);
    });

    it('is left to the dialog around the form', async () => {
        const { form, onCancel } = await open({ inDialog: true });
        expect(press(form, 'Escape')).toBe(true);
        expect(onCancel).not.toHaveBeenCalled();
    });

    it('only takes back the letters that are being composed, as for Japanese', async () => {
        const { form, onCancel } = await open();
        press(form, 'Escape', true);
        expect(onCancel).not.toHaveBeenCalled();
    });

    it('is left to an open list that takes it for itself', async () => {
        const { form, onCancel } = await open();
        const reason = fieldOf(form, 'reason') as HTMLElement;
        const list = reason.shadowRoot?.querySelector('select') as HTMLElement;
        list.addEventListener('keydown', (event) => event.stopPropagation());
        list.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
        expect(onCancel).not.toHaveBeenCalled();
    });
});

describe('c-conversation-block-form: while the card is at work', () => {
    const isDead = (form: HTMLElement, selector: string): boolean =>
        get<HTMLElement & { disabled: boolean }>(form, selector).disabled;

    it('cannot be submitted, only cancelled, and keeps what is typed', async () => {
        const { form, decisions, onCancel } = await open({ draft: { reason: 'Spam' }, busy: true });
        await enter(form, 'note', 'Insults');
        expect(isDead(form, '.confirm')).toBe(true);
        await expect(form).toBeAccessible();
        await cancelForm(form);
        expect(onCancel).toHaveBeenCalledTimes(1);

        form.busy = false;
        await flushPromises();
        expect(isDead(form, '.confirm')).toBe(false);
        await submit(form);
        expect(decisions).toMatchObject([{ reason: 'Spam', note: 'Insults' }]);
    });
});

describe('c-conversation-block-form: what the admin chose', () => {
    it('offers these reasons and durations, and presets a duration', async () => {
        const { form } = await open({
            settings: settings({ reasons: ['Spam', 'Wrong number'], durations: ['7d', '1h'], presetDuration: '1h' })
        });
        expect(fieldOf(form, 'reason')?.options).toEqual([
            { label: 'Spam', value: 'Spam' },
            { label: 'Wrong number', value: 'Wrong number' }
        ]);
        expect(fieldOf(form, 'duration')?.options).toEqual([
            { label: '7 days', value: '7d' },
            { label: '1 hour', value: '1h' }
        ]);
        expect(fieldOf(form, 'duration')?.value).toBe('1h');
    });

    it('offers lengths of the admin’s own, in words', async () => {
        const { form, decisions } = await open({
            settings: settings({ durations: ['12h', '3d', '1w', '2w'], presetDuration: '2w' }),
            draft: { reason: 'Spam' }
        });
        const labels = fieldOf(form, 'duration')?.options.map(({ label }) => label);
        expect(labels).toEqual(['12 hours', '3 days', '1 week', '2 weeks']);
        await submit(form);
        expect(decisions).toMatchObject([{ until: '2025-12-06T14:05:00.000Z', duration: '2w' }]);
    });

    it('offers all six durations otherwise', async () => {
        const { form } = await open();
        expect(fieldOf(form, 'duration')?.options.map(({ label }) => label)).toEqual([
            '1 hour',
            '1 day',
            '7 days',
            '30 days',
            'Until a date and time',
            'Until unblocked'
        ]);
    });

    it('blocks without a reason where none is required', async () => {
        const { form, decisions } = await open({ settings: settings({ requireReason: false }) });
        expect(fieldOf(form, 'reason')?.required).toBe(false);
        expect(fieldOf(form, 'reason')?.options[0]).toEqual({ label: 'No reason', value: '' });
        await expect(form).toBeAccessible();

        await enter(form, 'reason', 'Spam');
        await enter(form, 'reason', '');
        await submit(form);

        expect(decisions).toEqual([{ reason: null, note: null, until: null, duration: 'none' }]);
    });
});

describe('c-conversation-block-form: a reason that needs a note', () => {
    const needsNote = (reason: string, properties: Partial<FormElement> = {}) =>
        open({ settings: settings({ noteReasons: ['Other'] }), draft: { reason }, ...properties });

    it.each([null, '', '   '])('does not block without one (%p), says so and moves to the field', async (note) => {
        const { form, decisions } = await needsNote('Other');
        await enter(form, 'note', note);
        await submit(form);
        expect(decisions).toEqual([]);
        expect(fieldOf(form, 'note')?.required).toBe(true);
        expect(textOf(form)).toContain('Write a note. This reason needs one.');
        expect(focused(form)).toBe('lightning-textarea');
        await expect(form).toBeAccessible();
    });

    it('does not change a block without one either', async () => {
        const view = blockedView({ block: blockView({ reason: 'Other', note: null }) });
        const { form, decisions } = await needsNote('Other', { mode: 'change', view });
        await submit(form);
        expect(decisions).toEqual([]);
    });

    it('says nothing of it before anything is submitted', async () => {
        const { form } = await needsNote('Spam');
        await enter(form, 'reason', 'Other');
        expect(textOf(form)).not.toContain('Write a note.');
    });

    it('blocks with a note, and takes the complaint back', async () => {
        const { form, decisions } = await needsNote('Other');
        await submit(form);
        await enter(form, 'note', 'Sells tickets');
        expect(textOf(form)).not.toContain('Write a note.');
        await submit(form);
        expect(decisions).toMatchObject([{ reason: 'Other', note: 'Sells tickets' }]);
    });

    it('takes the complaint back for a reason that needs none, and blocks', async () => {
        const { form, decisions } = await needsNote('Other');
        await submit(form);
        await enter(form, 'reason', 'Spam');
        expect(textOf(form)).not.toContain('Write a note.');
        expect(fieldOf(form, 'note')?.required).toBe(false);
        await submit(form);
        expect(decisions).toMatchObject([{ reason: 'Spam', note: null }]);
    });
});

describe('c-conversation-block-form: an earlier try', () => {
    it('tells everything that is entered, and nothing else', async () => {
        const { form } = await open({ draft: { reason: 'Spam' } });
        const drafts: BlockDraft[] = [];
        form.addEventListener('typed', (event) => drafts.push((event as CustomEvent<BlockDraft>).detail));
        await enter(form, 'note', ' Half a sen');
        await enter(form, 'duration', 'custom');
        expect(drafts).toEqual([
            { reason: 'Spam', note: ' Half a sen' },
            { reason: 'Spam', note: ' Half a sen', duration: 'custom' }
        ]);
    });

    it('keeps what a colleague changed meanwhile in a field that nobody touched', async () => {
        const view = blockedView({ block: blockView({ reason: 'Fraud' }) });
        const { form, decisions } = await open({ mode: 'change', view, draft: { note: 'Mine' } });
        await submit(form);
        expect(decisions).toMatchObject([{ reason: 'Fraud', note: 'Mine', duration: 'same' }]);
    });

    it('opens again as it was submitted', async () => {
        const first = await open();
        await enter(first.form, 'reason', 'Fraud');
        await enter(first.form, 'duration', 'custom');
        await enter(first.form, 'until', LATER);
        await enter(first.form, 'note', 'Asks for card numbers');
        await submit(first.form);

        const second = await open({ draft: first.decisions[0] as BlockDecision });

        expect(fieldOf(second.form, 'reason')?.value).toBe('Fraud');
        expect(fieldOf(second.form, 'duration')?.value).toBe('custom');
        expect(fieldOf(second.form, 'until')?.value).toBe(LATER);
        expect(fieldOf(second.form, 'note')?.value).toBe('Asks for card numbers');
        await submit(second.form);
        expect(second.decisions).toEqual(first.decisions);
    });

    it('still shows a reason and a duration that are not offered anymore', async () => {
        const { form, decisions } = await open({
            settings: settings({ reasons: ['Spam'], durations: ['1h'], presetDuration: '1h' }),
            draft: { reason: 'Harassment', duration: '30d' }
        });
        expect(fieldOf(form, 'reason')?.options.map(({ label }) => label)).toEqual(['Harassment', 'Spam']);
        expect(fieldOf(form, 'duration')?.options.map(({ label }) => label)).toEqual(['30 days', '1 hour']);

        await submit(form);

        expect(decisions[0]).toMatchObject({ reason: 'Harassment', duration: '30d' });
    });
});

describe('c-conversation-block-form: an open block', () => {
    const change = (changes: Parameters<typeof blockView>[0] = {}, properties: Partial<FormElement> = {}) =>
        open({ mode: 'change', view: blockedView({ block: blockView(changes) }), ...properties });

    it('shows what holds now and that another end cancels it, and saves without red', async () => {
        const { form } = await change({ until: LATER });

        expect(textOf(get(form, 'h3'))).toBe('Change the block of Maria Lopez on WhatsApp');
        expect(textOf(form)).toContain(`Blocked until ${exactTime(LATER, NOW)} now. Another end cancels this one.`);
        expect(textOf(form)).not.toContain('We stop their new messages');
        expect(get<HTMLElement & { variant: string; label: string }>(form, '.confirm')).toMatchObject({
            label: 'Save',
            variant: 'brand'
        });
        await expect(form).toBeAccessible();
    });

    it('says that it has no end', async () => {
        const { form } = await change();
        expect(textOf(form)).toContain('Blocked until somebody unblocks.');
        expect(textOf(form)).not.toContain('cancels');
        await expect(form).toBeAccessible();
    });

    it.each([LATER, null])('leaves all as it is when nothing is changed (%p)', async (until) => {
        const { form, decisions } = await change({ until, reason: 'Duplicate account', note: 'Twice' });
        expect(fieldOf(form, 'duration')?.options[0]).toEqual({ label: 'No change', value: 'same' });

        await submit(form);

        expect(decisions).toEqual([{ reason: 'Duplicate account', note: 'Twice', until, duration: 'same' }]);
    });

    it.each([
        ['extends it', '30d', '2025-12-22T14:05:00.000Z'],
        ['shortens it', '1h', '2025-11-22T15:05:00.000Z'],
        ['takes its end away', 'none', null]
    ])('%s', async (_what, duration, until) => {
        const { form, decisions } = await change({ until: LATER });
        await enter(form, 'duration', duration);
        await submit(form);
        expect(decisions[0]).toMatchObject({ until, duration });
    });

    it('starts an own end with the present one', async () => {
        const { form } = await change({ until: LATER });
        await enter(form, 'duration', 'custom');
        expect(fieldOf(form, 'until')?.value).toBe(LATER);
    });

    it('takes the note away when it is emptied', async () => {
        const { form, decisions } = await change();
        await enter(form, 'note', '');
        await submit(form);
        expect(decisions[0]?.note).toBeNull();
    });

    it('starts with an earlier try rather than with the block', async () => {
        const draft = { reason: 'Abuse', note: null, until: null, duration: 'none' } as const;
        const { form, decisions } = await change({ until: LATER }, { draft });
        await submit(form);
        expect(decisions).toEqual([draft]);
    });
});
