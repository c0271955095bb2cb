import {
    actionOf,
    block,
    cancel,
    click,
    decide,
    dialogOf,
    formIn,
    liveRegionOf,
    openCard,
    org,
    unblock
} from 'test/card';
import { pendingAnswer, RECORD_ID, retryOf } from 'test/card';
import { find, flushPromises, get, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { fieldOf } from 'test/form';
import { blockedView, blockView, CONVERSATION_ID, NOT_KEPT_OUT, onChannel, openView } from 'test/views';

const COMMAND = {
    recordId: RECORD_ID,
    conversationIdField: null,
    conversationId: CONVERSATION_ID,
    reason: 'Fraud',
    note: 'Asks for card numbers',
    untilTime: null
};

describe('c-conversation-panel: Block', () => {
    it.each([
        ['Block Maria Lopez on WhatsApp?', openView(onChannel('not-blocked'))],
        ['Keep Maria Lopez out of Salesforce?', openView()],
        ['Keep this person out of Salesforce?', openView({ customer: { name: null } })]
    ])('asks "%s" first and calls nobody yet', async (title, view) => {
        const card = await openCard(view);
        await click(actionOf(card));

        expect(get<HTMLElement & { label: string }>(dialogOf() as HTMLElement, 'lightning-modal-header').label).toBe(
            title
        );
        expect(org.blockConversation).not.toHaveBeenCalled();
    });

    it('opens one dialog when Block is clicked twice', async () => {
        const card = await openCard(openView());
        actionOf(card)?.click();
        await click(actionOf(card));
        expect(document.body.querySelectorAll('c-dialog')).toHaveLength(1);
    });

    it('calls nobody when the dialog is cancelled', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        await cancel();

        expect(org.blockConversation).not.toHaveBeenCalled();
        expect(actionOf(card)).toMatchObject({ label: 'Block', disabled: false });
    });

    it('makes one call with the decision, and shows what holds', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView());

        await block(card, 'Fraud', 'Asks for card numbers');

        expect(org.blockConversation.mock.calls).toEqual([[COMMAND]]);
        expect(org.getConversation).toHaveBeenCalledTimes(1);
        expect(textOf(card)).toContain('Blocked by Ana Silva');
        expect(actionOf(card)?.label).toBe('Unblock');
        expect(liveRegionOf(card)).toBe('Blocked. New messages are kept out of Salesforce.');
        await expect(card).toBeAccessible();
    });

    it('does not announce that messages are kept out where GoTallo still sends them', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView(NOT_KEPT_OUT));

        await block(card);

        expect(liveRegionOf(card)).toBe('Blocked. New messages still reach Salesforce.');
    });

    it('has a dead button that says Blocking… while the call is under way', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockReturnValueOnce(pendingAnswer().promise);

        await block(card);
        await click(actionOf(card));

        expect(actionOf(card)).toMatchObject({ label: 'Blocking…', ariaLabel: 'Blocking…', disabled: true });
        expect(liveRegionOf(card)).toBe('Blocking…');
        expect(dialogOf()).toBeNull();
        expect(org.blockConversation).toHaveBeenCalledTimes(1);
        await expect(card).toBeAccessible();
    });

    it('says that a block is not confirmed when the org says pending', async () => {
        const card = await openCard(openView());
        const block_ = blockView({ state: 'pending' });
        org.blockConversation.mockResolvedValueOnce(openView({ block: block_, actions: ['unblock'] }));

        await block(card);

        expect(liveRegionOf(card)).toBe('The change was asked for and is not confirmed yet.');
        expect(textOf(card)).toContain('Not confirmed yet');
        expect(textOf(card)).not.toContain('Kept out of Salesforce');
    });

    it('repeats the very same command on Try again', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-timeout' }));
        await block(card, 'Fraud', 'Asks for card numbers');
        org.getConversation.mockResolvedValueOnce(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView());

        await click(retryOf(card));

        expect(org.blockConversation.mock.calls).toEqual([[COMMAND], [COMMAND]]);
        expect(find(card, 'c-conversation-error-panel')).toBeNull();
        expect(actionOf(card)?.label).toBe('Unblock');
    });

    it('repeats once when Try again is clicked twice', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError());
        await block(card);
        org.blockConversation.mockReturnValueOnce(pendingAnswer().promise);

        retryOf(card).click();
        await click(retryOf(card));

        expect(org.blockConversation).toHaveBeenCalledTimes(2);
        expect(actionOf(card)).toMatchObject({ label: 'Blocking…', disabled: true });
    });

    it('forgets what was entered once the block has come true', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-refused', view: openView() }));
        await block(card, 'Fraud', 'Asks for card numbers');
        org.blockConversation.mockResolvedValueOnce(blockedView());
        await click(retryOf(card));
        org.unblockConversation.mockResolvedValueOnce(openView());
        await unblock(card);

        await click(actionOf(card));

        expect(fieldOf(formIn(dialogOf()), 'reason')?.value).toBeNull();
        expect(fieldOf(formIn(dialogOf()), 'note')?.value).toBeNull();
    });

    it('forgets what was entered once a look shows that the block came true after all', async () => {
        const card = await openCard(openView());
        const unknown = openView({ state: null, stateSource: 'none', actions: ['block'] });
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-timeout', view: unknown }));
        await block(card, 'Fraud', 'Asks for card numbers');
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'conversation-changed' }));
        await click(retryOf(card));
        org.getConversation.mockResolvedValueOnce(blockedView());
        await click(retryOf(card));
        org.unblockConversation.mockResolvedValueOnce(openView());
        await unblock(card);

        await click(actionOf(card));

        expect(fieldOf(formIn(dialogOf()), 'note')?.value).toBeNull();
    });

    it('opens the dialog again with what was entered when the call failed', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'invalid-field' }));
        await block(card, 'Fraud', 'Asks for card numbers');

        await click(actionOf(card));

        expect(fieldOf(formIn(dialogOf()), 'reason')?.value).toBe('Fraud');
        expect(fieldOf(formIn(dialogOf()), 'note')?.value).toBe('Asks for card numbers');
    });

    it('keeps what was entered through a cancelled second try', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockRejectedValueOnce(apexError());
        await block(card, 'Fraud');
        await click(actionOf(card));
        await cancel();

        await click(actionOf(card));

        expect(fieldOf(formIn(dialogOf()), 'reason')?.value).toBe('Fraud');
    });

    it('opens an empty dialog after a block that came true', async () => {
        const card = await openCard(openView());
        org.blockConversation.mockResolvedValueOnce(blockedView());
        await block(card, 'Fraud', 'Asks for card numbers');
        org.unblockConversation.mockResolvedValueOnce(openView());
        await unblock(card);

        await click(actionOf(card));

        expect(fieldOf(formIn(dialogOf()), 'reason')?.value).toBeNull();
        expect(fieldOf(formIn(dialogOf()), 'note')?.value).toBeNull();
    });

    it('says in the dialog that the page moved to another record, and blocks nobody there', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        org.getConversation.mockResolvedValueOnce(openView({ id: '11111111-2222-4333-8444-555555555555' }));
        card.recordId = '00Q000000000002AAA';
        await flushPromises();

        await decide('Spam');

        expect(org.blockConversation).not.toHaveBeenCalled();
        expect(textOf(dialogOf() as HTMLElement)).toContain('This card now shows another conversation.');
    });

    it('ignores the answer to a block when the page has moved on', async () => {
        const card = await openCard(openView());
        const slow = pendingAnswer();
        org.blockConversation.mockReturnValueOnce(slow.promise);
        await block(card);
        org.getConversation.mockResolvedValueOnce(openView({ customer: { name: 'Sam Lee' } }));
        card.recordId = '00Q000000000002AAA';
        await flushPromises();

        await slow.resolve(blockedView());

        expect(textOf(card)).toContain('Sam Lee');
        expect(actionOf(card)).toMatchObject({ label: 'Block', disabled: false });
    });

    it.each([
        ['fails', 'Long thoughts', true],
        ['comes true', undefined, false]
    ])('keeps what was typed while the page shows another record, if the call %s there', async (_how, note, fails) => {
        const card = await openCard(openView());
        const slow = pendingAnswer();
        org.blockConversation.mockReturnValueOnce(slow.promise);
        await block(card, 'Spam', 'Long thoughts');
        const other = blockedView({ id: '11111111-2222-4333-8444-555555555555' });
        org.getConversation.mockResolvedValueOnce(other).mockResolvedValueOnce(openView());
        card.recordId = '00Q000000000002AAA';
        await flushPromises();
        await (fails ? slow.reject(apexError({ code: 'gotallo-refused' })) : slow.resolve(blockedView()));

        card.recordId = RECORD_ID;
        await flushPromises();
        await click(actionOf(card));

        expect(fieldOf(formIn(dialogOf()), 'note')?.value ?? undefined).toBe(note);
    });
});
