import { answerOf, block, liveRegionOf, openCard, org, pendingAnswer } from 'test/card';
import { flushPromises, textOf } from 'test/dom';
import { blockedView, blockView, onChannel, openView, undoView } from 'test/views';
import { watchEnd } from '../endOfBlock';
import { offerAfter } from '../undoOffer';

const NOW = Date.parse('2025-11-22T14:05:00.000Z');

/** A block that ends by itself. @param seconds from now */
function timedView(seconds: number) {
    return blockedView({ block: blockView({ until: new Date(Date.now() + seconds * 1_000).toISOString() }) });
}

async function passSeconds(seconds: number): Promise<void> {
    await jest.advanceTimersByTimeAsync(seconds * 1_000);
    await flushPromises();
}

beforeEach(() => {
    jest.useFakeTimers({ now: NOW });
});

afterEach(() => {
    jest.useRealTimers();
});

describe('c-conversation-panel: calls that take long', () => {
    it('says so while a change is under way, and not anymore afterwards', async () => {
        const card = await openCard(openView());
        const slow = pendingAnswer();
        org.blockConversation.mockReturnValueOnce(slow.promise);
        await block(card);
        await passSeconds(4);
        expect(textOf(card)).not.toContain('Still working…');

        await passSeconds(2);
        expect(textOf(card)).toContain('Still working… Blocking… History');
        expect(liveRegionOf(card)).toBe('Still working…');

        await slow.resolve(blockedView());
        expect(textOf(card)).not.toContain('Still working…');
    });

    it('says so while the page is opened', async () => {
        org.getConversation.mockReturnValueOnce(pendingAnswer().promise);
        const card = await openCard();
        await passSeconds(6);
        expect(textOf(card)).toContain('Still working…');
    });

    it('says nothing of a call for the record before', async () => {
        org.getConversation.mockReturnValueOnce(pendingAnswer().promise);
        const card = await openCard();
        await passSeconds(3);
        org.getConversation.mockReturnValueOnce(pendingAnswer().promise);
        card.recordId = '00Q000000000002AAA';
        await passSeconds(3);
        expect(textOf(card)).not.toContain('Still working…');
    });
});

describe('c-conversation-panel: the end of a timed block', () => {
    it('looks once, a moment after the end', async () => {
        const card = await openCard(timedView(60));
        await passSeconds(60);
        expect(org.getConversation).toHaveBeenCalledTimes(1);
        org.getConversation.mockResolvedValueOnce(openView());

        await passSeconds(2);

        expect(liveRegionOf(card)).toBe('Conversation state: Open');
        await passSeconds(600);
        expect(org.getConversation).toHaveBeenCalledTimes(2);
    });

    it('looks a few times with growing pauses while it still shows, and then no more', async () => {
        const view = timedView(60);
        await openCard(view);
        org.getConversation.mockResolvedValue(view);
        await passSeconds(3_600);
        expect(org.getConversation).toHaveBeenCalledTimes(5);
    });

    it('looks a few times where looking fails', async () => {
        await openCard(timedView(60));
        org.getConversation.mockRejectedValue(new TypeError('Failed to fetch'));
        await passSeconds(3_600);
        expect(org.getConversation).toHaveBeenCalledTimes(5);
    });

    it('does not look from a hidden page', async () => {
        await openCard(timedView(60));
        jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
        await passSeconds(3_600);
        expect(org.getConversation).toHaveBeenCalledTimes(1);
    });

    it('waits for an end that is further away than a browser can count', async () => {
        const look = jest.fn();
        watchEnd(look)(new Date(NOW + 30 * 86_400_000).toISOString());
        await passSeconds(29 * 86_400);
        expect(look).not.toHaveBeenCalled();
        await passSeconds(86_402);
        expect(look).toHaveBeenCalledTimes(1);
    });

    it('forgets the end of a block that ended otherwise, or left the page', async () => {
        const card = await openCard(timedView(60));
        card.remove();
        await passSeconds(3_600);
        expect(org.getConversation).toHaveBeenCalledTimes(1);
    });
});

describe('c-conversation-panel: a channel of which it is not known whether it blocks', () => {
    /** Block User got no answer, and may still take effect. */
    const doubtful = () => blockedView(onChannel('unconfirmed', 'no-answer', null));

    it('is looked at again once nothing can change it by itself, so that a supervisor is asked', async () => {
        const card = await openCard(doubtful());
        await passSeconds(30);
        expect(org.getConversation).toHaveBeenCalledTimes(1);
        const actions = ['unblock', 'resolveNativeBlock'] as const;
        org.getConversation.mockResolvedValueOnce({
            ...blockedView(onChannel('unconfirmed', 'no-answer', '7')),
            actions: [...actions]
        });

        await passSeconds(2);

        expect(answerOf(card, 'blocked')).not.toBeNull();
        await passSeconds(600);
        expect(org.getConversation).toHaveBeenCalledTimes(2);
    });

    it('is looked at a few times while it stays so, and then no more', async () => {
        org.getConversation.mockResolvedValue(doubtful());
        await openCard(doubtful());
        await passSeconds(120);
        expect(org.getConversation).toHaveBeenCalledTimes(5);
    });

    it('is not looked at again where it can be said already', async () => {
        await openCard(blockedView(onChannel('unconfirmed', 'no-answer', '7')));
        await passSeconds(120);
        expect(org.getConversation).toHaveBeenCalledTimes(1);
    });
});

describe('offerAfter', () => {
    it.each([
        ['as long as the proxy says', 10_000, 10_000],
        ['30 seconds at most, when the clock of the browser is behind', 600_000, 30_000],
        ['5 seconds at least, when it is ahead', -60_000, 5_000]
    ])('offers undo %s', (_what, expiresInMs, shownMs) => {
        const undo = undoView('block', { expiresAt: new Date(NOW + expiresInMs).toISOString() });
        expect(offerAfter(null, undo, NOW)?.endsAt).toBe(NOW + shownMs);
    });

    it('does not begin anew when the same offer is told again', () => {
        const before = offerAfter(null, undoView('block'), NOW);
        expect(offerAfter(before, undoView('block'), NOW + 20_000)).toBe(before);
    });

    it('offers nothing when there is nothing', () => {
        expect(offerAfter({ operationId: 'x', endsAt: NOW }, null, NOW)).toBeNull();
    });
});
