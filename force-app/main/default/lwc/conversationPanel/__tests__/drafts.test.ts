import { actionOf, block, buttonOf, cancel, click, dialogOf, formIn, formOf, openCard, org } from 'test/card';
import type { CardElement } from 'test/card';
import { flushPromises } from 'test/dom';
import { cancelForm, enter, fieldOf } from 'test/form';
import { hint } from 'test/updates';
import { blockedView, blockView, openView } from 'test/views';

const SAM = { id: '005000000000002AAA', name: 'Sam Lee' };
const OTHER_ID = '11111111-2222-4333-8444-555555555555';

/** Opens the form again. @returns the note that it starts with */
async function noteAgain(card: CardElement, button = actionOf(card)): Promise<string | null | undefined> {
    await click(button);
    return fieldOf(formIn(dialogOf()), 'note')?.value;
}

/** Opens the form, types a note, and closes it by Cancel or Escape. */
async function typeAndLeave(card: CardElement, note: string, button = actionOf(card)): Promise<void> {
    await click(button);
    await enter(formIn(dialogOf()), 'note', note);
    await cancel();
}

describe('c-conversation-panel: a typed note', () => {
    it('is there again after Cancel, with the reason and the length', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        await enter(formIn(dialogOf()), 'reason', 'Fraud');
        await enter(formIn(dialogOf()), 'duration', '1d');
        await enter(formIn(dialogOf()), 'note', 'Long thoughts');
        await cancel();

        expect(await noteAgain(card)).toBe('Long thoughts');
        expect(fieldOf(formIn(dialogOf()), 'reason')?.value).toBe('Fraud');
        expect(fieldOf(formIn(dialogOf()), 'duration')?.value).toBe('1d');
    });

    it('is there again after the dialog was closed by its X', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        await enter(formIn(dialogOf()), 'note', 'Long thoughts');
        (dialogOf() as HTMLElement & { close(): void }).close();
        await flushPromises();
        expect(await noteAgain(card)).toBe('Long thoughts');
    });

    it('is there again where the card itself asks', async () => {
        jest.replaceProperty(window, 'innerWidth', 320);
        const card = await openCard(openView());
        await click(actionOf(card));
        await enter(formOf(card) as HTMLElement, 'note', 'Long thoughts');
        await cancelForm(formOf(card) as HTMLElement);
        await click(actionOf(card));
        expect(fieldOf(formOf(card) as HTMLElement, 'note')?.value).toBe('Long thoughts');
    });

    it('waits for its own conversation', async () => {
        const card = await openCard(openView());
        await typeAndLeave(card, 'About Maria');
        org.getConversation.mockResolvedValueOnce(openView({ id: OTHER_ID })).mockResolvedValueOnce(openView());
        card.recordId = '00Q000000000002AAA';
        await flushPromises();
        expect(await noteAgain(card)).toBeNull();
        await enter(formIn(dialogOf()), 'note', 'About Sam');
        await cancel();
        card.recordId = '00Q000000000001AAA';
        await flushPromises();
        expect(await noteAgain(card)).toBe('About Maria');
    });

    it('of a block is not one of a change, and the other way around', async () => {
        const card = await openCard(openView());
        await typeAndLeave(card, 'To block');
        org.getConversation.mockResolvedValueOnce(blockedView({ block: blockView({ by: SAM, note: null }) }));
        await hint();
        expect(await noteAgain(card, buttonOf(card, 'change'))).toBeNull();
    });

    it('outlives a colleague’s block and unblock', async () => {
        const card = await openCard(openView());
        await typeAndLeave(card, 'Long thoughts');
        org.getConversation
            .mockResolvedValueOnce(blockedView({ block: blockView({ by: SAM }) }))
            .mockResolvedValueOnce(openView());
        await hint();
        await hint();
        expect(await noteAgain(card)).toBe('Long thoughts');
    });

    it('outlives another button', async () => {
        const card = await openCard(openView({ actions: ['block', 'close'] }));
        await typeAndLeave(card, 'Long thoughts');
        org.changeState.mockResolvedValueOnce(openView({ state: 'CLOSED' }));
        await click(buttonOf(card, 'close'));
        expect(await noteAgain(card)).toBe('Long thoughts');
    });

    it('about a block is not there for the next block of the same person', async () => {
        const card = await openCard(blockedView());
        await typeAndLeave(card, 'About the first', buttonOf(card, 'change'));
        org.getConversation.mockResolvedValueOnce(blockedView({ block: blockView({ id: OTHER_ID, note: 'Second' }) }));
        await hint();
        expect(await noteAgain(card, buttonOf(card, 'change'))).toBe('Second');
    });

    it('is forgotten when the block was done', async () => {
        const card = await openCard(openView());
        await typeAndLeave(card, 'Long thoughts');
        org.blockConversation.mockResolvedValueOnce(blockedView({ block: blockView({ note: null }) }));
        await block(card, 'Fraud', 'Other thoughts');
        org.unblockConversation.mockResolvedValueOnce(openView());
        await click(actionOf(card));
        expect(await noteAgain(card)).toBeNull();
    });
});
