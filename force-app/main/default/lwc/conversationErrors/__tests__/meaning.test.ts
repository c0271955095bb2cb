import { leavesOutcomeUnknown, means } from 'c/conversationErrors';

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
        'a-code-of-a-later-version',
        'constructor'
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
        'native-block-not-supported',
        'native-block-known',
        'native-block-changed',
        'native-block-not-possible',
        'undo-not-possible',
        'block-changed',
        'end-in-past',
        'wrong-tenant',
        'too-many-requests',
        'store-unavailable'
    ])('knows that nothing was changed after %s', (code) => {
        expect(leavesOutcomeUnknown(code)).toBe(false);
    });
});

describe('means', () => {
    it.each(['invalid-token', 'no-permission', 'api-disabled', 'wrong-org'])('takes access away with %s', (code) => {
        expect(means(code, 'no-access')).toBe(true);
    });

    it.each(['no-conversation-id', 'record-not-found', 'conversation-changed', 'wrong-tenant'])(
        'leaves nothing to show with %s',
        (code) => {
            expect(means(code, 'nothing-to-show')).toBe(true);
        }
    );

    it.each([
        'undo-not-possible',
        'block-changed',
        'end-in-past',
        'native-block-known',
        'native-block-changed',
        'native-block-not-possible'
    ])('looks first after %s', (code) => {
        expect(means(code, 'look-first')).toBe(true);
    });

    it.each(['gotallo-timeout', 'offline', 'conversation-expired', 'a-code-of-a-later-version', 'constructor'])(
        'takes nothing away with %s',
        (code) => {
            const meanings = (['says-all', 'no-access', 'nothing-to-show', 'look-first'] as const).map((meaning) =>
                means(code, meaning)
            );
            expect(meanings).toEqual([false, false, false, false]);
        }
    );
});
