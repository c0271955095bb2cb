import ConversationActions from 'c/conversationActions';
import type { BlockChoice } from 'c/conversationActions';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import type { ConversationView } from '#contract';
import { choose, entriesOf } from 'test/card';
import { createComponent, find, get, textOf } from 'test/dom';
import { NATIVE_CHANNEL, NOT_KEPT_OUT, onChannel, openView, UNKNOWN_CHANNEL } from 'test/views';

interface ActionsElement extends HTMLElement {
    view: ConversationView;
    menuSettings: Settings | null;
    busy: string | null;
}

const NOW = Date.parse('2025-11-22T14:05:00.000Z');
const FORM = 'With a note or an end…';

function draw(settings: Partial<Settings> = {}, view = openView()): Promise<ActionsElement> {
    const menuSettings = { ...DEFAULT_SETTINGS, ...settings };
    return createComponent<ActionsElement>('c-conversation-actions', ConversationActions, { view, menuSettings });
}

function menuOf(actions: HTMLElement): HTMLElement {
    return get(actions, 'lightning-button-menu');
}

function choicesOf(actions: HTMLElement): BlockChoice[] {
    const choices: BlockChoice[] = [];
    actions.addEventListener('block', (event) => choices.push((event as CustomEvent<BlockChoice>).detail));
    return choices;
}

describe('c-conversation-actions: Block as a menu', () => {
    beforeEach(() => {
        jest.spyOn(Date, 'now').mockReturnValue(NOW);
    });

    it('lists the reasons, then the form, and draws no second Block', async () => {
        const actions = await draw({ reasons: ['Spam', 'Wrong number'] });
        expect(entriesOf(menuOf(actions))).toEqual(['Spam', 'Wrong number', FORM]);
        expect(find(actions, 'lightning-button')).toBeNull();
        await expect(actions).toBeAccessible();
    });

    it('begins with Block where no reason is required', async () => {
        const actions = await draw({ reasons: ['Spam'], requireReason: false });
        const choices = choicesOf(actions);
        await choose(menuOf(actions), 'Block');
        expect(entriesOf(menuOf(actions))).toEqual(['Block', 'Spam', FORM]);
        expect(choices).toEqual([{ reason: null, asks: false }]);
    });

    it('says which reason was chosen, and that the last entry asks', async () => {
        const actions = await draw();
        const choices = choicesOf(actions);
        await choose(menuOf(actions), 'Fraud');
        await choose(menuOf(actions), FORM);
        expect(choices).toEqual([
            { reason: 'Fraud', asks: false },
            { reason: null, asks: true }
        ]);
    });

    it('opens the form for each reason where the preset length is a date, and says so with three dots', async () => {
        const actions = await draw({ reasons: ['Spam'], presetDuration: 'custom' });
        const choices = choicesOf(actions);
        await choose(menuOf(actions), 'Spam…');
        expect(choices).toEqual([{ reason: 'Spam', asks: true }]);
    });

    it('opens the form only for the reasons that need a note', async () => {
        const actions = await draw({ reasons: ['Spam', 'Other'], noteReasons: ['Other'], requireReason: false });
        const choices = choicesOf(actions);
        expect(entriesOf(menuOf(actions))).toEqual(['Block', 'Spam', 'Other…', FORM]);
        await choose(menuOf(actions), 'Other…');
        expect(choices).toEqual([{ reason: 'Other', asks: true }]);
    });

    it.each([
        [8, 8, FORM],
        [9, 8, 'More reasons, a note or an end…'],
        [40, 8, 'More reasons, a note or an end…']
    ])('of %d reasons lists %d, and then %s', async (length, listed, last) => {
        const reasons = Array.from({ length }, (_, index) => `Reason ${index}`);
        const actions = await draw({ reasons });
        const choices = choicesOf(actions);
        expect(entriesOf(menuOf(actions))).toEqual([...reasons.slice(0, listed), last]);
        await choose(menuOf(actions), last);
        expect(choices).toEqual([{ reason: null, asks: true }]);
    });

    it.each<[string, Partial<ConversationView>]>([
        ['They can no longer write to you on WhatsApp.', onChannel('not-blocked')],
        ['Kept out of Salesforce; they can still write on WhatsApp.', {}],
        ['Kept out of Salesforce; they can still write on WhatsApp.', onChannel('unconfirmed')],
        [
            'Kept out of Salesforce; they can still write on WhatsApp.',
            { channel: { ...NATIVE_CHANNEL, windowClosesAt: '2025-11-22T14:00:00.000Z' } }
        ],
        [
            'Kept out of Salesforce; WhatsApp is asked to block them too.',
            { channel: { ...NATIVE_CHANNEL, nativePossible: 'unknown' } }
        ],
        ['Kept out of Salesforce; they can still write on the channel.', { channel: UNKNOWN_CHANNEL }],
        ['Their messages still reach Salesforce. Ask your admin.', NOT_KEPT_OUT]
    ])('says above the reasons: %s', async (effect, changes) => {
        const actions = await draw({}, openView(changes));
        expect(textOf(get(actions, '.effect'))).toBe(effect);
        expect(get<HTMLElement & { alternativeText: string }>(actions, 'lightning-button-menu').alternativeText).toBe(
            `${actions.view.channel.label === null ? 'Maria Lopez' : 'Maria Lopez on WhatsApp'}. ${effect}`
        );
    });

    it('is dead while something is under way, and a button that says so while a block is', async () => {
        const actions = await draw();
        const choices = choicesOf(actions);
        actions.busy = 'state';
        await Promise.resolve();
        expect(menuOf(actions)).toMatchObject({ disabled: true });
        await choose(menuOf(actions), 'Spam');
        actions.busy = 'block';
        await Promise.resolve();
        expect(get(actions, 'lightning-button')).toMatchObject({ label: 'Blocking…', disabled: true });
        expect(find(actions, 'lightning-button-menu')).toBeNull();
        expect(choices).toEqual([]);
    });

    it('shows a reason of an admin as it was typed', async () => {
        const markup = '<b>Spam & "more"</b>';
        expect(entriesOf(menuOf(await draw({ reasons: [markup] })))).toEqual([markup, FORM]);
    });
});
