import {
    actionOf,
    block,
    buttonOf,
    cancel,
    click,
    liveRegionOf,
    openCard,
    org,
    pendingAnswer,
    retryOf,
    unblock
} from 'test/card';
import type { CardElement } from 'test/card';
import { get } from 'test/dom';
import { apexError } from 'test/errors';
import { hint } from 'test/updates';
import { blockedView, openView } from 'test/views';

const STATE = 'the state';

/** What has focus, by its words; elements themselves make unreadable failures. */
function focused(): string {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) {
        active = active.shadowRoot.activeElement;
    }
    if (active?.localName === 'h3') {
        return STATE;
    }
    return active?.localName === 'button' ? (active.textContent ?? '') : (active?.className ?? '');
}

async function failToBlock(): Promise<CardElement> {
    const card = await openCard(openView());
    org.blockConversation.mockRejectedValueOnce(apexError());
    await block(card);
    return card;
}

describe('c-conversation-panel: focus and live region', () => {
    it('takes no focus and says nothing when a page is opened', async () => {
        const card = await openCard(blockedView());
        expect(document.activeElement?.localName).toBe('body');
        expect(liveRegionOf(card)).toBe('');
    });

    it('moves focus to the state after a block, where a second press does nothing', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView());
        await block(card);
        expect(focused()).toBe(STATE);
        expect(get(card, 'c-conversation-state', 'h3').textContent).toContain('Maria Lopez');
    });

    it('moves focus to the state after an unblock', async () => {
        const card = await openCard(blockedView());
        org.unblockConversation.mockResolvedValueOnce(openView());
        await unblock(card);
        expect(focused()).toBe(STATE);
    });

    it('moves focus to Try again after a failure', async () => {
        await failToBlock();
        expect(focused()).toBe('Try again');
    });

    it('moves focus to Block after a cancelled dialog', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        await cancel();
        expect(focused()).toEqual(expect.stringMatching(/^Block/));
    });

    it('moves focus to Block after a cancelled second try, not to Try again', async () => {
        const card = await failToBlock();
        await click(actionOf(card));
        await cancel();
        expect(focused()).toEqual(expect.stringMatching(/^Block/));
    });

    it('moves focus to the state when Try again leads to it', async () => {
        org.getConversation.mockRejectedValueOnce(apexError());
        const card = await openCard();
        org.getConversation.mockResolvedValueOnce(openView({ actions: [] }));
        await click(retryOf(card));
        expect(focused()).toBe(STATE);
    });

    it('leaves focus in the chat window when the agent went there meanwhile', async () => {
        const chat = document.createElement('textarea');
        document.body.append(chat);
        const card = await openCard(openView());
        const slow = pendingAnswer();
        org.blockConversation.mockReturnValueOnce(slow.promise);
        await block(card);
        chat.focus();

        await slow.resolve(blockedView());

        expect(document.activeElement?.localName).toBe('textarea');
    });

    it('announces a failure again when it happens again', async () => {
        const card = await failToBlock();
        const slow = pendingAnswer();
        org.blockConversation.mockReturnValueOnce(slow.promise);
        await click(retryOf(card));
        expect(liveRegionOf(card)).toBe('Blocking…');

        await slow.reject(apexError());

        expect(liveRegionOf(card)).toBe('Not blocked. GoTallo did not accept this. Nothing was changed.');
    });

    it.each(['close', 'reopen'] as const)(
        'moves focus to the state after %s, and not to its opposite',
        async (kind) => {
            const card = await openCard(openView({ actions: [kind] }));
            org.changeState.mockResolvedValueOnce(openView({ actions: [kind === 'close' ? 'reopen' : 'close'] }));
            await click(buttonOf(card, kind));
            expect(focused()).toBe(STATE);
        }
    );

    it('moves focus to the state when the button is gone that opened a question', async () => {
        const card = await openCard(blockedView());
        await click(actionOf(card));
        org.getConversation.mockResolvedValueOnce(openView());
        await hint();
        expect(focused()).toBe(STATE);
    });
});
