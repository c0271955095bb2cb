import type { ConversationView, NativeBlockView } from '#contract';
import {
    buttonOf,
    click,
    confirmOf,
    formIn,
    dialogOf,
    liveRegionOf,
    openCard,
    org,
    pendingAnswer,
    RECORD_ID,
    retryOf
} from 'test/card';
import { find, flushPromises, get, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { enter, fieldOf, submit } from 'test/form';
import { hint } from 'test/updates';
import { blockedView, CONVERSATION_ID, onChannel, openView } from 'test/views';

const COMMAND = { recordId: RECORD_ID, conversationIdField: null, conversationId: CONVERSATION_ID };

/** Blocked, and the channel refused. */
function refusedView(changes: Partial<ConversationView> = {}): ConversationView {
    const actions: ConversationView['actions'] = ['retryNativeBlock', 'unblock'];
    return blockedView({ ...onChannel('refused', 'window-closed'), actions, ...changes });
}

describe('c-conversation-panel: asking the channel once more to block', () => {
    it.each([false, true])('asks at once, and says that it blocks now (as quick action: %s)', async (isAction) => {
        const card = await openCard(refusedView(), { isAction });
        const pending = pendingAnswer();
        org.retryNativeBlock.mockReturnValueOnce(pending.promise);

        await click(buttonOf(card, 'retryNativeBlock'));

        expect(confirmOf(card)).toBeNull();
        expect(org.retryNativeBlock).toHaveBeenCalledWith(COMMAND);
        expect(liveRegionOf(card)).toBe('Blocking…');
        await pending.resolve(blockedView(onChannel('blocked')));
        expect(liveRegionOf(card)).toBe('Blocked on WhatsApp. They cannot reach you there.');
        expect(buttonOf(card, 'retryNativeBlock')).toBeNull();
        await expect(card).toBeAccessible();
    });

    it.each<[NativeBlockView['status'], string]>([
        ['refused', 'Blocked in Salesforce only, not on WhatsApp.'],
        ['unconfirmed', 'Blocked. New messages are kept out of Salesforce. Whether WhatsApp blocks them is not known.']
    ])('does not announce more than came of it (%s)', async (status, words) => {
        const card = await openCard(refusedView());
        org.retryNativeBlock.mockResolvedValueOnce(blockedView(onChannel(status)));
        await click(buttonOf(card, 'retryNativeBlock'));
        expect(liveRegionOf(card)).toBe(words);
    });

    it('calls the org once however often it is pressed', async () => {
        const card = await openCard(refusedView());
        const button = buttonOf(card, 'retryNativeBlock');
        org.retryNativeBlock.mockReturnValueOnce(pendingAnswer().promise);
        await click(button);
        await click(button);
        expect(org.retryNativeBlock).toHaveBeenCalledTimes(1);
    });

    it('is gone as soon as a colleague was quicker', async () => {
        const card = await openCard(refusedView());
        org.getConversation.mockResolvedValueOnce(blockedView(onChannel('blocked')));
        hint();
        await flushPromises();
        expect(buttonOf(card, 'retryNativeBlock')).toBeNull();
    });

    it('looks before anything else when it was refused because something is not as it was shown', async () => {
        const card = await openCard(refusedView());
        org.retryNativeBlock.mockRejectedValueOnce(
            apexError({ code: 'native-block-not-possible', message: 'Not now.' })
        );
        await click(buttonOf(card, 'retryNativeBlock'));
        expect(textOf(get(card, 'c-conversation-error-panel'))).toContain('Not now.');
        org.getConversation.mockResolvedValueOnce(blockedView(onChannel('unconfirmed')));
        await click(retryOf(card));
        expect(org.retryNativeBlock).toHaveBeenCalledTimes(1);
        expect(find(card, 'c-conversation-error-panel')).toBeNull();
    });

    it('claims nothing of the channel, and offers nothing there, when nobody knows what came of it', async () => {
        const card = await openCard(refusedView());
        org.retryNativeBlock.mockRejectedValueOnce(apexError({ code: 'proxy-timeout', message: 'No answer.' }));
        await click(buttonOf(card, 'retryNativeBlock'));
        expect(buttonOf(card, 'retryNativeBlock')).toBeNull();
        expect(textOf(card)).not.toContain('Not blocked on WhatsApp');
    });

    it('does not ask again unasked when Try again finds that somebody unblocked meanwhile', async () => {
        const card = await openCard(refusedView());
        org.retryNativeBlock.mockRejectedValueOnce(apexError({ code: 'gotallo-timeout', message: 'No answer.' }));
        await click(buttonOf(card, 'retryNativeBlock'));
        org.getConversation.mockResolvedValueOnce(openView());
        await click(retryOf(card));
        expect(org.retryNativeBlock).toHaveBeenCalledTimes(1);
        expect(confirmOf(card)).toBeNull();
    });

    it('keeps what was typed into a change of the block that failed', async () => {
        const card = await openCard(refusedView());
        org.updateBlock.mockRejectedValueOnce(apexError({ code: 'gotallo-refused', message: 'No.' }));
        await click(buttonOf(card, 'change'));
        await enter(formIn(dialogOf()), 'note', 'Police case 4711');
        await submit(formIn(dialogOf()));
        org.retryNativeBlock.mockResolvedValueOnce(blockedView(onChannel('blocked')));
        await click(buttonOf(card, 'retryNativeBlock'));
        await click(buttonOf(card, 'change'));
        expect(fieldOf(formIn(dialogOf()), 'note')?.value).toBe('Police case 4711');
    });
});
