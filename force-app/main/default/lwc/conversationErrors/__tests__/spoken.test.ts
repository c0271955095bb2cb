import { spokenError, waitingTime } from 'c/conversationErrors';
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
