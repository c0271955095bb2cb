import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NativeBlockReason } from '#contract';
import type { NativeBlockStatus } from '../../src/conversations/knowledge/records.ts';
import { nativeBlockMessage } from '../../src/http/native-block-words.ts';

const REASONS: readonly NativeBlockReason[] = [
    'window-closed',
    'list-full',
    'own-number',
    'too-many',
    'channel-trouble',
    'not-done',
    'not-accepted',
    'set-up',
    'not-reached',
    'no-answer',
    'not-clear',
    'changed-elsewhere',
    'wrote-since'
];
const STATUSES: readonly NativeBlockStatus[] = ['blocked', 'not-blocked', 'refused', 'unconfirmed'];

/** Every sentence there is, with what it is said of. */
const SENTENCES = STATUSES.flatMap((status) =>
    [null, ...REASONS].flatMap((reason) =>
        ['WhatsApp', null].flatMap((label) =>
            [true, false].map((isBlockOpen) => ({
                of: `${status}, ${reason}, ${label}, ${isBlockOpen ? 'blocked' : 'not blocked'}`,
                status,
                reason,
                isBlockOpen,
                text: nativeBlockMessage({ status, reason }, label, isBlockOpen)
            }))
        )
    )
);

function words(
    status: NativeBlockStatus,
    reason: NativeBlockReason | null,
    isBlockOpen = true,
    label = 'WhatsApp'
): string {
    return nativeBlockMessage({ status, reason }, label, isBlockOpen) ?? '';
}

describe('the words for the block of a channel', () => {
    it('are one whole sentence each, without codes', () => {
        for (const { of, text } of SENTENCES) {
            if (text !== null) assert.match(text, /^[A-Z][^.!?_]+[a-z]\.$/, of);
        }
    });

    it('say nothing where the status says all', () => {
        const said = SENTENCES.filter(({ status, reason }) => reason === null && status.endsWith('blocked'));
        assert.deepEqual([...new Set(said.map(({ text }) => text))], [null]);
    });

    it('always tell what is not known, refused or still in place', () => {
        for (const { of, status, reason, isBlockOpen, text } of SENTENCES) {
            const mustTell =
                status === 'unconfirmed' ||
                (status === 'refused' && isBlockOpen) ||
                (status === 'not-blocked' && isBlockOpen && reason !== null) ||
                (status === 'blocked' && reason !== null);
            assert.equal(text !== null, mustTell, of);
        }
    });

    it('speak of the channel by its name, else as the channel', () => {
        for (const { of, text } of SENTENCES) {
            if (text !== null)
                assert.match(text, of.includes('WhatsApp') ? /WhatsApp/ : /^The channel|the channel/, of);
        }
    });

    it('tell each reason in words of its own', () => {
        const told = REASONS.map((reason) => words('refused', reason));
        assert.equal(new Set(told).size, REASONS.length);
    });

    it('never claim a block by the channel that is not confirmed', () => {
        for (const { of, status, text } of SENTENCES) {
            if (status !== 'blocked') assert.doesNotMatch(text ?? '', /still blocks|^WhatsApp blocks this/, of);
        }
    });

    it('explain the 24 hours of WhatsApp, and that the block of the conversation is another thing', () => {
        assert.equal(
            words('refused', 'window-closed'),
            'WhatsApp does not block this person, because it blocks only people who wrote in the last 24 hours; ' +
                'the block of this conversation does not depend on that; ' +
                'when they write again, unblock and block again to ask once more.'
        );
    });

    it('say how to have the channel asked once more where that can help, and nowhere else', () => {
        assert.equal(
            words('not-blocked', 'not-reached'),
            'WhatsApp does not block this person, because GoTallo could not be reached; ' +
                'the block of this conversation does not depend on that; unblock and block again to ask once more.'
        );
        const helpless: NativeBlockReason[] = ['own-number', 'not-accepted'];
        for (const reason of helpless) assert.doesNotMatch(words('refused', reason), /again/);
        for (const { of, status, isBlockOpen, text } of SENTENCES) {
            const mayHelp = isBlockOpen && (status === 'refused' || status === 'not-blocked');
            if (!mayHelp) assert.doesNotMatch(text ?? '', /block again/, of);
        }
    });

    it('name the known rules of Instagram where it gives no reason, and of no other channel', () => {
        assert.match(words('refused', 'not-accepted', true, 'Instagram'), /Accounts Center/);
        assert.doesNotMatch(words('refused', 'not-accepted'), /Accounts Center/);
        assert.doesNotMatch(words('refused', 'too-many', true, 'Instagram'), /Accounts Center/);
    });

    it('say who can resolve what is not known', () => {
        assert.equal(
            words('unconfirmed', 'no-answer'),
            'It is not known whether WhatsApp blocks this person, because no answer came in time; ' +
                'a supervisor can look there and say what it shows.'
        );
    });

    it('say after an unblock that the person may be blocked', () => {
        assert.match(words('unconfirmed', 'no-answer', false), /^This person may be blocked by WhatsApp/);
        assert.match(words('unconfirmed', null, false), /^This person may be blocked by WhatsApp;/);
    });

    it('do not say "still" where somebody else changed the block and ours was never there', () => {
        assert.match(words('unconfirmed', 'changed-elsewhere', false), /^It is not known whether WhatsApp blocks/);
    });

    it('say why the channel did not lift a block', () => {
        assert.match(words('blocked', 'not-reached', false), /^WhatsApp still blocks .* could not be reached\.$/);
        assert.match(words('blocked', 'not-accepted', false), /did not accept the unblock\.$/);
    });
});
