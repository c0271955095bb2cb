import type { ConversationView } from '#contract';
import { actionOf, block, buttonsOf, click, liveRegionOf, openCard, org, retryOf, unblock } from 'test/card';
import { textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { blockedView, openView } from 'test/views';

describe('c-conversation-panel: a change that failed', () => {
    it.each(['gotallo-refused', 'too-many-requests', 'conversation-expired'])(
        'keeps showing the state when nothing was changed (%s)',
        async (code) => {
            const card = await openCard(openView());
            org.blockConversation.mockRejectedValueOnce(apexError({ code, message: 'It was refused.' }));

            await block(card);

            expect(textOf(card)).toContain('Not blocked. It was refused. Nothing was changed. Try again');
            expect(textOf(card)).toContain('You can write and receive.');
            expect(actionOf(card)).toMatchObject({ label: 'Block', disabled: false });
            expect(liveRegionOf(card)).toBe('Not blocked. It was refused. Nothing was changed.');
            await expect(card).toBeAccessible();
        }
    );

    it.each(['proxy-timeout', 'proxy-unreachable', 'gotallo-timeout', 'internal-error'])(
        'claims no state when nobody knows whether the block holds (%s)',
        async (code) => {
            const card = await openCard(openView());
            org.blockConversation.mockRejectedValueOnce(apexError({ code }));

            await block(card);

            expect(textOf(card)).toContain('Not known yet');
            expect(textOf(card)).not.toContain('You can write and receive.');
            expect(actionOf(card)?.label).toBe('Block');
            await expect(card).toBeAccessible();
        }
    );

    it.each(['no-permission', 'invalid-token', 'user-type-not-allowed', 'not-connected'])(
        'offers nothing anymore to somebody who may not do it now (%s)',
        async (code) => {
            const card = await openCard(openView({ actions: ['block', 'close'] }));
            org.blockConversation.mockRejectedValueOnce(apexError({ code, message: 'Ask your admin.' }));

            await block(card);

            expect(textOf(card)).toContain('Ask your admin. Nothing was changed. Try again');
            expect(textOf(card)).toContain('Maria Lopez');
            expect(textOf(card)).not.toContain('You can see the state but not change it.');
            expect(buttonsOf(card)).toEqual([]);
            await expect(card).toBeAccessible();
        }
    );

    it('says once that a change is in doubt, and not again in the details', async () => {
        const card = await openCard(openView());
        const pending = { ...blockedView().block, state: 'pending' } as ConversationView['block'];
        const view = blockedView({ state: null, block: pending });
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-timeout', message: 'Too slow.', view }));

        await block(card);

        expect(textOf(card)).toContain('Not confirmed yet. Too slow. It may or may not hold. We keep trying.');
        expect(textOf(card)).not.toContain('GoTallo has not confirmed the last change');
    });

    it('claims no block when nobody knows whether the unblock holds', async () => {
        const card = await openCard(blockedView());
        org.unblockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-timeout' }));

        await unblock(card);

        expect(textOf(card)).toContain('Not known yet');
        expect(textOf(card)).not.toContain('Kept out of Salesforce');
        expect(actionOf(card)?.label).toBe('Unblock');
        await expect(card).toBeAccessible();
    });

    it('claims no state when the connection broke on the way', async () => {
        jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(new TypeError('Failed to fetch'));

        await block(card);

        expect(textOf(card)).toContain('You are offline.');
        expect(textOf(card)).toContain('Not known yet');
    });

    it('shows the view that came with the error, and what is legal in it', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-failed', view: blockedView() }));

        await block(card);

        expect(textOf(card)).toContain('Blocked by Ana Silva');
        expect(actionOf(card)?.label).toBe('Unblock');
    });

    it('says how long to wait', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'too-many-requests', retryAfterSeconds: 12 }));
        await block(card);
        expect(textOf(card)).toContain('You can try again in 12 seconds.');
        expect(liveRegionOf(card)).toContain('You can try again in 12 seconds.');
    });

    it('looks again instead of repeating when the record points to another conversation now', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'conversation-changed' }));
        await block(card);
        expect(textOf(card)).not.toContain('Maria Lopez');
        org.getConversation.mockResolvedValueOnce(openView({ customer: { name: 'Sam Lee' } }));

        await click(retryOf(card));

        expect(org.blockConversation).toHaveBeenCalledTimes(1);
        expect(textOf(card)).toContain('Sam Lee');
    });
});
