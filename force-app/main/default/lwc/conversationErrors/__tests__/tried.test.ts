import type { ConversationView } from '#contract';
import { afterTrying } from 'c/conversationErrors';
import { conversationError } from 'test/errors';
import { blockView, openView } from 'test/views';

function wordsOf(code: string, kind: string, note?: string | null): string {
    const { title, message } = afterTrying(conversationError({ code, message: 'Why.' }), kind, note);
    return `${title} ${message}`.trim();
}

describe('afterTrying', () => {
    it.each([
        ['block', 'Not blocked. Why. Nothing was changed.'],
        ['unblock', 'Not unblocked. Why. Nothing was changed.'],
        ['change', 'Why. Nothing was changed.'],
        ['resolve', 'Why. Nothing was changed.'],
        ['constructor', 'Why. Nothing was changed.']
    ])('says what did not happen to a %s that was refused', (kind, words) => {
        expect(wordsOf('gotallo-unreachable', kind)).toBe(words);
    });

    it.each<[string, Partial<ConversationView>]>([
        ['whose outcome is not known', { state: null }],
        ['that is not confirmed', { block: blockView({ state: 'pending' }) }]
    ])('does not say that nobody is blocked beside an earlier block %s', (_what, changes) => {
        const error = conversationError({ code: 'gotallo-unavailable', message: 'Why.', view: openView(changes) });
        expect(afterTrying(error, 'block')).toMatchObject({ title: '', message: 'Why. Nothing was changed.' });
    });

    it('adds nothing to a look, which changes nothing', () => {
        const error = conversationError({ code: 'gotallo-timeout' });
        expect(afterTrying(error, 'load')).toBe(error);
    });

    it.each(['gotallo-failed', 'gotallo-timeout', 'result-not-stored'])(
        'promises to go on only where the command was accepted (%s)',
        (code) => {
            expect(wordsOf(code, 'block')).toBe('Not confirmed yet. Why. It may or may not hold. We keep trying.');
        }
    );

    it.each(['proxy-timeout', 'offline', 'a-code-of-a-later-version', 'constructor'])(
        'claims neither success nor failure, and promises nothing, after %s',
        (code) => {
            expect(wordsOf(code, 'unblock')).toBe(
                'Not confirmed yet. Why. It may or may not hold. Trying again is safe.'
            );
        }
    );

    it.each(['conversation-busy', 'block-changed', 'native-block-changed', 'undo-not-possible'])(
        'adds no claim to words that already say what became of it (%s)',
        (code) => {
            expect(wordsOf(code, 'block')).toBe('Why.');
        }
    );

    it('says that a note is kept where one was typed, and nowhere else', () => {
        expect(wordsOf('gotallo-refused', 'block', 'Rude')).toMatch(/Nothing was changed. Your note is kept.$/);
        expect(wordsOf('gotallo-refused', 'block', '')).not.toContain('note');
        expect(wordsOf('gotallo-refused', 'block', null)).not.toContain('note');
    });
});
