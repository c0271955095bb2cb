import {
    channelName,
    describePerson,
    format,
    mayChannelBlock,
    KNOWN_REASONS,
    reasonLabel,
    shownState,
    stateLabel
} from 'c/conversationLabels';
import type { ConversationState, NativeBlockView } from '#contract';
import { blockView, onChannel, openView, UNKNOWN_CHANNEL } from 'test/views';

describe('format', () => {
    it('fills placeholders by number, in any order and more than once', () => {
        expect(format('{1} after {0}, {1}', 'a', 2)).toBe('2 after a, 2');
    });

    it('keeps a placeholder that has no value', () => {
        expect(format('{0} on {1}', 'Maria')).toBe('Maria on {1}');
    });

    it('does not fill placeholders that came with a value', () => {
        expect(format('{0} on {1}', '{1}', 'WhatsApp')).toBe('{1} on WhatsApp');
    });

    it('does not treat dollar signs of a value as patterns', () => {
        expect(format('Block {0}?', "$& $1 $'")).toBe("Block $& $1 $'?");
    });
});

describe('describePerson', () => {
    it('names the person and the channel', () => {
        expect(describePerson(openView())).toBe('Maria Lopez on WhatsApp');
    });

    it('names the person alone when the channel is not known', () => {
        expect(describePerson(openView({ channel: UNKNOWN_CHANNEL }))).toBe('Maria Lopez');
    });

    it('names the channel alone when the person is not known', () => {
        expect(describePerson(openView({ customer: { name: null } }))).toBe('this person on WhatsApp');
    });

    it('has words when nothing is known', () => {
        expect(describePerson({ customer: { name: null }, channel: UNKNOWN_CHANNEL })).toBe('this person');
    });
});

describe('channelName', () => {
    it('names the channel, and has words when it is not known', () => {
        expect(channelName(openView())).toBe('WhatsApp');
        expect(channelName({ channel: UNKNOWN_CHANNEL })).toBe('the channel');
    });
});

describe('mayChannelBlock', () => {
    it.each<[NativeBlockView['status'], boolean]>([
        ['blocked', true],
        ['unconfirmed', true],
        ['refused', false],
        ['not-blocked', false],
        ['not-supported', false]
    ])('with the status %s is %s', (status, may) => {
        expect(mayChannelBlock(onChannel(status))).toBe(may);
    });
});

describe('reasons', () => {
    it('offers every reason with its stored value', () => {
        expect(KNOWN_REASONS).toEqual(['Spam', 'Abuse', 'Fraud', 'Harassment', 'Other']);
    });

    it('shows a reason of another client as it is', () => {
        expect(reasonLabel('Duplicate account')).toBe('Duplicate account');
    });

    it('shows a known reason by its label', () => {
        expect(reasonLabel('Harassment')).toBe('Harassment');
    });
});

describe('states', () => {
    it.each<[ConversationState | null, string]>([
        ['OPEN', 'Open'],
        ['EXPIRED', 'Expired'],
        ['AUTO_BOT', 'Bot is handling'],
        ['CLOSED', 'Closed'],
        ['BLOCKED', 'Blocked'],
        [null, 'Not known yet'],
        ['SNOOZED' as ConversationState, 'Not known yet'],
        ['constructor' as ConversationState, 'Not known yet']
    ])('calls %s "%s"', (state, words) => {
        expect(stateLabel(state)).toBe(words);
    });

    it('claims no state while a block is not confirmed', () => {
        expect(shownState(openView({ block: blockView({ state: 'pending' }) }))).toBeNull();
    });

    it('claims BLOCKED when an observation says so, even while our own block is not confirmed', () => {
        expect(shownState(openView({ state: 'BLOCKED', block: blockView({ state: 'pending' }) }))).toBe('BLOCKED');
    });
});
