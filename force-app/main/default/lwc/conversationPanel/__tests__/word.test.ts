import { actionOf, cancel, click, confirmOf, dialogOf, formIn, openCard, org } from 'test/card';
import { RECORD_ID, retryOf, sayYes } from 'test/card';
import type { CardElement } from 'test/card';
import { find, flushPromises, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { enter } from 'test/form';
import type { FieldElement } from 'test/form';
import { hint } from 'test/updates';
import { blockedView, blockView, CONVERSATION_ID, openView } from 'test/views';

const DANA = { id: '005000000000004AAA', name: 'Dana Fox' };
const SAM = { id: '005000000000002AAA', name: 'Sam Lee' };
const BY_DANA = blockedView({ block: blockView({ by: DANA }) });
const COMMAND = { recordId: RECORD_ID, conversationIdField: null, conversationId: CONVERSATION_ID };
const WORD = 'A known customer';

function fieldOf(card: CardElement): FieldElement | null {
    return find<FieldElement>(card, 'c-conversation-confirm', 'lightning-textarea');
}

async function type(card: CardElement, value: string): Promise<void> {
    fieldOf(card)?.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await flushPromises();
}

async function escape(card: CardElement): Promise<void> {
    confirmOf(card)?.dispatchEvent(new CustomEvent('cancel'));
    await flushPromises();
}

/** Asked whether to end Dana's block, with a word typed already. */
async function askedWith(value = WORD): Promise<CardElement> {
    const card = await openCard(BY_DANA);
    await click(actionOf(card));
    await type(card, value);
    return card;
}

describe('c-conversation-panel: a word to the colleague whose block is ended', () => {
    it.each([
        ['what was typed', ` ${WORD} `, WORD],
        ['nothing where only blanks were', '  ', null]
    ])('sends %s with the unblock', async (_, typed, note) => {
        const card = await askedWith(typed);
        org.unblockConversation.mockResolvedValueOnce(openView());
        await sayYes(card);
        expect(org.unblockConversation.mock.calls).toEqual([[{ ...COMMAND, note }]]);
    });

    it('sends none where none was typed', async () => {
        const card = await openCard(BY_DANA);
        await click(actionOf(card));
        org.unblockConversation.mockResolvedValueOnce(openView());
        await sayYes(card);
        expect(org.unblockConversation.mock.calls).toEqual([[{ ...COMMAND, note: null }]]);
    });

    it('keeps it over Escape', async () => {
        const card = await askedWith();
        await escape(card);
        expect(org.unblockConversation).not.toHaveBeenCalled();
        await click(actionOf(card));
        expect(fieldOf(card)?.value).toBe(WORD);
        await expect(card).toBeAccessible();
    });

    it('sends it again on Try again, and keeps it for who asks anew', async () => {
        const card = await askedWith();
        org.unblockConversation.mockRejectedValue(apexError());
        await sayYes(card);
        await click(retryOf(card));
        expect(org.unblockConversation.mock.calls).toEqual(Array(2).fill([{ ...COMMAND, note: WORD }]));
        await click(actionOf(card));
        expect(fieldOf(card)?.value).toBe(WORD);
    });

    it('keeps it under a newer view of the same block, and says that something changed', async () => {
        const card = await askedWith();
        const field = fieldOf(card);
        org.getConversation.mockResolvedValueOnce(blockedView({ block: blockView({ by: DANA, reason: 'Fraud' }) }));
        await hint();
        expect(textOf(card)).toContain('The conversation was changed meanwhile.');
        expect(fieldOf(card)).toBe(field);
        expect(field?.value).toBe(WORD);
        org.unblockConversation.mockResolvedValueOnce(openView());
        await sayYes(card);
        expect(org.unblockConversation.mock.lastCall).toEqual([{ ...COMMAND, note: WORD }]);
    });

    it('tells it to nobody else, when another block has taken the place of that one', async () => {
        const card = await askedWith();
        const id = 'another block';
        org.getConversation.mockResolvedValueOnce(blockedView({ block: blockView({ id, by: SAM }) }));
        await hint();
        expect(fieldOf(card)).toMatchObject({ label: 'A word for Sam Lee (optional)', value: null });
        org.unblockConversation.mockResolvedValueOnce(openView());
        await sayYes(card);
        expect(org.unblockConversation.mock.lastCall).toEqual([{ ...COMMAND, note: null }]);
    });

    it('never takes a note of the block form for it, where no block of ours is ended', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        await enter(formIn(dialogOf()), 'note', 'Long thoughts');
        await cancel();
        org.getConversation.mockResolvedValueOnce(BY_DANA);
        await hint();
        org.unblockConversation.mockRejectedValueOnce(apexError());
        await click(actionOf(card));
        await sayYes(card);
        jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 5 * 60_000);
        org.getConversation.mockResolvedValueOnce(blockedView({ block: null }));
        await click(retryOf(card));
        org.unblockConversation.mockResolvedValueOnce(openView());
        await sayYes(card);
        expect(org.unblockConversation).toHaveBeenCalledTimes(2);
        expect(org.unblockConversation.mock.lastCall).toEqual([{ ...COMMAND, note: null }]);
    });

    it('keeps it while the record page shows another record', async () => {
        const card = await askedWith();
        org.getConversation.mockResolvedValueOnce(openView({ id: 'other' })).mockResolvedValueOnce(BY_DANA);
        card.recordId = '00Q000000000002AAA';
        await flushPromises();
        card.recordId = RECORD_ID;
        await flushPromises();
        await click(actionOf(card));
        expect(fieldOf(card)?.value).toBe(WORD);
    });

    it('forgets it once it was said', async () => {
        const card = await askedWith();
        org.unblockConversation.mockResolvedValueOnce(openView());
        await sayYes(card);
        org.getConversation.mockResolvedValueOnce(BY_DANA);
        await hint();
        await click(actionOf(card));
        expect(fieldOf(card)?.value).toBeNull();
    });
});
