import { spokenError } from 'c/conversationErrors';
import { conversationError } from 'test/errors';

describe('spokenError', () => {
    it.each([
        [12, 'in 12 seconds'],
        [120, 'in 2 minutes']
    ])('says how long to wait, too (%d)', (retryAfterSeconds, time) => {
        const error = conversationError({ title: 'Not blocked.', message: 'Too many requests.', retryAfterSeconds });
        expect(spokenError(error)).toBe(`Not blocked. Too many requests. You can try again ${time}.`);
    });

    it.each([null, 0])('says nothing of waiting when there is no need to (%p)', (retryAfterSeconds) => {
        const error = conversationError({ message: 'Too slow.', retryAfterSeconds });
        expect(spokenError(error)).toBe('Too slow.');
    });
});
