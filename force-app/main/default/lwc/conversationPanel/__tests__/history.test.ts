import type { OperationView } from '#contract';
import { block, openCard, org, RECORD_ID } from 'test/card';
import type { CardElement } from 'test/card';
import { find, flushPromises, get, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { hint } from 'test/updates';
import { blockedView, CONVERSATION_ID, openView } from 'test/views';

const COMMAND = { recordId: RECORD_ID, conversationIdField: null, conversationId: CONVERSATION_ID, cursor: null };

function operation(changes: Partial<OperationView> = {}): OperationView {
    return {
        id: '9a7e0c1e-0000-4000-8000-000000000001',
        kind: 'block',
        target: 'BLOCKED',
        origin: 'agent',
        by: { id: '005000000000002AAA', name: 'Sam Lee' },
        reason: 'Spam',
        note: null,
        until: null,
        changed: null,
        undoes: null,
        retriesNativeBlock: false,
        acceptedAt: '2025-11-22T14:03:00.000Z',
        endedAt: '2025-11-22T14:03:01.000Z',
        outcome: 'confirmed',
        failure: null,
        nativeBlock: null,
        ...changes
    };
}

function answer(...operations: OperationView[]): void {
    answerPage(operations, null);
}

function answerPage(operations: OperationView[], nextCursor: string | null): void {
    org.getHistory.mockResolvedValueOnce({ conversationId: CONVERSATION_ID, operations, nextCursor });
}

/** Operations whose ids are numbers, from the first one down. */
function numbered(first: number, last: number): OperationView[] {
    return Array.from({ length: first - last + 1 }, (_, index) => operation({ id: String(first - index) }));
}

function shownIds(card: CardElement): (string | undefined)[] {
    const lines = find(card, 'c-conversation-history')?.shadowRoot?.querySelectorAll<HTMLElement>('li') ?? [];
    return Array.from(lines, ({ dataset }) => dataset['id']);
}

async function showMore(card: CardElement): Promise<void> {
    get(card, 'c-conversation-history', 'lightning-button').click();
    await flushPromises();
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

        expect(org.getHistory.mock.calls).toEqual([[COMMAND]]);
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

    describe('a page at a time', () => {
        const ids = (first: number, last: number) => numbered(first, last).map(({ id }) => id);

        async function openFirstPage(): Promise<CardElement> {
            const card = await openCard(openView());
            answerPage(numbered(30, 21), 'before-21');
            await openHistory(card);
            return card;
        }

        it('asks with the cursor for what is older, and puts it below', async () => {
            const card = await openFirstPage();
            answerPage(numbered(20, 16), null);
            await showMore(card);
            expect(org.getHistory.mock.lastCall).toEqual([{ ...COMMAND, cursor: 'before-21' }]);
            expect(shownIds(card)).toEqual(ids(30, 16));
            expect(find(card, 'c-conversation-history', 'lightning-button')).toBeNull();
            await expect(card).toBeAccessible();
        });

        it('keeps what is there when the next page cannot be had, and asks for the same one again', async () => {
            const card = await openFirstPage();
            org.getHistory.mockRejectedValueOnce(apexError({ message: 'Too slow.' }));
            await showMore(card);
            expect(textOf(get(card, 'c-conversation-history'))).toContain('Too slow.');
            expect(shownIds(card)).toEqual(ids(30, 21));
            answerPage(numbered(20, 11), null);
            await showMore(card);
            expect(org.getHistory.mock.lastCall).toEqual([{ ...COMMAND, cursor: 'before-21' }]);
            expect(shownIds(card)).toEqual(ids(30, 11));
        });

        it('keeps what somebody reads further down when something is done', async () => {
            const card = await openFirstPage();
            answerPage(numbered(20, 11), 'before-11');
            await showMore(card);
            org.getConversation.mockResolvedValueOnce(blockedView());
            answerPage(numbered(31, 22), 'before-22');
            await hint();
            expect(org.getHistory.mock.lastCall).toEqual([COMMAND]);
            expect(shownIds(card)).toEqual(ids(31, 12));
            await showMore(card);
            answerPage(numbered(10, 1), null);
            await showMore(card);
            expect(org.getHistory.mock.lastCall).toEqual([{ ...COMMAND, cursor: 'before-11' }]);
            expect(shownIds(card)).toEqual(ids(31, 1));
        });

        it('begins anew where more was done than one page tells', async () => {
            const card = await openFirstPage();
            org.getConversation.mockResolvedValueOnce(blockedView());
            answerPage(numbered(50, 41), 'before-41');
            await hint();
            answerPage(numbered(40, 31), null);
            await showMore(card);
            expect(org.getHistory.mock.lastCall).toEqual([{ ...COMMAND, cursor: 'before-41' }]);
            expect(shownIds(card)).toEqual(ids(50, 31));
        });
    });
});
