import { actionOf, block, buttonOf, buttonsOf, click, confirmOf, decide } from 'test/card';
import { dialogOf, formOf, openCard, org, pendingAnswer, withField } from 'test/card';
import type { CardElement } from 'test/card';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import { find, flushPromises, textOf } from 'test/dom';
import { apexError } from 'test/errors';
import { cancelForm, fieldOf } from 'test/form';
import { blockedView, openView } from 'test/views';

function eventsOf(card: CardElement, name: string): Event[] {
    const events: Event[] = [];
    card.addEventListener(name, (event) => events.push(event));
    return events;
}

describe('c-conversation-panel: where a dialog has no room', () => {
    beforeEach(() => {
        jest.replaceProperty(window, 'innerWidth', 320);
    });

    it('asks in the card, and takes focus to the form', async () => {
        const card = await openCard(openView());

        await click(actionOf(card));

        expect(dialogOf()).toBeNull();
        expect(card.shadowRoot?.activeElement).toBe(formOf(card));
        expect(actionOf(card)).toBeNull();
        await expect(card).toBeAccessible();
    });

    it('blocks with what was entered', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        org.blockConversation.mockResolvedValueOnce(blockedView());

        await decide('Fraud', 'Asks for card numbers', formOf(card) as HTMLElement);

        expect(org.blockConversation).toHaveBeenCalledTimes(1);
        expect(formOf(card)).toBeNull();
        expect(textOf(card)).toContain('Blocked by Ana Silva');
    });

    it('changes nothing on Cancel, and goes back to the button', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        await cancelForm(formOf(card) as HTMLElement);
        expect(org.blockConversation).not.toHaveBeenCalled();
        expect(find(card, 'c-conversation-actions')?.shadowRoot?.activeElement).toBe(actionOf(card));
    });

    it('opens again with what was typed when the call failed', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        org.blockConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-refused' }));
        await decide('Fraud', 'Asks for card numbers', formOf(card) as HTMLElement);
        expect(card.shadowRoot?.activeElement?.localName).toBe('c-conversation-error-panel');

        await click(actionOf(card));

        expect(card.shadowRoot?.activeElement).toBe(formOf(card));
        expect(fieldOf(formOf(card) as HTMLElement, 'note')?.value).toBe('Asks for card numbers');
    });

    it('blocks nobody when the page moved to another record while the form was open', async () => {
        const card = await openCard(openView());
        await click(actionOf(card));
        org.getConversation.mockResolvedValueOnce(openView({ customer: { name: 'Sam Lee' } }));
        card.recordId = '00Q000000000002AAA';
        await flushPromises();
        expect(formOf(card)).toBeNull();
        expect(textOf(card)).toContain('Sam Lee');
    });
});

describe('c-conversation-panel: in a quick action', () => {
    it('opens the form at once, without a frame, and takes focus to it', async () => {
        const card = await openCard(openView(), { isAction: true });

        expect(formOf(card)).not.toBeNull();
        expect(find(card, 'h2')).toBeNull();
        expect(card.shadowRoot?.activeElement).toBe(formOf(card));
        await expect(card).toBeAccessible();
    });

    it('takes focus from the button by which the window is closed', async () => {
        const close = document.createElement('button');
        document.body.append(close);
        close.focus();
        const card = await openCard(openView(), { isAction: true });
        expect(card.shadowRoot?.activeElement).toBe(formOf(card));
    });

    it.each([
        ['blocked already', blockedView()],
        ['expired', openView({ state: 'EXPIRED', actions: [] })]
    ])('opens no form for a conversation that is %s', async (_state, view) => {
        const card = await openCard(view, { isAction: true });
        expect(formOf(card)).toBeNull();
        expect(confirmOf(card)).toBeNull();
        await expect(card).toBeAccessible();
    });

    it('says when it is done, and not when it failed', async () => {
        const card = await openCard(openView(), { isAction: true });
        const done = eventsOf(card, 'done');
        org.blockConversation.mockRejectedValueOnce(apexError());
        await decide('Spam', '', formOf(card) as HTMLElement);
        expect(done).toHaveLength(0);
        await click(actionOf(card));
        expect(dialogOf()).toBeNull();
        org.blockConversation.mockResolvedValueOnce(blockedView());

        await decide('Spam', '', formOf(card) as HTMLElement);

        expect(done).toHaveLength(1);
        expect(formOf(card)).toBeNull();
    });

    it('says when the agent decided against it', async () => {
        const card = await openCard(openView(), { isAction: true });
        const cancelled = eventsOf(card, 'cancel');
        await cancelForm(formOf(card) as HTMLElement);
        expect(cancelled).toHaveLength(1);
    });

    it('stays open when the agent keeps a block, or leaves it as it is', async () => {
        const card = await openCard(blockedView(), { isAction: true });
        const cancelled = eventsOf(card, 'cancel');
        await click(actionOf(card));
        confirmOf(card)?.dispatchEvent(new CustomEvent('cancel'));
        await flushPromises();
        await click(buttonOf(card, 'change'));
        await cancelForm(formOf(card) as HTMLElement);
        expect(cancelled).toHaveLength(0);
        expect(buttonsOf(card)).toEqual(['Change block', 'Unblock']);
    });

    it('has no button that reads as closing the window, nor any other of a state', async () => {
        const card = await openCard(openView({ actions: ['takeOver', 'close', 'reopen'] }), { isAction: true });
        expect(buttonsOf(card)).toEqual([]);
        expect(textOf(card)).not.toContain('Close');
    });
});

describe('c-conversation-panel: what it tells the page', () => {
    it('hands every view out', async () => {
        const card = await openCard(openView());
        const views = eventsOf(card, 'viewchange');
        org.blockConversation.mockResolvedValueOnce(blockedView());
        await block(card);
        expect(views.map((event) => (event as CustomEvent).detail)).toEqual([blockedView()]);
    });
});

describe('c-conversation-panel: settings', () => {
    it('loads anew when the field is another, and not for any other setting', async () => {
        const card = await openCard(openView(), { settings: withField(null) });
        card.settings = { ...DEFAULT_SETTINGS, isCompact: true };
        await flushPromises();
        expect(org.getConversation).toHaveBeenCalledTimes(1);
    });

    it('draws less where the admin wants it compact', async () => {
        const card = await openCard(blockedView(), { settings: { ...DEFAULT_SETTINGS, isCompact: true } });
        expect(textOf(card)).toContain('Ana Silva');
        expect(textOf(card)).not.toContain('Sends crypto links');
        await expect(card).toBeAccessible();
    });

    it('says nothing of wrong settings to agents', async () => {
        const problems = [{ property: 'durations', message: 'The durations are wrong.' }];
        const card = await openCard(openView(), { problems });
        expect(textOf(card)).not.toContain('wrong');
    });

    it('draws no history where the admin does not want it', async () => {
        const settings = { ...DEFAULT_SETTINGS, showHistory: false };
        const card = await openCard(openView(), { settings });
        expect(find(card, 'c-conversation-history')).toBeNull();
    });
});

describe('c-conversation-panel: a card that is hidden where there is no conversation', () => {
    const settings = { ...DEFAULT_SETTINGS, hideWithoutConversation: true };
    const frameOf = (card: HTMLElement): Element | null => find(card, 'article');

    it('draws nothing while it loads, and nothing for a record without one', async () => {
        const answer = pendingAnswer();
        org.getConversation.mockReturnValueOnce(answer.promise);
        const card = await openCard(undefined, { settings });
        expect(frameOf(card)).toBeNull();

        await answer.reject(apexError({ code: 'no-conversation-id' }));
        expect(frameOf(card)).toBeNull();
    });

    it('is drawn as soon as there is one', async () => {
        expect(textOf(await openCard(openView(), { settings }))).toContain('Maria Lopez');
    });

    it.each(['record-not-found', 'object-not-supported', 'proxy-unreachable'])(
        'hides no trouble (%s)',
        async (code) => {
            org.getConversation.mockRejectedValueOnce(apexError({ code, message: 'It went wrong.' }));
            expect(textOf(await openCard(undefined, { settings }))).toContain('It went wrong.');
        }
    );

    it('is drawn as a quick action, which somebody has opened', async () => {
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'no-conversation-id', message: 'There is none.' }));
        expect(textOf(await openCard(undefined, { settings, isAction: true }))).toContain('There is none.');
    });

    it('is drawn where the admin did not ask for that', async () => {
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'no-conversation-id', message: 'There is none.' }));
        expect(textOf(await openCard())).toContain('There is none.');
    });
});

describe('c-conversation-panel: an incomplete set-up', () => {
    it.each(['conversation-field-unusable', 'object-not-supported', 'not-connected', 'wrong-org'])(
        'sends agents to their admin, without technical words (%s)',
        async (code) => {
            const message = 'This card is not fully set up. Ask your admin.';
            const adminMessage = 'Field My_Id__c of Lead is not readable.';
            org.getConversation.mockRejectedValueOnce(
                apexError({ code, message, adminMessage, requestId: '7f3a9c1e-1111' })
            );

            const card = await openCard();

            expect(textOf(card)).toContain('This card is not fully set up. Ask your admin.');
            expect(textOf(card)).toContain('Request 7f3a9c1e');
            expect(textOf(card)).not.toContain('My_Id__c');
            await expect(card).toBeAccessible();
        }
    );

    it('has nothing to press but Try again for agents', async () => {
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'wrong-org', adminMessage: 'Compare orgId.' }));
        expect(textOf(await openCard())).not.toContain('Check the set-up');
    });

    it('does not hide other words', async () => {
        org.getConversation.mockRejectedValueOnce(apexError({ code: 'gotallo-timeout', message: 'Too slow.' }));
        expect(textOf(await openCard())).toContain('Too slow.');
    });
});
