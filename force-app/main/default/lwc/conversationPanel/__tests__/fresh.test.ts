import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { actionOf, block, click, confirmOf, decide, dialogOf, formIn, formOf, liveRegionOf } from 'test/card';
import { buttonOf, buttonsOf, openCard, org, pendingAnswer, RECORD_ID, retryOf, unblock } from 'test/card';
import { find, flushPromises, get, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { enter, fieldOf } from 'test/form';
import { comeBack, hint, say, takeTold, watched } from 'test/updates';
import { blockedView, blockView, CONVERSATION_ID, openView, undoView } from 'test/views';

const SAM = { id: '005000000000002AAA', name: 'Sam Lee' };
const BY_SAM = blockedView({ block: blockView({ by: SAM }) });

beforeEach(() => {
    takeTold();
});

describe('c-conversation-panel: changes made elsewhere', () => {
    it('shows them quietly, and says who did what', async () => {
        const card = await openCard(openView());
        const slow = pendingAnswer();
        org.getConversation.mockReturnValueOnce(slow.promise);

        await hint();
        expect(textOf(card)).not.toContain('Loading');
        expect(actionOf(card)).toMatchObject({ disabled: false });
        await slow.resolve(BY_SAM);

        expect(textOf(card)).toContain('Blocked by Sam Lee');
        expect(liveRegionOf(card)).toBe('Sam Lee blocked this conversation.');
        expect(document.activeElement).toBe(document.body);
        await expect(card).toBeAccessible();
    });

    it.each([
        ['a state without an agent', openView(), openView({ state: 'CLOSED' }), 'Conversation state: Closed'],
        [
            'another end',
            blockedView(),
            blockedView({ block: blockView({ until: '2099-01-01T00:00:00.000Z' }) }),
            'The block was changed.'
        ],
        ['nothing', openView(), openView({ asOf: '2025-11-22T14:06:00.000Z' }), '']
    ])('announces %s', async (_what, before, after, words) => {
        const card = await openCard(before);
        org.getConversation.mockResolvedValueOnce(after);
        await hint();
        expect(liveRegionOf(card)).toBe(words);
    });

    it('does not wipe out what is being read when nothing is new', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView());
        await block(card);
        const words = liveRegionOf(card);
        org.getConversation.mockResolvedValueOnce(blockedView());
        await hint();
        expect(liveRegionOf(card)).toBe(words);
    });

    it('watches one conversation, and none when it has left the page', async () => {
        const card = await openCard(openView());
        expect(watched()).toEqual([CONVERSATION_ID]);
        card.remove();
        expect(watched()).toEqual([]);
    });

    it('asks once more when there is news while it asks, and not for each', async () => {
        await openCard(openView());
        const slow = pendingAnswer();
        org.getConversation.mockReturnValueOnce(slow.promise);
        await hint();
        await hint();
        await hint();
        expect(org.getConversation).toHaveBeenCalledTimes(2);
        org.getConversation.mockResolvedValueOnce(openView());
        await slow.resolve(openView());
        expect(org.getConversation).toHaveBeenCalledTimes(3);
    });

    it('lets no late answer cover what this agent did meanwhile', async () => {
        const card = await openCard(openView());
        const slow = pendingAnswer();
        org.getConversation.mockReturnValueOnce(slow.promise);
        await hint();
        org.blockConversation.mockResolvedValueOnce(blockedView());
        await block(card);

        await slow.resolve(openView());

        expect(textOf(card)).toContain('Blocked by Ana Silva');
    });

    it.each(['before', 'after'])('asks once more when its answer came %s a change that failed', async (order) => {
        const card = await openCard(openView());
        const [look, change] = [pendingAnswer(), pendingAnswer()];
        org.getConversation.mockReturnValueOnce(look.promise).mockResolvedValueOnce(BY_SAM);
        await hint();
        org.blockConversation.mockReturnValueOnce(change.promise);
        await block(card);
        const refuse = (): Promise<void> => change.reject(apexError({ code: 'gotallo-refused' }));

        if (order === 'after') {
            await refuse();
        }
        await look.resolve(BY_SAM);
        if (order === 'before') {
            await refuse();
        }

        expect(org.getConversation).toHaveBeenCalledTimes(3);
        expect(textOf(card)).toContain('Blocked by Sam Lee');
    });

    it('waits with its question until the agent’s own change is answered', async () => {
        const card = await openCard(openView());
        const slow = pendingAnswer();
        org.blockConversation.mockReturnValueOnce(slow.promise);
        await block(card);
        await hint();
        expect(org.getConversation).toHaveBeenCalledTimes(1);
        org.getConversation.mockResolvedValueOnce(BY_SAM);

        await slow.resolve(blockedView());

        expect(org.getConversation).toHaveBeenCalledTimes(2);
        expect(textOf(card)).toContain('Blocked by Sam Lee');
    });

    it('gives focus to the state, and never to the button that does the opposite of the one that had it', async () => {
        const card = await openCard(openView());
        actionOf(card)?.focus();
        org.getConversation.mockResolvedValueOnce(BY_SAM);
        await hint();
        expect(find(card, 'c-conversation-actions')?.shadowRoot?.activeElement).toBeNull();
        expect(card.shadowRoot?.activeElement).toBe(get(card, 'c-conversation-state'));
    });

    it('does not begin the time for undo anew', async () => {
        const undo = undoView('block');
        const card = await openCard(blockedView({ undo }));
        const { undoUntil } = get<HTMLElement & { undoUntil: number }>(card, 'c-conversation-state');
        org.getConversation.mockResolvedValueOnce(
            blockedView({ undo: { ...undo, expiresAt: new Date(Date.now() + 20_000).toISOString() } })
        );
        await hint();
        expect(get<HTMLElement & { undoUntil: number }>(card, 'c-conversation-state').undoUntil).toBe(undoUntil);
        expect(buttonOf(card, 'undo')).not.toBeNull();
    });
});

describe('c-conversation-panel: a quiet look that fails', () => {
    it.each(['proxy-timeout', 'unexpected', 'too-many-requests', 'gotallo-unavailable'])(
        'keeps the view, says as of when, and offers to check again (%s)',
        async (code) => {
            const card = await openCard(openView());
            org.getConversation.mockRejectedValueOnce(apexError({ code }));

            await hint();

            expect(textOf(card)).toContain('Maria Lopez');
            expect(textOf(card)).toContain('Not refreshed since');
            expect(find(card, 'c-conversation-error-panel')).toBeNull();
            expect(actionOf(card)).toMatchObject({ disabled: false });
            await expect(card).toBeAccessible();
            org.getConversation.mockResolvedValueOnce(openView({ state: 'CLOSED' }));
            await click(get(card, 'c-conversation-state', 'lightning-button'));
            expect(textOf(card)).toContain('Closed');
            expect(textOf(card)).not.toContain('Not refreshed since');
        }
    );

    it('says why when checking again fails too, and still keeps the view', async () => {
        const card = await openCard(openView());
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'proxy-timeout' }));
        await hint();
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'proxy-timeout', message: 'Too slow.' }));

        await click(get(card, 'c-conversation-state', 'lightning-button'));

        expect(textOf(card)).toContain('Too slow. Try again');
        expect(textOf(card)).toContain('Maria Lopez');
        expect(textOf(card)).toContain('Not refreshed since');
        await expect(card).toBeAccessible();
    });

    it.each(['invalid-token', 'no-permission'])('shows why, and offers nothing, without access (%s)', async (code) => {
        const card = await openCard(openView({ actions: ['block', 'close'] }));
        org.getConversation.mockRejectedValueOnce(apexError({ code, message: 'You may not do this anymore.' }));

        await hint();

        expect(textOf(card)).toContain('You may not do this anymore. Try again');
        expect(liveRegionOf(card)).toBe('You may not do this anymore.');
        expect(buttonsOf(card)).toEqual([]);
        await expect(card).toBeAccessible();
        org.getConversation.mockResolvedValueOnce(openView());
        await click(retryOf(card));
        expect(buttonsOf(card)).toEqual(['Block']);
    });

    it.each(['no-conversation-id', 'record-not-found'])('shows nothing of what is gone (%s)', async (code) => {
        const card = await openCard(openView());
        org.getConversation.mockRejectedValueOnce(apexError({ code, message: 'There is none.' }));
        await hint();
        expect(textOf(card)).toContain('There is none.');
        expect(textOf(card)).not.toContain('Maria Lopez');
    });

    it('keeps the error of a change that failed through a look that succeeds', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-refused' }));
        await block(card);
        org.getConversation.mockResolvedValueOnce(openView());
        await hint();
        expect(retryOf(card)).not.toBeNull();
    });

    it('forgets the error of a look as soon as another succeeds', async () => {
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'salesforce-unavailable', view: openView() }));
        const card = await openCard();
        org.getConversation.mockResolvedValueOnce(openView());
        await hint();
        expect(find(card, 'c-conversation-error-panel')).toBeNull();
    });
});

describe('c-conversation-panel: a question is open while something changes', () => {
    beforeEach(() => {
        jest.replaceProperty(window, 'innerWidth', 320);
    });

    it('keeps what is typed, says so, and refuses what is not legal anymore', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        await enter(formOf(card) as HTMLElement, 'note', 'Long thoughts');
        org.getConversation.mockResolvedValueOnce(BY_SAM);

        await hint();

        expect(fieldOf(formOf(card) as HTMLElement, 'note')?.value).toBe('Long thoughts');
        const words = 'This is not possible anymore. What you entered is still here.';
        expect(textOf(card)).toContain(words);
        expect(liveRegionOf(card)).toBe(`Sam Lee blocked this conversation. ${words}`);
        expect(get(formOf(card) as HTMLElement, '.confirm')).toMatchObject({ disabled: true });
        await decide('Spam', 'Long thoughts', formOf(card) as HTMLElement);
        expect(org.blockConversation).not.toHaveBeenCalled();
        expect(fieldOf(formOf(card) as HTMLElement, 'note')?.value).toBe('Long thoughts');
        await expect(card).toBeAccessible();
    });

    it('takes a decision all the same once it is possible again', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        org.getConversation.mockResolvedValueOnce(BY_SAM).mockResolvedValueOnce(openView());
        await hint();
        await hint();
        org.blockConversation.mockResolvedValueOnce(blockedView());
        await decide('Spam', '', formOf(card) as HTMLElement);
        expect(org.blockConversation).toHaveBeenCalledTimes(1);
    });

    it('says nothing of a look that brings nothing new', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        org.getConversation.mockResolvedValueOnce(openView({ asOf: '2025-11-22T14:06:00.000Z' }));
        await hint();
        expect(formOf(card)).not.toBeNull();
        expect(textOf(card)).not.toContain('meanwhile');
    });

    it('blocks nobody, and says so, when the record has another conversation now', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        org.getConversation.mockResolvedValueOnce(openView({ id: '11111111-2222-4333-8444-555555555555' }));
        await hint();
        expect(formOf(card)).toBeNull();
        expect(textOf(card)).toContain('Nothing was changed.');
        expect(liveRegionOf(card)).toContain('Nothing was changed.');
    });

    it('does what is still legal', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        org.getConversation.mockResolvedValueOnce(openView({ state: 'CLOSED' }));
        await hint();
        org.blockConversation.mockResolvedValueOnce(blockedView());

        await decide('Spam', '', formOf(card) as HTMLElement);

        expect(org.blockConversation).toHaveBeenCalledTimes(1);
        expect(formOf(card)).toBeNull();
    });

    it('asks nothing about a block that is gone', async () => {
        const card = await openCard(blockedView());
        await click(actionOf(card));
        org.getConversation.mockResolvedValueOnce(openView());
        await hint();
        expect(confirmOf(card)).toBeNull();
        expect(actionOf(card)?.label).toBe('Block');
    });

    it('asks about the block that holds now', async () => {
        const card = await openCard(blockedView());
        await click(actionOf(card));
        org.getConversation.mockResolvedValueOnce(BY_SAM);
        await hint();
        expect(textOf(confirmOf(card) as HTMLElement)).toContain('Sam Lee');
        expect(textOf(card)).toContain('The conversation was changed meanwhile.');
    });

    it('says in the dialog what happened behind it, for as long as it matters', async () => {
        jest.replaceProperty(window, 'innerWidth', 1024);
        const card = await openCard(openView());
        await click(actionOf(card));
        const dialog = dialogOf() as HTMLElement;
        org.getConversation
            .mockResolvedValueOnce(openView({ state: 'CLOSED' }))
            .mockResolvedValueOnce(BY_SAM)
            .mockResolvedValueOnce(openView());
        await hint();
        expect(textOf(dialog)).toContain('The conversation was changed meanwhile.');
        expect(get(dialog, '.confirm')).toMatchObject({ disabled: false });
        await hint();
        expect(textOf(dialog)).toContain('What you entered is still here. Sam Lee blocked this conversation.');
        expect(get(dialog, '.confirm')).toMatchObject({ disabled: true });
        await hint();
        expect(find(dialog, '[role="alert"]')).toBeNull();
        expect(get(dialog, '.confirm')).toMatchObject({ disabled: false });
    });

    it('opens again in the card what a dialog sent too late, with all that was typed', async () => {
        jest.replaceProperty(window, 'innerWidth', 1024);
        const card = await openCard(openView());
        await click(actionOf(card));
        const form = formIn(dialogOf());
        await enter(form, 'note', 'Long thoughts');
        org.getConversation.mockResolvedValueOnce(BY_SAM);
        await hint();

        // Sent in the moment in which the news arrived.
        const decision = { reason: 'Fraud', note: 'Long thoughts', until: null, duration: 'none' };
        form.dispatchEvent(new CustomEvent('submit', { detail: decision }));
        await flushPromises();

        expect(org.blockConversation).not.toHaveBeenCalled();
        expect(textOf(card)).toContain('This is not possible anymore');
        expect(fieldOf(formOf(card) as HTMLElement, 'note')?.value).toBe('Long thoughts');
    });
});

describe('c-conversation-panel: among other components', () => {
    const MESSAGE = { recordId: RECORD_ID, conversationId: CONVERSATION_ID };
    const BARE_ID = CONVERSATION_ID.replaceAll('-', '').toUpperCase();

    it('tells its own changes, once each, and nothing when it is opened', async () => {
        const card = await openCard(openView());
        expect(takeTold()).toEqual([]);
        org.blockConversation.mockResolvedValueOnce(blockedView());
        await block(card);
        expect(takeTold()).toEqual([{ ...MESSAGE, state: 'BLOCKED', source: expect.any(String) }]);
        org.unblockConversation.mockResolvedValueOnce(openView());
        await unblock(card);
        expect(takeTold()).toMatchObject([{ ...MESSAGE, state: 'OPEN' }]);
        expect(org.getConversation).toHaveBeenCalledTimes(1);
    });

    it('tells a new state that a look brings, and no other look', async () => {
        await openCard(openView());
        org.getConversation.mockResolvedValueOnce(openView()).mockResolvedValueOnce(BY_SAM);
        await hint();
        expect(takeTold()).toEqual([]);
        await hint();
        expect(takeTold()).toMatchObject([{ ...MESSAGE, state: 'BLOCKED' }]);
    });

    it('tells a change of the block, which leaves the state as it is', async () => {
        const card = await openCard(blockedView());
        await click(buttonOf(card, 'change'));
        org.updateBlock.mockResolvedValueOnce(blockedView({ block: blockView({ reason: 'Fraud' }) }));
        await decide('Fraud');
        expect(takeTold()).toMatchObject([{ ...MESSAGE, state: 'BLOCKED' }]);
    });

    it('tells nothing of a change that failed', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError());
        await block(card);
        expect(takeTold()).toEqual([]);
    });

    it.each([
        ['this conversation', { conversationId: CONVERSATION_ID, state: 'BLOCKED' }],
        ['this conversation, its id without dashes', { conversationId: BARE_ID, state: 'BLOCKED' }],
        ['the conversation of this record', { recordId: RECORD_ID, state: 'CLOSED' }]
    ])('looks again when somebody speaks of %s, and does not answer', async (_what, message) => {
        const card = await openCard(openView());
        org.getConversation.mockResolvedValueOnce(openView({ state: message.state as 'BLOCKED' }));
        await say(message);
        expect(org.getConversation).toHaveBeenCalledTimes(2);
        expect(takeTold()).toEqual([]);
        expect(liveRegionOf(card)).toContain('Conversation state:');
    });

    it.each([
        ['another conversation', { conversationId: '11111111-2222-4333-8444-555555555555', state: 'BLOCKED' }],
        ['a conversation without a name', { conversationId: 7 as unknown as string }],
        ['another record', { recordId: '00Q000000000002AAA', state: 'CLOSED' }],
        ['nothing', {}]
    ])('leaves messages about %s alone', async (_what, message) => {
        await openCard(openView());
        await say(message);
        expect(org.getConversation).toHaveBeenCalledTimes(1);
    });

    it('loads anew when somebody names its record only', async () => {
        const card = await openCard(openView());
        org.getConversation.mockResolvedValueOnce(openView({ state: 'CLOSED' }));
        await say({ recordId: RECORD_ID });
        expect(org.getConversation).toHaveBeenCalledTimes(2);
        expect(textOf(card)).toContain('Closed');
    });

    it('comes to rest with another card when somebody names their record', async () => {
        await openCard(openView());
        await openCard(openView());
        org.getConversation.mockResolvedValue(openView({ state: 'CLOSED' }));
        await say({ recordId: RECORD_ID });
        await flushPromises();
        const { length } = org.getConversation.mock.calls;
        await flushPromises();
        expect(org.getConversation).toHaveBeenCalledTimes(length);
        expect(length).toBeLessThanOrEqual(6);
        expect(takeTold().length).toBeLessThanOrEqual(2);
    });

    it('comes to rest beside another card of the same conversation', async () => {
        const card = await openCard(openView());
        await openCard(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView());
        org.getConversation.mockResolvedValue(blockedView());

        await block(card);
        await flushPromises();

        expect(takeTold()).toHaveLength(1);
        expect(org.getConversation).toHaveBeenCalledTimes(3);
    });

    it('takes part when the page is refreshed, and not anymore when it has left it', async () => {
        jest.mocked(registerRefreshHandler).mockReturnValueOnce(7);
        const card = await openCard(openView());
        const [, handler] = jest.mocked(registerRefreshHandler).mock.calls.at(-1) ?? [];
        org.getConversation.mockResolvedValueOnce(openView({ state: 'CLOSED' }));

        await expect(handler?.()).resolves.toBe(true);
        await flushPromises();

        expect(textOf(card)).toContain('Closed');
        card.remove();
        expect(jest.mocked(unregisterRefreshHandler).mock.calls).toEqual([[7]]);
    });

    it('registers its element, which is all that Lightning Locker takes', async () => {
        jest.mocked(registerRefreshHandler).mockReturnValueOnce(7);
        const card = await openCard(openView());
        expect(jest.mocked(registerRefreshHandler).mock.calls[0]?.[0]).toBe(card);
        expect(registerRefreshHandler).toHaveBeenCalledTimes(1);
    });

    it('registers itself where its element is not taken', async () => {
        jest.mocked(registerRefreshHandler)
            .mockImplementationOnce(() => {
                throw new TypeError('not a component');
            })
            .mockReturnValueOnce(8);
        const card = await openCard(openView());
        expect(textOf(card)).toContain('Maria Lopez');
        expect(registerRefreshHandler).toHaveBeenCalledTimes(2);
        card.remove();
        expect(jest.mocked(unregisterRefreshHandler).mock.calls).toEqual([[8]]);
    });

    it('works where it can take no part in refreshing', async () => {
        jest.mocked(registerRefreshHandler).mockImplementation(() => {
            throw new TypeError('not in this page');
        });
        const card = await openCard(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView());
        await block(card);
        expect(textOf(card)).toContain('Blocked');
        card.remove();
        expect(unregisterRefreshHandler).not.toHaveBeenCalled();
    });

    it('leaves the page where it cannot end to take part', async () => {
        jest.mocked(registerRefreshHandler).mockReturnValueOnce(9);
        jest.mocked(unregisterRefreshHandler).mockImplementationOnce(() => {
            throw new TypeError('unknown');
        });
        const card = await openCard(openView());
        expect(() => card.remove()).not.toThrow();
        expect(watched()).toEqual([]);
    });

    it.each(['proxy-timeout', 'no-conversation-id'])('loads what it could not load before (%s)', async (code) => {
        org.getConversation.mockRejectedValueOnce(apexError({ code }));
        const card = await openCard();
        org.getConversation.mockRejectedValueOnce(apexError({ code })).mockResolvedValueOnce(openView());
        await comeBack();
        await comeBack();
        expect(textOf(card)).toContain('Maria Lopez');
        expect(find(card, 'c-conversation-error-panel')).toBeNull();
        expect(watched()).toEqual([CONVERSATION_ID]);
        card.remove();
        expect(watched()).toEqual([]);
    });

    it('loads on a refresh what it could not load before', async () => {
        org.getConversation.mockRejectedValueOnce(apexError());
        const card = await openCard();
        const [, handler] = jest.mocked(registerRefreshHandler).mock.calls.at(-1) ?? [];
        org.getConversation.mockResolvedValueOnce(openView());
        await handler?.();
        await flushPromises();
        expect(textOf(card)).toContain('Maria Lopez');
    });
});
