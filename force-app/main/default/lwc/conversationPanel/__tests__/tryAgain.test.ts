import type { ConversationView } from '#contract';
import { actionOf, block, buttonOf, click, confirmOf, dialogOf, formOf, liveRegionOf } from 'test/card';
import { openCard, org, RECORD_ID, retryOf, sayYes, unblock } from 'test/card';
import type { CardElement } from 'test/card';
import { find, get, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { fieldOf, submit } from 'test/form';
import { hint } from 'test/updates';
import { blockedView, blockView, CONVERSATION_ID, onChannel, openView, undoView } from 'test/views';

const COMMAND = { recordId: RECORD_ID, conversationIdField: null, conversationId: CONVERSATION_ID };
const SAM = { id: '005000000000002AAA', name: 'Sam Lee' };
const LATER = '2025-11-22T14:09:00.000Z';
const NOTICE = 'Something was decided since your last try, so it was not repeated.';

/** An unblock that failed, which the agent may want to repeat. */
async function failToUnblock(view = blockedView(), code = 'gotallo-refused'): Promise<CardElement> {
    const card = await openCard(view);
    org.unblockConversation.mockRejectedValueOnce(apexError({ code, view }));
    await unblock(card);
    expect(retryOf(card).label).toBe('Try again');
    return card;
}

async function hear(view: ConversationView): Promise<void> {
    org.getConversation.mockResolvedValueOnce(view);
    await hint();
}

function hasError(card: CardElement): boolean {
    return find(card, 'c-conversation-error-panel') !== null;
}

/** Lets the card grow old without anything that it hears. */
function passMinutes(minutes: number): void {
    jest.spyOn(Date, 'now').mockReturnValue(Date.now() + minutes * 60_000);
}

describe('c-conversation-panel: an error is over', () => {
    it.each<[string, ConversationView]>([
        ['a colleague has unblocked', openView()],
        ['another block has taken the place', blockedView({ block: blockView({ id: 'another', by: SAM }) })],
        ['the block was changed', blockedView({ block: blockView({ changed: { by: SAM, at: LATER } }) })],
        ['the state was confirmed anew', blockedView({ asOf: LATER })],
        ['something else can be undone', blockedView({ undo: undoView('block') })],
        ['the channel was resolved', blockedView(onChannel('blocked'))]
    ])('when %s', async (_what, view) => {
        const card = await failToUnblock();
        await hear(view);
        expect(hasError(card)).toBe(false);
        await expect(card).toBeAccessible();
    });

    it.each<[string, ConversationView]>([
        ['nothing is new', blockedView()],
        ['a message told the same state', blockedView({ stateSource: 'webhook', asOf: LATER })],
        ['an Undo is not offered anymore', blockedView({ undo: null })],
        ['nothing is known', blockedView({ state: null, stateSource: 'none', block: null })],
        ['something is asked for, and not decided yet', blockedView({ block: blockView({ state: 'pending' }) })]
    ])('not when %s', async (_what, view) => {
        const card = await failToUnblock(blockedView({ undo: undoView('unblock') }));
        await hear(view);
        expect(hasError(card)).toBe(true);
    });

    it('when the block is confirmed that nobody knew of', async () => {
        const card = await openCard(openView());
        const view = blockedView({ state: null, block: blockView({ state: 'pending' }) });
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-timeout', view }));
        await block(card);
        await hear(blockedView());
        expect(hasError(card)).toBe(false);
        expect(textOf(card)).toContain('Blocked by Ana Silva');
    });

    it('with focus on the state when Try again had it', async () => {
        const card = await failToUnblock();
        retryOf(card).focus();
        await hear(openView());
        expect(card.shadowRoot?.activeElement).toBe(get(card, 'c-conversation-state'));
    });
});

describe('c-conversation-panel: Try again', () => {
    it('repeats at once what failed a moment ago', async () => {
        const card = await failToUnblock();
        org.unblockConversation.mockResolvedValueOnce(openView());
        await click(retryOf(card));
        expect(org.getConversation).toHaveBeenCalledTimes(1);
        expect(org.unblockConversation.mock.calls).toEqual([
            [{ ...COMMAND, note: null }],
            [{ ...COMMAND, note: null }]
        ]);
    });

    it('looks first when time has passed, and repeats where nothing was decided', async () => {
        const card = await failToUnblock();
        passMinutes(5);
        org.getConversation.mockResolvedValueOnce(blockedView());
        org.unblockConversation.mockResolvedValueOnce(openView());
        await click(retryOf(card));
        expect(org.getConversation).toHaveBeenCalledTimes(2);
        expect(org.unblockConversation).toHaveBeenCalledTimes(2);
        expect(hasError(card)).toBe(false);
        expect(liveRegionOf(card)).toBe('Unblocked.');
    });

    it('asks first, with what holds now, where something else was decided', async () => {
        const card = await failToUnblock(blockedView({ block: blockView({ note: null }) }));
        passMinutes(5);
        org.getConversation.mockResolvedValueOnce(
            blockedView({ asOf: LATER, block: blockView({ id: 'another', by: SAM, note: 'Threatens' }) })
        );
        await click(retryOf(card));

        expect(org.unblockConversation).toHaveBeenCalledTimes(1);
        expect(textOf(card)).toContain(`${NOTICE} Sam Lee blocked this conversation.`);
        expect(liveRegionOf(card)).toContain(NOTICE);
        expect(textOf(confirmOf(card) as HTMLElement)).toContain('Unblock Maria Lopez on WhatsApp?');
        expect(textOf(confirmOf(card) as HTMLElement)).toContain('Threatens');
        expect(confirmOf(card)?.shadowRoot?.activeElement).toMatchObject({ label: 'Keep blocked' });
        expect(hasError(card)).toBe(false);
        await expect(card).toBeAccessible();
        org.unblockConversation.mockResolvedValueOnce(openView());

        await sayYes(card);

        expect(org.unblockConversation.mock.lastCall).toEqual([{ ...COMMAND, note: null }]);
        expect(actionOf(card)?.label).toBe('Block');
    });

    it('blocks nobody whom a colleague has just unblocked, but asks in the form with what was typed', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'proxy-timeout' }));
        await block(card, 'Fraud', 'Asks for card numbers');
        org.getConversation.mockResolvedValueOnce(openView({ asOf: LATER }));

        await click(retryOf(card));

        expect(org.blockConversation).toHaveBeenCalledTimes(1);
        expect(dialogOf()).toBeNull();
        const form = formOf(card) as HTMLElement;
        expect(textOf(card)).toContain(`${NOTICE} Conversation state: Open`);
        expect(textOf(form)).toContain('Keep Maria Lopez out of Salesforce?');
        await expect(card).toBeAccessible();
        org.blockConversation.mockResolvedValueOnce(blockedView());
        expect(fieldOf(form, 'note')).toMatchObject({ value: 'Asks for card numbers' });
        await submit(form);
        expect(org.blockConversation).toHaveBeenCalledTimes(2);
    });

    it('asks by the words of the button before a state is set all the same', async () => {
        const card = await openCard(openView({ actions: ['close', 'block'] }));
        org.changeState.mockRejectedValueOnce(apexError({ code: 'gotallo-timeout' }));
        await click(buttonOf(card, 'close'));
        org.getConversation.mockResolvedValueOnce(openView({ asOf: LATER, actions: ['close', 'block'] }));
        await click(retryOf(card));

        const question = confirmOf(card) as HTMLElement;
        expect(textOf(question)).toContain('Do this all the same: Close?');
        expect(get<HTMLElement & { label: string }>(question, '.yes').label).toBe('Close');
        expect(question.shadowRoot?.activeElement).toMatchObject({ label: 'Leave it as it is' });
        await expect(card).toBeAccessible();
    });

    it('says what holds, and asks nothing, where it is not possible anymore', async () => {
        const card = await failToUnblock();
        passMinutes(5);
        org.getConversation.mockResolvedValueOnce(openView({ asOf: LATER }));
        await click(retryOf(card));
        expect(confirmOf(card)).toBeNull();
        expect(hasError(card)).toBe(false);
        expect(liveRegionOf(card)).toBe(`${NOTICE} Conversation state: Open`);
        expect(card.shadowRoot?.activeElement).toBe(get(card, 'c-conversation-state'));
    });

    it('does nothing to another conversation that the record points to by now', async () => {
        const card = await failToUnblock();
        passMinutes(5);
        org.getConversation.mockResolvedValueOnce(blockedView({ id: '11111111-2222-4333-8444-555555555555' }));
        await click(retryOf(card));
        expect(org.unblockConversation).toHaveBeenCalledTimes(1);
        expect(confirmOf(card)).toBeNull();
    });

    it('still offers what failed when it could not look', async () => {
        const card = await failToUnblock();
        passMinutes(5);
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'proxy-unreachable', message: 'Not reached.' }));
        await click(retryOf(card));
        expect(textOf(card)).toContain('Not reached.');
        expect(org.unblockConversation).toHaveBeenCalledTimes(1);

        org.getConversation.mockResolvedValueOnce(blockedView());
        org.unblockConversation.mockResolvedValueOnce(openView());
        await click(retryOf(card));
        expect(org.unblockConversation).toHaveBeenCalledTimes(2);
    });
});
