import { actionOf, cancel, choose, decide, dialogOf, entriesOf, formIn, liveRegionOf, openCard } from 'test/card';
import { org, RECORD_ID } from 'test/card';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import { get, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { enter, fieldOf, submit } from 'test/form';
import { hint } from 'test/updates';
import { blockedView, blockView, CONVERSATION_ID, openView } from 'test/views';

const COMMAND = {
    recordId: RECORD_ID,
    conversationIdField: null,
    conversationId: CONVERSATION_ID,
    reason: 'Fraud',
    note: null,
    untilTime: null
};
const SAM = { id: '005000000000002AAA', name: 'Sam Lee' };
const NOW = Date.parse('2025-11-22T14:05:00.000Z');

function withSettings(changes: Partial<Settings>): { settings: Settings } {
    return { settings: { ...DEFAULT_SETTINGS, ...changes } };
}

describe('c-conversation-panel: Block as a menu', () => {
    afterEach(() => localStorage.clear());

    it('blocks with a reason in one choice, without a dialog', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView());

        await choose(actionOf(card), 'Fraud');

        expect(org.blockConversation.mock.calls).toEqual([[COMMAND]]);
        expect(dialogOf()).toBeNull();
        expect(liveRegionOf(card)).toBe('Blocked. New messages are kept out of Salesforce.');
        expect(textOf(card)).toContain('Blocked by Ana Silva');
    });

    it('blocks once when two reasons are chosen', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView());
        const menu = actionOf(card);
        await Promise.all([choose(menu, 'Fraud'), choose(menu, 'Spam')]);
        expect(org.blockConversation.mock.calls).toEqual([[COMMAND]]);
    });

    it('blocks for the preset length', async () => {
        jest.spyOn(Date, 'now').mockReturnValue(NOW);
        const card = await openCard(openView(), withSettings({ presetDuration: '1d' }));
        await choose(actionOf(card), 'Fraud');
        expect(org.blockConversation.mock.calls).toEqual([[{ ...COMMAND, untilTime: '2025-11-23T14:05:00.000Z' }]]);
    });

    it('blocks without a reason where none is required', async () => {
        const card = await openCard(openView(), withSettings({ requireReason: false }));
        await choose(actionOf(card), 'Block');
        expect(org.blockConversation.mock.calls).toEqual([[{ ...COMMAND, reason: null }]]);
    });

    it('keeps the reason for the form when the block fails', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-refused' }));
        await choose(actionOf(card), 'Fraud');
        await choose(actionOf(card), 'With a note or an end…');
        expect(fieldOf(formIn(dialogOf()), 'reason')?.value).toBe('Fraud');
    });

    it('opens the dialog with the reason where the reason alone is not enough', async () => {
        const card = await openCard(openView(), withSettings({ presetDuration: 'custom' }));
        await choose(actionOf(card), 'Abuse…');
        expect(fieldOf(formIn(dialogOf()), 'reason')?.value).toBe('Abuse');
        expect(org.blockConversation).not.toHaveBeenCalled();
    });

    it('asks for a note where the reason needs one, and blocks with it', async () => {
        const card = await openCard(openView(), withSettings({ noteReasons: ['Other'] }));
        await choose(actionOf(card), 'Other…');
        await submit(formIn(dialogOf()));
        expect(org.blockConversation).not.toHaveBeenCalled();
        expect(textOf(formIn(dialogOf()))).toContain('Write a note.');
        org.blockConversation.mockResolvedValueOnce(blockedView());
        await decide('Other', 'Sells tickets');
        expect(org.blockConversation.mock.calls).toEqual([[{ ...COMMAND, reason: 'Other', note: 'Sells tickets' }]]);
    });

    it('suggests a date where one is preset, for the reason of the menu too', async () => {
        const card = await openCard(openView(), withSettings({ presetDuration: 'custom' }));
        await choose(actionOf(card), 'Abuse…');
        expect(fieldOf(formIn(dialogOf()), 'until')?.value).toMatch(/^\d{4}-/);
    });

    it('keeps a note that was typed, for the form, when a block without it fails', async () => {
        const card = await openCard(openView());
        await choose(actionOf(card), 'With a note or an end…');
        await enter(formIn(dialogOf()), 'note', 'Long thoughts');
        await cancel();
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-refused' }));
        await choose(actionOf(card), 'Fraud');
        await choose(actionOf(card), 'With a note or an end…');
        expect(fieldOf(formIn(dialogOf()), 'note')?.value).toBe('Long thoughts');
        expect(fieldOf(formIn(dialogOf()), 'reason')?.value).toBe('Fraud');
    });

    it('says that a colleague was faster by going away', async () => {
        const card = await openCard(openView());
        org.getConversation.mockResolvedValueOnce(blockedView({ block: blockView({ by: SAM }) }));
        await hint();
        expect(actionOf(card)?.label).toBe('Unblock');
        expect(liveRegionOf(card)).toBe('Sam Lee blocked this conversation.');
    });

    it('opens the dialog for every block where the admin wants that', async () => {
        const card = await openCard(openView(), withSettings({ askBeforeBlock: true }));
        expect(actionOf(card)?.localName).toBe('lightning-button');
        actionOf(card)?.click();
        expect(get(dialogOf() as HTMLElement, 'c-conversation-block-form')).not.toBeNull();
    });

    it('puts the reason that this agent chose last first, in the form too', async () => {
        await choose(actionOf(await openCard(openView())), 'Fraud');
        const next = await openCard(openView());
        expect(entriesOf(actionOf(next)).slice(0, 3)).toEqual(['Fraud', 'Spam', 'Abuse']);
        await choose(actionOf(next), 'With a note or an end…');
        expect(fieldOf(formIn(dialogOf()), 'reason')?.options[0]).toEqual({ label: 'Fraud', value: 'Fraud' });
    });

    it('forgets a last reason that the admin offers no longer', async () => {
        await choose(actionOf(await openCard(openView())), 'Fraud');
        const card = await openCard(openView(), withSettings({ reasons: ['Spam', 'Abuse'] }));
        expect(entriesOf(actionOf(card)).slice(0, 2)).toEqual(['Spam', 'Abuse']);
    });

    it('works where the browser refuses storage', async () => {
        jest.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
            throw new Error('refused');
        });
        jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
            throw new Error('refused');
        });
        const card = await openCard(openView());
        await choose(actionOf(card), 'Fraud');
        expect(org.blockConversation.mock.calls).toEqual([[COMMAND]]);
    });
});
