import { blockQuestion } from 'c/conversationLabels';
import type { ConversationView } from '#contract';
import { NATIVE_CHANNEL, NOT_KEPT_OUT, onChannel, openView, UNKNOWN_CHANNEL } from 'test/views';

const NOW = Date.parse('2025-11-22T14:05:00.000Z');
const NAMELESS = { customer: { name: null } };

describe('blockQuestion', () => {
    it.each<[string, string, Partial<ConversationView>]>([
        ['Block Maria Lopez on WhatsApp?', 'blocks', onChannel('not-blocked')],
        [
            'Block this person on WhatsApp?',
            'blocks, and nobody knows the name',
            { ...onChannel('refused'), ...NAMELESS }
        ],
        ['Block Maria Lopez on WhatsApp?', 'is asked', { channel: { ...NATIVE_CHANNEL, nativePossible: 'unknown' } }],
        ['Keep Maria Lopez out of Salesforce?', 'has no block', {}],
        ['Keep this person out of Salesforce?', 'is not known either', { channel: UNKNOWN_CHANNEL, ...NAMELESS }],
        ['Keep Maria Lopez out of Salesforce?', 'may block already', onChannel('unconfirmed')],
        [
            'Keep Maria Lopez out of Salesforce?',
            'takes no block anymore',
            { channel: { ...NATIVE_CHANNEL, windowClosesAt: '2025-11-22T14:00:00.000Z' } }
        ],
        ['Mark Maria Lopez as blocked?', 'has no block, and nothing is kept out', NOT_KEPT_OUT]
    ])('is "%s" where the channel %s', (question, _channel, changes) => {
        expect(blockQuestion(openView(changes), 'block', NOW)).toBe(question);
    });

    it('names the person and the channel of a block that is changed', () => {
        expect(blockQuestion(openView(), 'change', NOW)).toBe('Change the block of Maria Lopez on WhatsApp');
    });
});
