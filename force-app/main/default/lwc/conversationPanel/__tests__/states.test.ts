import type { ConversationAction, ConversationState, ConversationView } from '#contract';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import { actionOf, buttonsOf, openCard, org, pendingAnswer } from 'test/card';
import { find, textOf } from 'test/dom';
import { blockedView, blockView, openView, UNKNOWN_CHANNEL } from 'test/views';

const LOOK_ONLY = 'You can see the state but not change it. Ask your admin for the permission set “GoTallo Agent”.';

describe('c-conversation-panel: what it shows', () => {
    it('is a quiet placeholder that says what it waits for', async () => {
        org.getConversation.mockReturnValueOnce(pendingAnswer().promise);
        const card = await openCard();

        expect(textOf(card)).toBe('Conversation Loading the conversation…');
        expect(actionOf(card)).toBeNull();
        expect(find(card, '.bar')).not.toBeNull();
        await expect(card).toBeAccessible();
    });

    it('has a heading', async () => {
        const card = await openCard(openView());
        expect(find(card, 'h2')?.textContent).toBe('Conversation');
    });

    it.each<[ConversationState | null, string]>([
        ['OPEN', 'Open'],
        ['AUTO_BOT', 'Bot is handling'],
        ['CLOSED', 'Closed'],
        [null, 'Not known yet']
    ])('shows %s with a Block button and without details', async (state, words) => {
        const card = await openCard(openView({ state }));

        expect(textOf(card)).toContain(words);
        expect(textOf(card)).toContain('Maria Lopez · WhatsApp');
        expect(actionOf(card)).toMatchObject({
            label: 'Block',
            variant: 'border',
            disabled: false
        });
        expect(find(card, 'c-conversation-block-details')).toBeNull();
        await expect(card).toBeAccessible();
    });

    it('shows BLOCKED with details and an Unblock button', async () => {
        const card = await openCard(blockedView());

        expect(textOf(card)).toContain('Blocked by Ana Silva');
        expect(actionOf(card)).toMatchObject({ label: 'Unblock', variant: 'neutral', disabled: false });
        await expect(card).toBeAccessible();
    });

    it('shows EXPIRED without a button and without sending anybody to the admin', async () => {
        const card = await openCard(openView({ state: 'EXPIRED', actions: [] }));

        expect(textOf(card)).toContain('This conversation cannot be used anymore.');
        expect(textOf(card)).not.toContain(LOOK_ONLY);
        expect(actionOf(card)).toBeNull();
        await expect(card).toBeAccessible();
    });

    it('shows a block that is not confirmed as not known yet, with what the org offers', async () => {
        const card = await openCard(openView({ block: blockView({ state: 'pending' }), actions: ['block'] }));

        expect(textOf(card)).toContain('Not known yet');
        expect(textOf(card)).toContain('Not confirmed yet');
        expect(actionOf(card)?.label).toBe('Block');
        await expect(card).toBeAccessible();
    });

    it('shows a block that others set', async () => {
        const card = await openCard(blockedView({ block: null }));
        expect(textOf(card)).toContain('Blocked outside this card.');
        await expect(card).toBeAccessible();
    });

    it.each<[string, Partial<ConversationView>]>([
        ['open', { state: 'OPEN' }],
        ['blocked', { state: 'BLOCKED', block: blockView({ note: null }) }],
        ['unknown', { state: null, stateSource: 'none' }]
    ])('tells an agent without permission what to ask for (%s)', async (_state, changes) => {
        const card = await openCard(openView({ ...changes, customer: { name: null }, actions: [] }));

        expect(textOf(card)).toContain(LOOK_ONLY);
        expect(actionOf(card)).toBeNull();
        await expect(card).toBeAccessible();
    });

    it('offers one of Block and Unblock even when both are possible', async () => {
        const card = await openCard(blockedView({ actions: ['block', 'unblock'] }));
        expect(actionOf(card)?.label).toBe('Unblock');
        expect(buttonsOf(card)).toEqual(['Change block', 'Unblock']);
    });

    it('draws neither a button nor a complaint for actions it does not know', async () => {
        const card = await openCard(openView({ actions: ['archive' as ConversationAction] }));
        expect(buttonsOf(card)).toEqual([]);
        expect(textOf(card)).not.toContain(LOOK_ONLY);
    });

    it.each([
        ['Block Maria Lopez on WhatsApp', openView(), 'Maria Lopez on WhatsApp'],
        ['Block this person', openView({ customer: { name: null }, channel: UNKNOWN_CHANNEL }), 'this person']
    ])('names its menu "%s" for screen readers, and says what a block does here', async (name, view, who) => {
        const menu = actionOf(await openCard(view));
        expect(menu?.title).toBe(name);
        expect(menu?.alternativeText).toMatch(new RegExp(`^${who}. Kept out of Salesforce; `));
    });

    it.each([
        ['Block Maria Lopez on WhatsApp', openView()],
        ['Unblock Maria Lopez on WhatsApp', blockedView()],
        ['Block this person', openView({ customer: { name: null }, channel: UNKNOWN_CHANNEL })]
    ])('names its button "%s" for screen readers', async (name, view) => {
        const card = await openCard(view, { settings: { ...DEFAULT_SETTINGS, askBeforeBlock: true } });
        expect(actionOf(card)?.ariaLabel).toBe(name);
        expect(actionOf(card)?.title).toBe(name);
    });
});
