import { leavesOutcomeUnknown } from 'c/conversationErrors';

describe('leavesOutcomeUnknown', () => {
    it.each(['gotallo-timeout', 'gotallo-failed', 'proxy-timeout', 'proxy-unreachable', 'offline', 'unexpected'])(
        'cannot say whether a change holds after %s',
        (code) => {
            expect(leavesOutcomeUnknown(code)).toBe(true);
        }
    );

    it.each(['no-permission', 'conversation-expired', 'conversation-changed', 'gotallo-refused', 'too-many-requests'])(
        'knows that nothing was changed after %s',
        (code) => {
            expect(leavesOutcomeUnknown(code)).toBe(false);
        }
    );
});
