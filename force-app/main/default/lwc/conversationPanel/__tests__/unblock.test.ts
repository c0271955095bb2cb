import {
    actionOf,
    click,
    liveRegionOf,
    openCard,
    org,
    pendingAnswer,
    RECORD_ID,
    retryOf,
    unblock,
    withField
} from 'test/card';
import { textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { blockedView, blockView, CONVERSATION_ID, openView } from 'test/views';

const COMMAND = { recordId: RECORD_ID, conversationIdField: 'My_Id__c', conversationId: CONVERSATION_ID };

describe('c-conversation-panel: Unblock', () => {
    it('makes one call about the conversation the agent saw, and shows what holds', async () => {
        const card = await openCard(blockedView(), { settings: withField('My_Id__c') });
        org.unblockConversation.mockResolvedValueOnce(openView());

        await unblock(card);

        expect(org.unblockConversation.mock.calls).toEqual([[{ ...COMMAND, note: null }]]);
        expect(org.getConversation).toHaveBeenCalledTimes(1);
        expect(textOf(card)).not.toContain('Ana Silva');
        expect(actionOf(card)?.label).toBe('Block');
        expect(liveRegionOf(card)).toBe('Unblocked.');
        await expect(card).toBeAccessible();
    });

    it('makes one call when clicked twice, and never a block out of the second click', async () => {
        const card = await openCard(blockedView({ block: blockView({ note: null }) }));
        const slow = pendingAnswer();
        org.unblockConversation.mockReturnValueOnce(slow.promise);

        actionOf(card)?.click();
        await click(actionOf(card));

        expect(actionOf(card)).toMatchObject({ label: 'Unblocking…', ariaLabel: 'Unblocking…', disabled: true });
        expect(liveRegionOf(card)).toBe('Unblocking…');
        expect(org.unblockConversation).toHaveBeenCalledTimes(1);
        expect(org.blockConversation).not.toHaveBeenCalled();
        await expect(card).toBeAccessible();
    });

    it('repeats the very same command on Try again', async () => {
        const card = await openCard(blockedView(), { settings: withField('My_Id__c') });
        org.unblockConversation.mockRejectedValueOnce(apexError());
        await unblock(card);
        org.unblockConversation.mockResolvedValueOnce(openView());

        await click(retryOf(card));

        expect(org.unblockConversation.mock.calls).toEqual([
            [{ ...COMMAND, note: null }],
            [{ ...COMMAND, note: null }]
        ]);
    });

    it('does not say Unblocked when the answer still says BLOCKED', async () => {
        const card = await openCard(blockedView());
        org.unblockConversation.mockResolvedValueOnce(blockedView());

        await unblock(card);

        expect(liveRegionOf(card)).toBe('Conversation state: Kept out');
        expect(actionOf(card)?.label).toBe('Unblock');
    });
});
