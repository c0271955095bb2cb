import type { ConversationView, NativeBlockView } from '#contract';
import { answer, answerOf, click, confirmOf, liveRegionOf, openCard, org, RECORD_ID, retryOf, sayYes } from 'test/card';
import { unblock } from 'test/card';
import type { CardElement } from 'test/card';
import { find, flushPromises, get, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { hint } from 'test/updates';
import { blockedView, blockView, CONVERSATION_ID, onChannel, openView } from 'test/views';

const AGAIN =
    'What WhatsApp shows may have changed meanwhile, so nothing was noted. Look again on WhatsApp, then answer.';

/** What a supervisor is asked about, with that version of the native block. */
function viewOf(
    version: string | null,
    status: NativeBlockView['status'] = 'unconfirmed',
    changes: Partial<ConversationView> = {}
): ConversationView {
    const actions: ConversationView['actions'] = version === null ? ['unblock'] : ['unblock', 'resolveNativeBlock'];
    return blockedView({ ...onChannel(status, null, version), actions, ...changes });
}

async function hear(view: ConversationView): Promise<void> {
    org.getConversation.mockResolvedValueOnce(view);
    await hint();
}

/** Lets as much time pass as looking on the channel takes. */
function passSeconds(seconds: number): void {
    const now = Date.now() + seconds * 1000;
    jest.spyOn(Date, 'now').mockReturnValue(now);
}

/** Decides against the answer. */
async function takeBack(card: CardElement): Promise<void> {
    confirmOf(card)?.dispatchEvent(new CustomEvent('cancel'));
    await flushPromises();
}

/** What stands above the question; null when nothing does. */
function noticeOf(card: CardElement): string | null {
    return find(card, 'p.part strong')?.textContent ?? null;
}

function sent(): unknown[] {
    return org.resolveNativeBlock.mock.calls.map(([{ status, version }]) => [status, version]);
}

/** The card asks the same again, and says why, to everybody. */
function expectAskedAgain(card: CardElement, words = 'Your answer: WhatsApp blocks them'): void {
    expect(textOf(confirmOf(card) as HTMLElement)).toContain(words);
    expect(noticeOf(card)).toBe(AGAIN);
    expect(liveRegionOf(card)).toContain(AGAIN);
    expect(find(card, 'c-conversation-error-panel')).toBeNull();
}

describe('c-conversation-panel: what a supervisor saw on the channel', () => {
    // Time stands still until a test lets it pass.
    beforeEach(() => passSeconds(0));

    it('is sent with the version of the view that asked them to look', async () => {
        const card = await openCard(viewOf('7'));
        org.resolveNativeBlock.mockResolvedValueOnce(viewOf('8', 'blocked'));
        await answer(card, 'blocked');
        expect(org.resolveNativeBlock.mock.calls).toEqual([
            [
                {
                    recordId: RECORD_ID,
                    conversationIdField: null,
                    conversationId: CONVERSATION_ID,
                    status: 'blocked',
                    version: '7'
                }
            ]
        ]);
        expect(textOf(card)).not.toContain('meanwhile');
    });

    it('cannot be said while no version is told', async () => {
        const card = await openCard(viewOf(null));
        expect(answerOf(card, 'blocked')).toBeNull();
        expect(textOf(card)).toContain('Not known whether blocked on WhatsApp');
    });

    it('is not sent with the version of a quiet look, but asked again, when it changed before they answered', async () => {
        const card = await openCard(viewOf('7'));
        await hear(viewOf('9'));
        await click(answerOf(card, 'blocked'));

        expectAskedAgain(card);
        await sayYes(card);
        expect(sent()).toEqual([]);

        passSeconds(30);
        org.resolveNativeBlock.mockResolvedValueOnce(viewOf('10', 'blocked'));
        await sayYes(card);
        expect(sent()).toEqual([['blocked', '9']]);
        expect(noticeOf(card)).toBeNull();
    });

    it.each<[string, ConversationView]>([
        ['nothing else', viewOf('9', 'blocked')],
        ['the block as well', viewOf('9', 'blocked', { block: blockView({ id: 'another' }) })]
    ])('is asked again when a quiet look finds that it changed, and %s', async (_what, view) => {
        const card = await openCard(viewOf('7', 'blocked'));
        await click(answerOf(card, 'not-blocked'));
        await hear(view);

        expectAskedAgain(card, 'Your answer: They can write on WhatsApp');
        await sayYes(card);
        expect(sent()).toEqual([]);

        passSeconds(30);
        org.resolveNativeBlock.mockResolvedValueOnce(viewOf('10', 'not-blocked'));
        await sayYes(card);
        expect(sent()).toEqual([['not-blocked', '9']]);
    });

    it('is asked again, with what holds now, when the proxy refuses it', async () => {
        const card = await openCard(viewOf('7', 'blocked'));
        const view = viewOf('9', 'blocked', { block: blockView({ reason: 'Fraud' }) });
        org.resolveNativeBlock.mockRejectedValueOnce(apexError({ code: 'native-block-changed', view }));
        await answer(card, 'not-blocked');

        expectAskedAgain(card, 'Your answer: They can write on WhatsApp');
        expect(textOf(card)).toContain('Fraud');
        await expect(card).toBeAccessible();
        expect(confirmOf(card)?.shadowRoot?.activeElement).toMatchObject({ label: 'Cancel' });
        await sayYes(card);
        expect(sent()).toEqual([['not-blocked', '7']]);

        passSeconds(30);
        org.resolveNativeBlock.mockResolvedValueOnce(viewOf('10', 'not-blocked'));
        await sayYes(card);
        expect(sent().at(-1)).toEqual(['not-blocked', '9']);
    });

    it('is asked again as often as it is refused', async () => {
        const card = await openCard(viewOf('7'));
        for (const version of ['8', '9']) {
            const refusal = apexError({ code: 'native-block-changed', view: viewOf(version) });
            org.resolveNativeBlock.mockRejectedValueOnce(refusal);
        }
        await answer(card, 'blocked');
        passSeconds(30);
        await sayYes(card);
        expectAskedAgain(card);
        expect(sent()).toEqual([
            ['blocked', '7'],
            ['blocked', '8']
        ]);
    });

    it.each<[string, ConversationView | undefined]>([
        ['it is not told what holds now', undefined],
        ['it cannot be said now', viewOf(null)],
        ['it is known now', blockedView(onChannel('blocked'))]
    ])('is an error, with a way to look, when it was refused and %s', async (_why, view) => {
        const card = await openCard(viewOf('7'));
        const refusal = { code: 'native-block-changed', message: 'Look again.' };
        org.resolveNativeBlock.mockRejectedValueOnce(apexError(view ? { ...refusal, view } : refusal));
        await answer(card, 'blocked');

        expect(confirmOf(card)).toBeNull();
        expect(textOf(card)).toContain('Look again.');
        await click(retryOf(card));
        expect(org.getConversation).toHaveBeenCalledTimes(2);
        expect(org.resolveNativeBlock).toHaveBeenCalledTimes(1);
    });

    it('is asked again after a question that a change under way has withdrawn', async () => {
        const card = await openCard(viewOf('7', 'blocked'));
        await click(answerOf(card, 'not-blocked'));
        await hear(viewOf(null, 'unconfirmed'));
        expect(confirmOf(card)).toBeNull();
        await hear(viewOf('9', 'blocked'));
        await click(answerOf(card, 'not-blocked'));
        expectAskedAgain(card, 'Your answer: They can write on WhatsApp');
    });

    it('is asked again after they took the question back, and once only', async () => {
        const card = await openCard(viewOf('7'));
        await click(answerOf(card, 'blocked'));
        await takeBack(card);
        await hear(viewOf('9'));
        await click(answerOf(card, 'blocked'));
        expectAskedAgain(card);
        await takeBack(card);
        await click(answerOf(card, 'blocked'));
        expect(noticeOf(card)).toBeNull();
        org.resolveNativeBlock.mockResolvedValueOnce(viewOf('10', 'blocked'));
        await sayYes(card);
        expect(sent()).toEqual([['blocked', '9']]);
    });

    it('is not asked again because of what they did themselves', async () => {
        const card = await openCard(viewOf('7', 'blocked', { actions: ['unblock', 'resolveNativeBlock'] }));
        const actions: ConversationView['actions'] = ['block', 'resolveNativeBlock'];
        org.unblockConversation.mockResolvedValueOnce(openView({ ...onChannel('not-blocked', null, '9'), actions }));
        await unblock(card);
        await click(answerOf(card, 'blocked'));
        expect(noticeOf(card)).toBeNull();
        org.resolveNativeBlock.mockResolvedValueOnce(openView(onChannel('blocked')));
        await sayYes(card);
        expect(sent()).toEqual([['blocked', '9']]);
    });

    it('says nothing of a quiet look that finds the same version', async () => {
        const card = await openCard(viewOf('7'));
        await click(answerOf(card, 'blocked'));
        await hear(viewOf('7', 'unconfirmed', { asOf: '2025-11-22T14:06:00.000Z' }));
        expect(textOf(card)).not.toContain('meanwhile');
        org.resolveNativeBlock.mockResolvedValueOnce(viewOf('8', 'blocked'));
        await sayYes(card);
        expect(sent()).toEqual([['blocked', '7']]);
    });

    it('is repeated with the same version on Try again', async () => {
        const card = await openCard(viewOf('7'));
        org.resolveNativeBlock.mockRejectedValueOnce(apexError({ code: 'proxy-timeout' }));
        await answer(card, 'blocked');
        org.getConversation.mockResolvedValueOnce(viewOf('7'));
        org.resolveNativeBlock.mockResolvedValueOnce(viewOf('8', 'blocked'));
        await click(retryOf(card));
        expect(sent()).toEqual([
            ['blocked', '7'],
            ['blocked', '7']
        ]);
    });

    it('is asked again on Try again when something was decided meanwhile', async () => {
        const card = await openCard(viewOf('7'));
        org.resolveNativeBlock.mockRejectedValueOnce(apexError({ code: 'proxy-timeout' }));
        await answer(card, 'blocked');
        org.getConversation.mockResolvedValueOnce(viewOf('9', 'not-blocked'));
        await click(retryOf(card));
        expectAskedAgain(card);
        expect(org.resolveNativeBlock).toHaveBeenCalledTimes(1);
    });

    it('is of the conversation that the record points to now', async () => {
        const card = await openCard(viewOf('7'));
        const id = '11111111-2222-4333-8444-555555555555';
        await hear(viewOf('3', 'unconfirmed', { id }));
        org.resolveNativeBlock.mockResolvedValueOnce(viewOf('4', 'blocked', { id }));
        await answer(card, 'blocked');
        expect(sent()).toEqual([['blocked', '3']]);
    });

    it('keeps the focus in the question when it is asked again', async () => {
        const card = await openCard(viewOf('7'));
        await click(answerOf(card, 'blocked'));
        await hear(viewOf('9'));
        expect(card.shadowRoot?.activeElement).toBe(get(card, 'c-conversation-confirm'));
    });
});
