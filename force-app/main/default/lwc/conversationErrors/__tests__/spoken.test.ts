import { leavesNothing, spokenError, takesAccess, waitingTime } from 'c/conversationErrors';
import { conversationError } from 'test/errors';

describe('spokenError', () => {
    it('says how long to wait, too', () => {
        const error = conversationError({ message: 'Too many requests.', retryAfterSeconds: 12 });
        expect(spokenError(error)).toBe('Too many requests. You can try again in 12 seconds.');
    });

    it.each([null, 0])('says nothing of waiting when there is no need to (%p)', (retryAfterSeconds) => {
        const error = conversationError({ message: 'Too slow.', retryAfterSeconds });
        expect(waitingTime(error)).toBeNull();
        expect(spokenError(error)).toBe('Too slow.');
    });
});

describe('what a code means', () => {
    it.each(['invalid-token', 'no-permission', 'api-disabled'])('takes access away with %s', (code) => {
        expect(takesAccess(code)).toBe(true);
    });

    it.each(['gotallo-timeout', 'offline', 'conversation-busy', 'a-code-of-a-later-version'])(
        'neither takes access nor the conversation away with %s',
        (code) => {
            expect([takesAccess(code), leavesNothing(code)]).toEqual([false, false]);
        }
    );

    it.each(['no-conversation-id', 'record-not-found', 'conversation-changed'])(
        'leaves nothing to show with %s',
        (code) => {
            expect(leavesNothing(code)).toBe(true);
        }
    );
});
