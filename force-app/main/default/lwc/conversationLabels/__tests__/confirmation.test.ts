import { needsConfirmation } from 'c/conversationLabels';
import { blockedView, blockView, openView } from 'test/views';

const ANA = '005000000000001AAA';
const SAM = '005000000000002AAA';

describe('needsConfirmation', () => {
    it.each([
        ['somebody else set it', { note: null }, SAM],
        ['somebody else set it, with a note', { note: 'Insults' }, SAM],
        ['it carries a note of their own', { note: 'Insults' }, ANA]
    ])('shows a block before it is ended when %s', (_why, changes, userId) => {
        expect(needsConfirmation(blockedView({ block: blockView(changes) }), userId)).toBe(true);
    });

    it.each([null, ''])('asks nobody about a block of their own without a note (%p)', (note) => {
        expect(needsConfirmation(blockedView({ block: blockView({ note }) }), ANA)).toBe(false);
    });

    it('asks nothing where there is no block to show', () => {
        expect(needsConfirmation(openView(), SAM)).toBe(false);
        expect(needsConfirmation(blockedView({ block: null }), SAM)).toBe(false);
    });
});
