import type { OperationView } from '#contract';
import { block, openCard, org, RECORD_ID } from 'test/card';
import type { CardElement } from 'test/card';
import { find, flushPromises, get, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { hint } from 'test/updates';
import { blockedView, CONVERSATION_ID, openView } from 'test/views';

const WISH = { recordId: RECORD_ID, conversationIdField: null, conversationId: CONVERSATION_ID };

function operation(changes: Partial<OperationView> = {}): OperationView {
    return {
        id: '9a7e0c1e-0000-4000-8000-000000000001',
        kind: 'block',
        wish: 'BLOCKED',
        origin: 'agent',
        by: { id: '005000000000002AAA', name: 'Sam Lee' },
        reason: 'Spam',
        note: null,
        until: null,
        changed: null,
        undoes: null,
        acceptedAt: '2025-11-22T14:03:00.000Z',
        endedAt: '2025-11-22T14:03:01.000Z',
        outcome: 'confirmed',
        failure: null,
        platformBlock: null,
        ...changes
    };
}

function answer(...operations: OperationView[]): void {
    org.getHistory.mockResolvedValueOnce({ conversationId: CONVERSATION_ID, operations, nextCursor: null });
}

async function openHistory(card: CardElement): Promise<void> {
    get(card, 'c-conversation-history', 'button').click();
    await flushPromises();
}

describe('c-conversation-panel: history', () => {
    it('is not loaded before anybody asks for it', async () => {
        const card = await openCard(openView());
        expect(find(card, 'c-conversation-history')).not.toBeNull();
        expect(org.getHistory).not.toHaveBeenCalled();
    });

    it('is loaded with one call about the shown conversation', async () => {
        const card = await openCard(openView());
        answer(operation());

        await openHistory(card);

        expect(org.getHistory.mock.calls).toEqual([[WISH]]);
        expect(textOf(get(card, 'c-conversation-history'))).toContain('Sam Lee');
        await expect(card).toBeAccessible();
    });

    it('shows why it could not be loaded, and touches nothing else of the card', async () => {
        const card = await openCard(openView());
        org.getHistory.mockRejectedValueOnce(apexError({ message: 'Too slow.' }));
        await openHistory(card);
        expect(textOf(get(card, 'c-conversation-history'))).toContain('Too slow.');
        expect(find(card, 'c-conversation-error-panel')).toBeNull();
        await expect(card).toBeAccessible();
    });

    it('is loaded again after a change, where it was opened', async () => {
        const card = await openCard(openView());
        answer();
        await openHistory(card);
        org.blockConversation.mockResolvedValueOnce(blockedView());
        answer(operation());

        await block(card);

        expect(org.getHistory).toHaveBeenCalledTimes(2);
        expect(textOf(get(card, 'c-conversation-history'))).toContain('Sam Lee');
    });

    it('is not loaded again by a look that brings nothing new', async () => {
        const card = await openCard(openView());
        answer(operation());
        await openHistory(card);
        org.getConversation.mockResolvedValueOnce(openView({ asOf: '2025-11-22T14:06:00.000Z' }));
        await hint();
        expect(org.getHistory).toHaveBeenCalledTimes(1);
    });

    it('is not offered to those who may only look', async () => {
        const card = await openCard(openView({ actions: [] }));
        expect(find(card, 'c-conversation-history')).toBeNull();
    });

    it('goes when the permission goes, and does not come back with it', async () => {
        const card = await openCard(openView());
        answer(operation());
        await openHistory(card);
        org.getConversation
            .mockRejectedValueOnce(apexError({ code: 'no-permission' }))
            .mockResolvedValueOnce(openView());
        await hint();
        expect(find(card, 'c-conversation-history')).toBeNull();
        await hint();
        expect(org.getHistory).toHaveBeenCalledTimes(1);
        answer();
        await openHistory(card);
        expect(org.getHistory).toHaveBeenCalledTimes(2);
    });

    it('loses what it had when it may not be loaded anymore', async () => {
        const card = await openCard(openView());
        answer(operation());
        await openHistory(card);
        org.getConversation.mockResolvedValueOnce(blockedView());
        org.getHistory.mockRejectedValueOnce(apexError({ code: 'no-permission', message: 'You may not.' }));
        await hint();
        expect(textOf(get(card, 'c-conversation-history'))).toContain('You may not.');
        expect(textOf(get(card, 'c-conversation-history'))).not.toContain('Sam Lee');
    });

    it('shows nothing of the record before', async () => {
        const card = await openCard(openView());
        answer(operation());
        await openHistory(card);
        org.getConversation.mockResolvedValueOnce(openView({ id: '11111111-2222-4333-8444-555555555555' }));

        card.recordId = '00Q000000000002AAA';
        await flushPromises();

        expect(textOf(get(card, 'c-conversation-history'))).not.toContain('Sam Lee');
    });
});
