import { leavesOutcomeUnknown } from 'c/conversationErrors';

describe('leavesOutcomeUnknown', () => {
    it.each([
        'gotallo-timeout',
        'gotallo-failed',
        'result-not-stored',
        'internal-error',
        'proxy-timeout',
        'proxy-unreachable',
        'unexpected-answer',
        'offline',
        'unexpected',
        'a-code-of-a-later-version'
    ])('cannot say whether a change holds after %s', (code) => {
        expect(leavesOutcomeUnknown(code)).toBe(true);
    });

    it.each([
        'no-permission',
        'conversation-expired',
        'conversation-changed',
        'gotallo-refused',
        'gotallo-unreachable',
        'gotallo-unavailable',
        'conversation-busy',
        'platform-block-not-supported',
        'platform-block-settled',
        'undo-not-possible',
        'end-in-past',
        'wrong-tenant',
        'too-many-requests',
        'store-unavailable'
    ])('knows that nothing was changed after %s', (code) => {
        expect(leavesOutcomeUnknown(code)).toBe(false);
    });
});
