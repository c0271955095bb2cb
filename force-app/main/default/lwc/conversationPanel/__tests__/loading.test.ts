import { actionOf, block, click, liveRegionOf, openCard, org, pendingAnswer, RECORD_ID, retryOf } from 'test/card';
import { unblock, withField } from 'test/card';
import { find, flushPromises, get, textOf } from 'test/dom';
import { apexError, auraError } from 'test/errors';
import { hint } from 'test/updates';
import { blockedView, openView } from 'test/views';

const OTHER_RECORD_ID = '00Q000000000002AAA';

describe('c-conversation-panel: loading', () => {
    it('keeps the name that the record told when an answer of GoTallo tells none', async () => {
        const card = await openCard(openView());
        const unnamed = { customer: { name: null } };
        org.blockConversation.mockResolvedValueOnce(blockedView(unnamed));
        await block(card);
        expect(textOf(card)).toContain('Maria Lopez · WhatsApp Kept out');
        org.unblockConversation.mockRejectedValueOnce(apexError({ view: blockedView(unnamed) }));
        await unblock(card);
        expect(textOf(card)).toContain('Maria Lopez · WhatsApp Kept out');
    });

    it('takes the name of nobody else for another conversation', async () => {
        const card = await openCard(openView());
        const other = '7f1c1f9e-5d0e-4a53-9f3e-0f8a2b7c1d42';
        org.getConversation.mockResolvedValueOnce(openView({ id: other, customer: { name: null } }));
        await hint();
        expect(textOf(card)).not.toContain('Maria Lopez');
    });

    it('asks the org once when a page is opened', async () => {
        await openCard(openView());
        expect(org.getConversation.mock.calls).toEqual([[{ recordId: RECORD_ID, conversationIdField: null }]]);
    });

    it('asks with the field the admin named', async () => {
        await openCard(openView(), { settings: withField('Contact.My_Id__c') });
        expect(org.getConversation.mock.calls).toEqual([
            [{ recordId: RECORD_ID, conversationIdField: 'Contact.My_Id__c' }]
        ]);
    });

    it('asks once when the page sets its properties after connecting it', async () => {
        const card = await openCard(openView(), { recordId: '' });
        expect(org.getConversation).not.toHaveBeenCalled();

        card.recordId = RECORD_ID;
        card.settings = withField('My_Id__c');
        await flushPromises();

        expect(org.getConversation.mock.calls).toEqual([[{ recordId: RECORD_ID, conversationIdField: 'My_Id__c' }]]);
    });

    it('starts anew when the page moves to another record', async () => {
        const card = await openCard(blockedView());
        org.getConversation.mockResolvedValueOnce(openView({ customer: { name: 'Sam Lee' } }));

        card.recordId = OTHER_RECORD_ID;
        await flushPromises();

        expect(org.getConversation).toHaveBeenLastCalledWith({ recordId: OTHER_RECORD_ID, conversationIdField: null });
        expect(textOf(card)).toContain('Sam Lee');
        expect(textOf(card)).not.toContain('Maria Lopez');
    });

    it('shows nothing of the record before while the next one loads', async () => {
        const card = await openCard(blockedView());
        org.getConversation.mockReturnValueOnce(pendingAnswer().promise);

        card.recordId = OTHER_RECORD_ID;
        await flushPromises();

        expect(textOf(card)).toBe('Conversation Loading the conversation…');
    });

    it('ignores the answer for the record before when it comes last', async () => {
        const slow = pendingAnswer();
        org.getConversation.mockReturnValueOnce(slow.promise);
        const card = await openCard();
        org.getConversation.mockResolvedValueOnce(openView({ customer: { name: 'Sam Lee' } }));
        card.recordId = OTHER_RECORD_ID;
        await flushPromises();

        await slow.resolve(blockedView());

        expect(textOf(card)).toContain('Sam Lee');
        expect(textOf(card)).not.toContain('Blocked');
    });

    it('ignores the error for the record before when it comes last', async () => {
        const slow = pendingAnswer();
        org.getConversation.mockReturnValueOnce(slow.promise);
        const card = await openCard();
        org.getConversation.mockResolvedValueOnce(openView());
        card.recordId = OTHER_RECORD_ID;
        await flushPromises();

        await slow.reject(apexError());

        expect(find(card, 'c-conversation-error-panel')).toBeNull();
    });

    it('ignores an answer that comes after it left the page, and loads again when it is back', async () => {
        const slow = pendingAnswer();
        org.getConversation.mockReturnValueOnce(slow.promise);
        const card = await openCard();
        card.remove();
        await slow.resolve(blockedView());

        org.getConversation.mockResolvedValueOnce(openView());
        document.body.append(card);
        await flushPromises();

        expect(textOf(card)).toContain('Open');
        expect(org.getConversation).toHaveBeenCalledTimes(2);
    });

    it('shows an error in plain words, with the start of the request id', async () => {
        org.getConversation.mockRejectedValueOnce(
            apexError({ message: 'GoTallo does not know this conversation.', requestId: '7f3a9c1e-1111' })
        );
        const card = await openCard();

        expect(textOf(card)).toContain('GoTallo does not know this conversation. Request 7f3a9c1e Try again');
        expect(textOf(card)).not.toContain('Loading');
        expect(liveRegionOf(card)).toBe('GoTallo does not know this conversation.');
        await expect(card).toBeAccessible();
    });

    it('says quietly that a record has no conversation yet', async () => {
        const message = 'This record has no GoTallo conversation yet.';
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'no-conversation-id', message }));
        const card = await openCard();

        expect(textOf(card)).toContain(message);
        expect(
            get<HTMLElement & { iconName: string }>(card, 'c-conversation-error-panel', 'lightning-icon').iconName
        ).toBe('utility:info');
        expect(actionOf(card)).toBeNull();
        await expect(card).toBeAccessible();
    });

    it('shows the view that came with an error', async () => {
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'salesforce-unavailable', view: blockedView() }));
        const card = await openCard();

        expect(textOf(card)).toContain('Blocked by Ana Silva');
        expect(textOf(card)).toContain('Try again');
        expect(actionOf(card)?.label).toBe('Unblock');
        await expect(card).toBeAccessible();
    });

    it.each([
        ['plain words of Apex', auraError('Ask your admin.'), 'Ask your admin.'],
        ['a broken connection', new TypeError('Failed to fetch'), 'Something went wrong'],
        ['nothing', undefined, 'Something went wrong']
    ])('shows %s', async (_what, thrown, words) => {
        org.getConversation.mockRejectedValueOnce(thrown);
        expect(textOf(await openCard())).toContain(words);
    });

    it.each([null, undefined, 'BLOCKED', {}])('refuses the answer %p, which is no view', async (answer) => {
        org.getConversation.mockResolvedValueOnce(answer as never);
        expect(textOf(await openCard())).toContain('Something went wrong');
    });

    it('says so when the browser is offline', async () => {
        jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
        org.getConversation.mockRejectedValueOnce(new TypeError('Failed to fetch'));
        const card = await openCard();
        expect(textOf(card)).toContain('You are offline.');
        await expect(card).toBeAccessible();
    });

    it('loads again on Try again, and the error is gone', async () => {
        org.getConversation.mockRejectedValueOnce(apexError());
        const card = await openCard();
        org.getConversation.mockResolvedValueOnce(openView());

        await click(retryOf(card));

        expect(find(card, 'c-conversation-error-panel')).toBeNull();
        expect(textOf(card)).toContain('Open');
    });

    it('asks once when Try again is clicked twice', async () => {
        org.getConversation.mockRejectedValueOnce(apexError());
        const card = await openCard();
        org.getConversation.mockReturnValueOnce(pendingAnswer().promise);

        retryOf(card).click();
        await click(retryOf(card));

        expect(org.getConversation).toHaveBeenCalledTimes(2);
        expect(retryOf(card)).toMatchObject({ disabled: true, label: 'Trying again…' });
        await expect(card).toBeAccessible();
    });

    it('looks again on Check again when the state is not known', async () => {
        const card = await openCard(openView({ state: null, stateSource: 'none', asOf: null }));
        org.getConversation.mockResolvedValueOnce(openView({ state: 'CLOSED' }));

        await click(get(card, 'c-conversation-state', 'lightning-button'));

        expect(textOf(card)).toContain('Closed');
        expect(liveRegionOf(card)).toBe('Conversation state: Closed');
    });
});
