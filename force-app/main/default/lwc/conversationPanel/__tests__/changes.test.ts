import type { ConversationAction } from '#contract';
import { actionOf, block, buttonOf, buttonsOf, cancel, click, confirmOf, decide, dialogOf } from 'test/card';
import {
    formIn,
    formOf,
    isUndoable,
    liveRegionOf,
    openCard,
    org,
    pendingAnswer,
    RECORD_ID,
    retryOf,
    unblock
} from 'test/card';
import { find, flushPromises, get, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { enter, fieldOf, submit } from 'test/form';
import { hint } from 'test/updates';
import { blockedView, blockView, CONVERSATION_ID, openView, undoView } from 'test/views';

const COMMAND = { recordId: RECORD_ID, conversationIdField: null, conversationId: CONVERSATION_ID };
const SAM = { id: '005000000000002AAA', name: 'Sam Lee' };

describe('c-conversation-panel: take over, close, reopen', () => {
    it.each<[ConversationAction & ('takeOver' | 'close' | 'reopen'), 'OPEN' | 'CLOSED', string]>([
        ['takeOver', 'OPEN', 'Open'],
        ['reopen', 'OPEN', 'Open'],
        ['close', 'CLOSED', 'Closed']
    ])('sets the state by name (%s)', async (action, state, label) => {
        const card = await openCard(openView({ state: 'AUTO_BOT', actions: [action, 'block'] }));
        org.changeState.mockResolvedValueOnce(openView({ state }));

        await click(buttonOf(card, action));

        expect(org.changeState.mock.calls).toEqual([[{ ...COMMAND, state }]]);
        expect(liveRegionOf(card)).toBe(`Conversation state: ${label}`);
        await expect(card).toBeAccessible();
    });

    it('is dead as a whole while the state is changed, and says so', async () => {
        const card = await openCard(openView({ actions: ['close', 'block'] }));
        org.changeState.mockReturnValueOnce(pendingAnswer().promise);

        await click(buttonOf(card, 'close'));
        await click(buttonOf(card, 'close'));
        await click(actionOf(card));

        expect(liveRegionOf(card)).toBe('Changing the conversation…');
        expect(org.changeState).toHaveBeenCalledTimes(1);
        expect(dialogOf()).toBeNull();
    });

    it('repeats the very same command on Try again, and claims no state meanwhile', async () => {
        const card = await openCard(openView({ actions: ['close', 'block'] }));
        org.changeState.mockRejectedValueOnce(apexError({ code: 'gotallo-timeout' }));
        await click(buttonOf(card, 'close'));
        expect(textOf(card)).toContain('Not known yet');
        org.getConversation.mockResolvedValueOnce(openView({ actions: ['close', 'block'] }));
        org.changeState.mockResolvedValueOnce(openView({ state: 'CLOSED' }));

        await click(retryOf(card));

        const command = { ...COMMAND, state: 'CLOSED' };
        expect(org.changeState.mock.calls).toEqual([[command], [command]]);
    });

    it('says that it expired meanwhile, and offers nothing anymore', async () => {
        const card = await openCard(openView({ actions: ['close'] }));
        const view = openView({ state: 'EXPIRED', actions: [] });
        org.changeState.mockRejectedValueOnce(apexError({ code: 'conversation-expired', message: 'Expired.', view }));

        await click(buttonOf(card, 'close'));

        expect(textOf(card)).toContain('This conversation cannot be used anymore.');
        expect(buttonsOf(card)).toEqual([]);
    });
});

describe('c-conversation-panel: Change block', () => {
    it('starts with the open block, and sends all of it', async () => {
        const until = '2099-01-01T00:00:00.000Z';
        const card = await openCard(blockedView({ block: blockView({ until }) }));
        await click(buttonOf(card, 'change'));
        expect(fieldOf(formIn(dialogOf()), 'note')?.value).toBe('Sends crypto links every hour');
        org.updateBlock.mockResolvedValueOnce(blockedView({ block: blockView({ reason: 'Fraud' }) }));

        await decide('Fraud', '');

        expect(org.updateBlock.mock.calls).toEqual([
            [{ ...COMMAND, reason: 'Fraud', note: null, untilTime: until, blockId: blockView().id }]
        ]);
        expect(org.blockConversation).not.toHaveBeenCalled();
        expect(liveRegionOf(card)).toBe('The block was changed.');
    });

    it.each([
        ['another block', blockedView({ block: blockView({ id: '11111111-2222-4333-8444-555555555555', by: SAM }) })],
        ['none', blockedView({ block: null })]
    ])(
        'says in the dialog that the card shows %s by now, asks nothing of the org, and keeps what was typed',
        async (_what, view) => {
            const card = await openCard(blockedView());
            await click(buttonOf(card, 'change'));
            const form = formIn(dialogOf());
            await enter(form, 'note', 'Long thoughts');
            org.getConversation.mockResolvedValueOnce(view);
            await hint();

            expect(textOf(dialogOf() as HTMLElement)).toContain('This is not possible anymore');
            await submit(form);
            expect(org.updateBlock).not.toHaveBeenCalled();
            expect(dialogOf()).not.toBeNull();
            expect(fieldOf(form, 'note')?.value).toBe('Long thoughts');
        }
    );

    it('claims no change, and looks first, when the org knows another block by now', async () => {
        const card = await openCard(blockedView());
        await click(buttonOf(card, 'change'));
        org.updateBlock.mockRejectedValueOnce(apexError({ code: 'block-changed', message: 'Another one by now.' }));
        await decide('Fraud');
        expect(textOf(card)).toContain('Blocked by Ana Silva');
        org.getConversation.mockResolvedValueOnce(blockedView({ block: blockView({ by: SAM }) }));

        await click(retryOf(card));

        expect(org.updateBlock).toHaveBeenCalledTimes(1);
        expect(textOf(card)).toContain('Blocked by Sam Lee');
    });

    it('keeps what was typed when it failed', async () => {
        const card = await openCard(blockedView());
        await click(buttonOf(card, 'change'));
        org.updateBlock.mockRejectedValueOnce(apexError({ code: 'gotallo-refused' }));
        await decide('Fraud', 'Asks for card numbers');

        await click(buttonOf(card, 'change'));

        expect(fieldOf(formIn(dialogOf()), 'note')?.value).toBe('Asks for card numbers');
    });

    it('does not bring the words of a failed block into a change', async () => {
        const card = await openCard(openView({ actions: ['block'] }));
        org.blockConversation.mockRejectedValueOnce(
            apexError({ code: 'gotallo-refused', view: blockedView({ block: blockView({ note: 'Of Ana' }) }) })
        );
        await block(card, 'Fraud', 'Mine');

        await click(buttonOf(card, 'change'));

        expect(fieldOf(formIn(dialogOf()), 'note')?.value).toBe('Of Ana');
        await cancel();
    });

    it('looks first when the end is over meanwhile, and keeps what was typed', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'end-in-past', message: 'The end is over.' }));
        await block(card, 'Fraud', 'Asks for card numbers');
        expect(textOf(card)).toContain('You can write and receive.');
        org.getConversation.mockResolvedValueOnce(openView());

        await click(retryOf(card));
        await click(actionOf(card));

        expect(org.blockConversation).toHaveBeenCalledTimes(1);
        expect(fieldOf(formIn(dialogOf()), 'note')?.value).toBe('Asks for card numbers');
    });
});

describe('c-conversation-panel: Unblock asks first', () => {
    it.each([
        ['somebody else’s block', blockView({ by: SAM, note: null })],
        ['a block with a note', blockView()]
    ])('shows %s before it is ended', async (_whose, block_) => {
        const card = await openCard(blockedView({ block: block_ }));

        await click(actionOf(card));

        expect(confirmOf(card)).not.toBeNull();
        expect(org.unblockConversation).not.toHaveBeenCalled();
        expect(buttonsOf(card)).toEqual([]);
        await expect(card).toBeAccessible();
    });

    it('ends a block of this agent without a note at once', async () => {
        const card = await openCard(blockedView({ block: blockView({ note: null }) }));
        org.unblockConversation.mockResolvedValueOnce(openView());
        await click(actionOf(card));
        expect(org.unblockConversation.mock.calls).toEqual([[{ ...COMMAND, note: null }]]);
    });

    it('leaves all as it is when the agent keeps the block, and goes back to the button', async () => {
        const card = await openCard(blockedView());
        await click(actionOf(card));

        confirmOf(card)?.dispatchEvent(new CustomEvent('cancel'));
        await flushPromises();

        expect(confirmOf(card)).toBeNull();
        expect(org.unblockConversation).not.toHaveBeenCalled();
        expect(find(card, 'c-conversation-actions')?.shadowRoot?.activeElement).toBe(actionOf(card));
    });
});

describe('c-conversation-panel: a question is open while something else is under way', () => {
    it.each([
        ['the form', openView(), '.confirm'],
        ['the question before an unblock', blockedView(), '.yes']
    ])('takes no answer in %s until that is over', async (_what, view, button) => {
        jest.replaceProperty(window, 'innerWidth', 320);
        const card = await openCard(view);
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'proxy-timeout' }));
        await hint();
        await click(actionOf(card));
        const slow = pendingAnswer();
        org.getConversation.mockReturnValueOnce(slow.promise);
        await click(get(card, 'c-conversation-state', 'lightning-button'));

        const answer = get(formOf(card) ?? (confirmOf(card) as HTMLElement), button);
        expect(answer).toMatchObject({ disabled: true });
        await slow.resolve(view);
        expect(answer).toMatchObject({ disabled: false });
    });
});

describe('c-conversation-panel: Undo', () => {
    it('takes a block back, and says what holds', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView({ undo: undoView('block') }));
        await block(card);
        expect(textOf(card)).toContain('Kept out Blocked just now. Undo 10s');
        expect(isUndoable(card)).toBe(true);
        expect(liveRegionOf(card)).toContain('You can undo this for a few seconds.');
        expect(card.shadowRoot?.activeElement).toBe(get(card, 'c-conversation-state'));
        await expect(card).toBeAccessible();
        org.undo.mockResolvedValueOnce(openView({ state: 'AUTO_BOT' }));

        await click(buttonOf(card, 'undo'));

        expect(org.undo.mock.calls).toEqual([[{ ...COMMAND, operationId: undoView('block').operationId }]]);
        expect(liveRegionOf(card)).toBe('Undone. Conversation state: Bot is handling');
        expect(buttonOf(card, 'undo')).toBeNull();
    });

    it('offers Close at once after an unblock, and Block only when Undo is over', async () => {
        const card = await openCard(blockedView());
        org.unblockConversation.mockResolvedValueOnce(
            openView({ actions: ['block', 'close'], undo: undoView('unblock') })
        );
        await unblock(card);
        expect(textOf(card)).toContain('Unblocked just now. Undo');
        expect(buttonsOf(card)).toEqual(['Close', 'Block']);
        expect(isUndoable(card)).toBe(true);
        org.changeState.mockResolvedValueOnce(openView({ state: 'CLOSED' }));

        await click(buttonOf(card, 'close'));

        expect(org.changeState.mock.calls).toEqual([[{ ...COMMAND, state: 'CLOSED' }]]);
    });

    it('is not offered while the card asks how to change the block', async () => {
        jest.replaceProperty(window, 'innerWidth', 320);
        const card = await openCard(blockedView({ undo: undoView('block') }));
        await click(buttonOf(card, 'change'));
        expect(formOf(card)).not.toBeNull();
        expect(textOf(card)).not.toContain('Undo');

        formOf(card)?.dispatchEvent(new CustomEvent('cancel'));
        await flushPromises();

        expect(buttonOf(card, 'undo')).not.toBeNull();
    });

    it('is offered where nothing else is', async () => {
        const card = await openCard(blockedView({ actions: [], undo: undoView('block') }));
        expect(buttonOf(card, 'undo')).not.toBeNull();
        expect(find(card, 'c-conversation-actions')).toBeNull();
    });

    it('gives way to Unblock when it is over, and is not offered once more by a look', async () => {
        const view = blockedView({ undo: undoView('block') });
        const card = await openCard(view);
        expect(isUndoable(card)).toBe(true);

        get(card, 'c-conversation-state').dispatchEvent(new CustomEvent('undoover'));
        await flushPromises();

        expect(buttonOf(card, 'undo')).toBeNull();
        expect(isUndoable(card)).toBe(false);
        org.getConversation.mockResolvedValueOnce(view);
        await hint();
        expect(buttonOf(card, 'undo')).toBeNull();
        expect(actionOf(card)?.label).toBe('Unblock');
    });

    it('says that it came too late, shows what holds, and does not offer it again', async () => {
        const card = await openCard(blockedView({ undo: undoView('block') }));
        const error = { code: 'undo-not-possible', message: 'It is too late.', view: blockedView() };
        org.undo.mockRejectedValueOnce(apexError(error));

        await click(buttonOf(card, 'undo'));

        expect(textOf(card)).toContain('It is too late.');
        expect(textOf(card)).toContain('Blocked by Ana Silva');
        expect(buttonOf(card, 'undo')).toBeNull();
        org.getConversation.mockResolvedValueOnce(blockedView());
        await click(retryOf(card));
        expect(org.undo).toHaveBeenCalledTimes(1);
    });

    it('does not offer it again either when the refusal brings no view', async () => {
        const card = await openCard(blockedView({ undo: undoView('block') }));
        org.undo.mockRejectedValueOnce(apexError({ code: 'undo-not-possible', message: 'It is too late.' }));
        await click(buttonOf(card, 'undo'));
        expect(buttonOf(card, 'undo')).toBeNull();
        expect(textOf(card)).toContain('Blocked by Ana Silva');
    });

    it('repeats the very same command when nobody knows what became of it', async () => {
        const view = blockedView({ undo: undoView('block') });
        const card = await openCard(view);
        org.undo.mockRejectedValueOnce(apexError({ code: 'proxy-timeout' }));
        await click(buttonOf(card, 'undo'));
        org.getConversation.mockResolvedValueOnce(view);
        org.undo.mockResolvedValueOnce(openView());

        await click(retryOf(card));

        const command = { ...COMMAND, operationId: undoView('block').operationId };
        expect(org.undo.mock.calls).toEqual([[command], [command]]);
    });
});
