import { blockQuestion } from 'c/conversationLabels';
import { openView, UNKNOWN_CHANNEL } from 'test/views';

describe('blockQuestion', () => {
    it('names the person and the channel', () => {
        expect(blockQuestion(openView(), 'block')).toBe('Block Maria Lopez on WhatsApp?');
        expect(blockQuestion(openView(), 'change')).toBe('Change the block of Maria Lopez on WhatsApp');
    });

    it('does without a name', () => {
        const view = openView({ customer: { name: null }, channel: UNKNOWN_CHANNEL });
        expect(blockQuestion(view, 'block')).toBe('Block this person?');
    });
});
