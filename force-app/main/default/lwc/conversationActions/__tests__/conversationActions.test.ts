import type { ConversationAction, ConversationView } from '#contract';
import ConversationActions from 'c/conversationActions';
import { createComponent, find, get } from 'test/dom';
import { blockedView, blockView, onChannel, openView } from 'test/views';

interface ActionsElement extends HTMLElement {
    view: ConversationView;
    busy: string | null;
}

type Button = HTMLElement & { label: string; ariaLabel: string; disabled: boolean };

function draw(view: ConversationView, busy: string | null = null): Promise<ActionsElement> {
    return createComponent<ActionsElement>('c-conversation-actions', ConversationActions, { view, busy });
}

function buttonsIn(element: HTMLElement): Button[] {
    return Array.from(element.shadowRoot?.querySelectorAll<Button>('lightning-button') ?? []);
}

function labelsIn(element: HTMLElement): string[] {
    return buttonsIn(element).map(({ label }) => label);
}

describe('c-conversation-actions', () => {
    it.each<[string, ConversationAction[], string[]]>([
        ['OPEN', ['block', 'close'], ['Close', 'Block']],
        ['AUTO_BOT', ['takeOver', 'block'], ['Take over from the bot', 'Block']],
        ['CLOSED', ['reopen', 'block'], ['Reopen', 'Block']],
        ['EXPIRED', [], []],
        ['of somebody who may only resolve', ['resolveNativeBlock'], []],
        ['with actions of a later version', ['archive' as ConversationAction, 'close'], ['Close']]
    ])('draws what is legal, Block last (%s)', async (_state, actions, labels) => {
        const element = await draw(openView({ actions }));
        expect(labelsIn(element)).toEqual(labels);
        await expect(element).toBeAccessible();
    });

    it('offers to change a block that is confirmed, and to end it', async () => {
        const element = await draw(blockedView());
        expect(labelsIn(element)).toEqual(['Change block', 'Unblock']);
        await expect(element).toBeAccessible();
    });

    it('offers to ask the channel once more, by its name and before what changes or ends the block', async () => {
        const view = blockedView({ ...onChannel('refused'), actions: ['retryNativeBlock', 'unblock'] });
        const element = await draw(view);
        expect(labelsIn(element)).toEqual(['Block on WhatsApp', 'Change block', 'Unblock']);
        expect(buttonsIn(element)[0]?.ariaLabel).toBe('Block on WhatsApp: Maria Lopez on WhatsApp');
        await expect(element).toBeAccessible();
        expect(labelsIn(await draw(view, 'retryNativeBlock'))).toEqual(['Blocking…', 'Change block', 'Unblock']);
    });

    it.each<[string, Partial<ConversationView>]>([
        ['is pending', { block: blockView({ state: 'pending' }) }],
        ['is of others', { block: null }],
        ['may not be ended by this agent', { actions: ['block'] }]
    ])('offers no change of a block that %s', async (_why, changes) => {
        expect(labelsIn(await draw(blockedView(changes)))).not.toContain('Change block');
    });

    it('names each button with the person, beginning with its words', async () => {
        const element = await draw(openView({ actions: ['takeOver', 'close', 'reopen', 'block'] }));
        expect(buttonsIn(element).map(({ ariaLabel }) => ariaLabel)).toEqual([
            'Take over from the bot: Maria Lopez on WhatsApp',
            'Close: Maria Lopez on WhatsApp',
            'Reopen: Maria Lopez on WhatsApp',
            'Block Maria Lopez on WhatsApp'
        ]);
    });

    it.each([
        ['block', 'Blocking…'],
        ['state', 'Block'],
        ['load', 'Block']
    ])('is dead as a whole while %s is under way', async (busy, label) => {
        const element = await draw(openView({ actions: ['close', 'block'] }), busy);
        const acts: unknown[] = [];
        element.addEventListener('act', (event) => acts.push(event));

        buttonsIn(element).forEach((button) => button.click());

        expect(labelsIn(element)).toEqual(['Close', label]);
        expect(buttonsIn(element).every(({ disabled }) => disabled)).toBe(true);
        expect(acts).toEqual([]);
        await expect(element).toBeAccessible();
    });

    it.each(['close', 'block'])('says what was clicked (%s)', async (kind) => {
        const element = await draw(openView({ actions: ['close', 'block'] }));
        const acts: unknown[] = [];
        element.addEventListener('act', (event) => acts.push((event as CustomEvent).detail));
        get(element, `[data-action="${kind}"]`).click();
        expect(acts).toEqual([kind]);
    });

    it.each<[string, string, ConversationView, string | undefined]>([
        ['the same button, when it is still there', 'close', openView({ actions: ['close', 'block'] }), 'Close'],
        ['none, when another stands there', 'close', openView({ actions: ['reopen', 'block'] }), undefined],
        ['none, when it is gone', 'close', openView({ actions: ['block'] }), undefined],
        ['none, and not to Unblock after Block', 'block', blockedView(), undefined]
    ])('moves focus to %s', async (_what, pressed, after, label) => {
        const element = await draw(openView({ actions: ['close', 'block'] }));
        Object.assign(element, { pressed, view: after });
        await Promise.resolve();

        element.focus();

        expect((element.shadowRoot?.activeElement as Button | null)?.label).toBe(label);
    });

    it('takes the second click of a double one for the button that stood there before', async () => {
        const element = await draw(openView({ actions: ['close'] }));
        const acts: unknown[] = [];
        element.addEventListener('act', (event) => acts.push((event as CustomEvent).detail));
        get(element, '[data-action="close"]').click();
        element.view = openView({ actions: ['reopen'] });
        await Promise.resolve();
        get(element, '[data-action="reopen"]').dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true }));
        expect(acts).toEqual(['close']);
    });

    it('keeps the place of Block and Unblock, and does not draw them, while Undo is offered', async () => {
        const element = await draw(openView({ actions: ['close', 'block'] }));
        expect(find(element, '.undoable')).toBeNull();
        Object.assign(element, { undoable: true });
        await Promise.resolve();
        expect(find(element, '.undoable')).not.toBeNull();
        expect(labelsIn(element)).toEqual(['Close', 'Block']);
    });

    it('takes focus nowhere when there is no button', async () => {
        const element = await draw(openView({ actions: [] }));
        expect(() => element.focus()).not.toThrow();
    });
});
