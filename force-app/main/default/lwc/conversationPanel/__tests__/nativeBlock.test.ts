import labelBusy from '@salesforce/label/c.GoTallo_Error_conversationBusy';
import type { ConversationView, NativeBlockView } from '#contract';
import {
    actionOf,
    answer,
    answerOf,
    block,
    click,
    liveRegionOf,
    openCard,
    org,
    pendingAnswer,
    RECORD_ID,
    unblock
} from 'test/card';
import { buttonsOf, confirmOf, dialogOf, formIn, retryOf, sayYes } from 'test/card';
import { find, flushPromises, get, textOf } from 'test/dom';
import { fieldOf } from 'test/form';
import { apexError } from 'test/errors';
import { hint } from 'test/updates';
import { blockedView, CONVERSATION_ID, onChannel, openView } from 'test/views';

const COMMAND = { recordId: RECORD_ID, conversationIdField: null, conversationId: CONVERSATION_ID };

/** Blocked, and a supervisor may say what the channel shows. */
function askedView(changes: Partial<ConversationView> = {}): ConversationView {
    return blockedView({ ...onChannel('unconfirmed'), actions: ['unblock', 'resolveNativeBlock'], ...changes });
}

describe('c-conversation-panel: the native block', () => {
    it.each<[NativeBlockView['status'], string]>([
        ['blocked', 'Blocked on WhatsApp. They cannot reach you there.'],
        ['refused', 'Blocked in Salesforce only, not on WhatsApp.'],
        ['not-blocked', 'Blocked in Salesforce only, not on WhatsApp.'],
        ['unconfirmed', 'Blocked. New messages are kept out of Salesforce. Whether WhatsApp blocks them is not known.']
    ])('announces how firmly a block holds (%s)', async (status, words) => {
        const card = await openCard(openView(onChannel('not-blocked')));
        org.blockConversation.mockResolvedValueOnce(blockedView(onChannel(status)));

        await block(card);

        expect(liveRegionOf(card)).toBe(words);
        await expect(card).toBeAccessible();
    });

    it.each<[NativeBlockView['status'], string]>([
        ['blocked', 'Blocked on WhatsApp. They cannot reach you there.'],
        ['refused', 'Blocked. New messages still reach Salesforce.'],
        ['not-blocked', 'Blocked. New messages still reach Salesforce.'],
        [
            'unconfirmed',
            'Blocked. Whether WhatsApp blocks them is not known; if not, new messages still reach Salesforce.'
        ]
    ])('does not announce that messages are kept out by a state that keeps nothing out (%s)', async (status, words) => {
        const card = await openCard(openView({ ...onChannel('not-blocked'), blockedStateExcluded: false }));
        org.blockConversation.mockResolvedValueOnce(blockedView({ ...onChannel(status), blockedStateExcluded: false }));

        await block(card);

        expect(liveRegionOf(card)).toBe(words);
    });

    it.each<[NativeBlockView['status'], string]>([
        ['not-blocked', 'Unblocked.'],
        ['blocked', 'Unblocked in Salesforce, and still blocked on WhatsApp.'],
        ['unconfirmed', 'Unblocked in Salesforce. Whether WhatsApp blocks them is not known.']
    ])('does not announce more than an unblock did (%s)', async (status, words) => {
        const card = await openCard(blockedView(onChannel('blocked')));
        org.unblockConversation.mockResolvedValueOnce(openView(onChannel(status)));

        await unblock(card);

        expect(liveRegionOf(card)).toBe(words);
    });

    it.each<[NativeBlockView['status'], string]>([
        ['blocked', 'Still blocked on WhatsApp'],
        ['unconfirmed', 'May be blocked on WhatsApp']
    ])('shows somebody without a block whom the channel may keep away (%s)', async (status, words) => {
        const card = await openCard(openView(onChannel(status)));

        expect(textOf(card)).toContain('Open');
        expect(textOf(card)).toContain(words);
        expect(textOf(card)).not.toContain('You can write and receive.');
        await expect(card).toBeAccessible();
    });

    it('offers Unblock, and says what it ends, when only the channel still blocks', async () => {
        const card = await openCard(openView({ ...onChannel('blocked'), actions: ['unblock', 'close'] }));
        expect(actionOf(card)).toMatchObject({
            label: 'Unblock',
            ariaLabel: 'Unblock Maria Lopez on WhatsApp; WhatsApp still blocks them'
        });
        org.unblockConversation.mockResolvedValueOnce(openView(onChannel('not-blocked')));

        await unblock(card);

        expect(org.unblockConversation.mock.calls).toEqual([[{ ...COMMAND, note: null }]]);
        expect(actionOf(card)?.label).toBe('Block');
    });

    it('tells nobody to unblock in a conversation that has expired', async () => {
        const card = await openCard(openView({ state: 'EXPIRED', ...onChannel('blocked'), actions: [] }));

        expect(textOf(card)).toContain('Expired');
        expect(textOf(card)).toContain('Still blocked on WhatsApp');
        expect(textOf(card)).toContain('messages they send are lost');
        expect(textOf(card)).not.toContain('Unblock');
        expect(actionOf(card)).toBeNull();
        await expect(card).toBeAccessible();
    });

    it.each(['block', 'unblock'] as const)(
        'does not claim to know the channel when nobody knows what became of %s',
        async (kind) => {
            const before = kind === 'block' ? openView(onChannel('not-blocked')) : blockedView(onChannel('blocked'));
            const card = await openCard(before);
            org.blockConversation.mockRejectedValueOnce(apexError({ code: 'proxy-timeout' }));
            org.unblockConversation.mockRejectedValueOnce(apexError({ code: 'proxy-timeout' }));

            await (kind === 'block' ? block(card) : unblock(card));

            expect(textOf(card)).toContain('Not known yet');
            expect(textOf(card)).toContain('It may or may not hold.');
            expect(textOf(card)).not.toMatch(/(not|till|are|ay be) blocked/i);
            await expect(card).toBeAccessible();
        }
    );
});

describe('c-conversation-panel: a supervisor says what the channel shows', () => {
    it('makes one call about the conversation they saw, and shows what holds', async () => {
        const card = await openCard(askedView());
        org.resolveNativeBlock.mockResolvedValueOnce(blockedView(onChannel('blocked')));

        await answer(card, 'blocked');

        expect(org.resolveNativeBlock.mock.calls).toEqual([[{ ...COMMAND, status: 'blocked', version: '1' }]]);
        expect(org.blockConversation).not.toHaveBeenCalled();
        expect(org.unblockConversation).not.toHaveBeenCalled();
        expect(textOf(card)).toContain('Blocked on WhatsApp');
        expect(liveRegionOf(card)).toBe('Noted: blocked on WhatsApp.');
        expect(answerOf(card, 'blocked')).toBeNull();
        await expect(card).toBeAccessible();
    });

    it('shows that nobody is blocked after a no, and the question is gone', async () => {
        const view = openView({ ...onChannel('unconfirmed'), actions: ['block', 'resolveNativeBlock'] });
        const card = await openCard(view);
        org.resolveNativeBlock.mockResolvedValueOnce(openView(onChannel('not-blocked')));

        await answer(card, 'not-blocked');

        expect(liveRegionOf(card)).toBe('Noted: not blocked on WhatsApp.');
        expect(find(card, 'c-conversation-block-details')).toBeNull();
        expect(textOf(card)).toContain('You can write and receive.');
    });

    it('does not announce an answer that the proxy did not take over', async () => {
        const card = await openCard(askedView());
        org.resolveNativeBlock.mockResolvedValueOnce(askedView());
        await answer(card, 'blocked');
        expect(liveRegionOf(card)).toBe('Conversation state: Kept out');
    });

    it('makes one call when both answers are clicked, and nothing else can be done meanwhile', async () => {
        const card = await openCard(askedView());
        const slow = pendingAnswer();
        org.resolveNativeBlock.mockReturnValueOnce(slow.promise);

        answerOf(card, 'blocked')?.click();
        await answer(card, 'not-blocked');
        await sayYes(card);

        expect(org.resolveNativeBlock.mock.calls).toEqual([[{ ...COMMAND, status: 'blocked', version: '1' }]]);
        expect(liveRegionOf(card)).toBe('Saving what you saw…');
        expect(answerOf(card, 'not-blocked')).toMatchObject({ disabled: true });
        expect(actionOf(card)).toMatchObject({ label: 'Unblock', disabled: true });
        await expect(card).toBeAccessible();
    });

    it('moves on to the state when the question is gone, and to no button', async () => {
        const card = await openCard(askedView());
        org.resolveNativeBlock.mockResolvedValueOnce(blockedView(onChannel('blocked')));
        answerOf(card, 'blocked')?.focus();

        await answer(card, 'blocked');

        expect(card.shadowRoot?.activeElement).toBe(get(card, 'c-conversation-state'));
    });

    it('repeats the very same answer on Try again', async () => {
        const card = await openCard(askedView());
        org.resolveNativeBlock.mockRejectedValueOnce(apexError({ code: 'store-unavailable' }));
        await answer(card, 'not-blocked');
        org.resolveNativeBlock.mockResolvedValueOnce(blockedView(onChannel('not-blocked')));

        await click(retryOf(card));

        const command = { ...COMMAND, status: 'not-blocked', version: '1' };
        expect(org.resolveNativeBlock.mock.calls).toEqual([[command], [command]]);
        expect(find(card, 'c-conversation-error-panel')).toBeNull();
    });

    it.each(['conversation-busy', 'proxy-timeout', 'internal-error'])(
        'keeps showing the block and the question when it failed with %s',
        async (code) => {
            const card = await openCard(askedView());
            org.resolveNativeBlock.mockRejectedValueOnce(apexError({ code, message: 'It was not noted.' }));

            await answer(card, 'blocked');

            expect(textOf(card)).toContain('It was not noted.');
            expect(textOf(card)).toContain('Blocked by Ana Silva');
            expect(textOf(card)).toContain('Not known whether blocked on WhatsApp');
            expect(answerOf(card, 'blocked')).toMatchObject({ disabled: false });
            await expect(card).toBeAccessible();
        }
    );

    it.each(['native-block-known', 'native-block-not-supported', 'conversation-changed', 'conversation-busy'])(
        'looks again instead of repeating what would be refused again or may be outdated (%s)',
        async (code) => {
            const card = await openCard(askedView());
            org.resolveNativeBlock.mockRejectedValueOnce(apexError({ code }));
            await answer(card, 'blocked');
            org.getConversation.mockResolvedValueOnce(blockedView(onChannel('not-blocked')));

            await click(retryOf(card));

            expect(org.resolveNativeBlock).toHaveBeenCalledTimes(1);
            expect(textOf(card)).toContain('Not blocked on WhatsApp');
        }
    );

    it('says when to look again if what was seen may still change', async () => {
        const card = await openCard(askedView());
        const busy = { code: 'conversation-busy', message: labelBusy, retryAfterSeconds: 25 };
        org.resolveNativeBlock.mockRejectedValueOnce(apexError(busy));

        await answer(card, 'blocked');

        expect(textOf(card)).toContain('An earlier change may still take effect, so yours was not made.');
        expect(textOf(card)).toContain('look again, then decide. Try again in 25 seconds');
        expect(textOf(card)).not.toContain('Nothing was changed.');
        await expect(card).toBeAccessible();
    });

    it('does not lose what was entered for a block', async () => {
        const card = await openCard(
            openView({ ...onChannel('unconfirmed'), actions: ['block', 'resolveNativeBlock'] })
        );
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-refused' }));
        await block(card, 'Fraud', 'Asks for card numbers');
        org.resolveNativeBlock.mockResolvedValueOnce(openView(onChannel('not-blocked')));
        await answer(card, 'not-blocked');

        await click(actionOf(card));

        expect(fieldOf(formIn(dialogOf()), 'note')).toMatchObject({ value: 'Asks for card numbers' });
    });

    it('takes the question back, and nothing else, from somebody who may not answer it anymore', async () => {
        const card = await openCard(askedView());
        org.resolveNativeBlock.mockRejectedValueOnce(apexError({ code: 'no-permission' }));

        await answer(card, 'blocked');

        expect(answerOf(card, 'blocked')).toBeNull();
        expect(actionOf(card)).toMatchObject({ label: 'Unblock', disabled: false });
    });

    it('tells nobody with a question to answer that they can only look', async () => {
        const card = await openCard(askedView({ actions: ['resolveNativeBlock'] }));
        expect(textOf(card)).not.toContain('You can see the state but not change it.');
        expect(actionOf(card)).toBeNull();
        expect(answerOf(card, 'blocked')).not.toBeNull();
    });

    it.each<['blocked' | 'not-blocked', string, string]>([
        ['blocked', 'WhatsApp blocks them', 'cannot write there, and Unblock will unblock them on WhatsApp as well'],
        ['not-blocked', 'They can write on WhatsApp', 'the next block will be asked for on WhatsApp as well']
    ])('is asked once more what they said, and what follows (%s)', async (status, words, line) => {
        const card = await openCard(askedView());
        await click(answerOf(card, status));

        const question = confirmOf(card) as HTMLElement;
        expect(textOf(question)).toContain(`Your answer: ${words}`);
        expect(textOf(question)).toContain(line);
        expect(get<HTMLElement & { label: string }>(question, '.yes').label).toBe(words);
        expect(question.shadowRoot?.activeElement).toMatchObject({ label: 'Cancel' });
        expect(answerOf(card, status)).toMatchObject({ disabled: true });
        expect(textOf(card)).not.toContain('Saving what you saw…');
        expect(buttonsOf(card)).toEqual([]);
        expect(org.resolveNativeBlock).not.toHaveBeenCalled();
        await expect(card).toBeAccessible();
    });

    it('changes nothing when they take it back, and puts focus back on the answer', async () => {
        const card = await openCard(askedView());
        await click(answerOf(card, 'not-blocked'));
        confirmOf(card)?.dispatchEvent(new CustomEvent('cancel'));
        await flushPromises();

        expect(confirmOf(card)).toBeNull();
        expect(org.resolveNativeBlock).not.toHaveBeenCalled();
        expect(find(card, 'c-conversation-block-details')?.shadowRoot?.activeElement).toBe(
            answerOf(card, 'not-blocked')
        );
    });

    it('is not asked anymore when the question is over meanwhile', async () => {
        const card = await openCard(askedView());
        await click(answerOf(card, 'blocked'));
        org.getConversation.mockResolvedValueOnce(blockedView(onChannel('blocked')));
        await hint();
        expect(confirmOf(card)).toBeNull();
    });

    describe('and corrects it', () => {
        const ACTIONS: ConversationView['actions'] = ['block', 'resolveNativeBlock'];

        it.each<[NativeBlockView['status'], 'blocked' | 'not-blocked', string]>([
            ['blocked', 'not-blocked', 'Not right? They can write on WhatsApp'],
            ['not-blocked', 'blocked', 'Not right? WhatsApp blocks them'],
            ['refused', 'blocked', 'Not right? WhatsApp blocks them']
        ])('in one way where the answer is known (%s)', async (status, other, label) => {
            const card = await openCard(askedView(onChannel(status)));
            expect(answerOf(card, other)).toMatchObject({ label, variant: 'base' });
            expect(answerOf(card, other === 'blocked' ? 'not-blocked' : 'blocked')).toBeNull();
            await expect(card).toBeAccessible();
        });

        it('of somebody who is open, too, whom the channel still keeps away', async () => {
            const view = openView({ ...onChannel('unconfirmed'), actions: ACTIONS });
            const card = await openCard(view);
            org.resolveNativeBlock.mockResolvedValueOnce(openView({ ...onChannel('not-blocked'), actions: ACTIONS }));
            await answer(card, 'not-blocked');
            expect(textOf(card)).toContain('You can write and receive.');
            expect(textOf(card)).toContain('Not right? WhatsApp blocks them');
            await expect(card).toBeAccessible();
            org.resolveNativeBlock.mockResolvedValueOnce(openView({ ...onChannel('blocked'), actions: ACTIONS }));

            await answer(card, 'blocked');

            expect(org.resolveNativeBlock.mock.lastCall).toEqual([{ ...COMMAND, status: 'blocked', version: '1' }]);
            expect(textOf(card)).toContain('Still blocked on WhatsApp');
            expect(answerOf(card, 'not-blocked')).not.toBeNull();
        });

        it('not, where the proxy does not offer it', async () => {
            const card = await openCard(blockedView(onChannel('blocked')));
            expect(textOf(card)).not.toContain('Not right?');
        });
    });
});
