import ConversationState from 'c/conversationState';
import type { ConversationState as State, ConversationView, NativeBlockView } from '#contract';
import { createComponent, find, flushPromises, get, textOf } from 'test/dom';
import { blockView, NATIVE_CHANNEL, NOT_KEPT_OUT, onChannel, openView, UNKNOWN_CHANNEL } from 'test/views';

interface Properties {
    view: ConversationView;
    canRefresh: boolean;
    lagSince: number | null;
}

interface Badge extends HTMLElement {
    label: string;
    iconName: string;
}

function draw(changes: Partial<ConversationView>, canRefresh = true): Promise<HTMLElement & Properties> {
    return createComponent<Properties>('c-conversation-state', ConversationState, {
        view: openView(changes),
        canRefresh
    });
}

const NOW = Date.UTC(2025, 10, 22, 14, 7);
const TEMPLATES = 'No message in the last 24 hours, as far as is known: only templates go out on WhatsApp.';
const BLOCKED_ONLY = { ...onChannel('blocked'), ...NOT_KEPT_OUT };
const REFUSED_AND_NOT_KEPT_OUT = { ...onChannel('refused'), ...NOT_KEPT_OUT };
const NOTHING_CERTAIN = { ...onChannel('unconfirmed'), ...NOT_KEPT_OUT };

describe('c-conversation-state', () => {
    beforeEach(() => {
        jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout'] });
    });

    afterEach(() => {
        jest.useRealTimers();
    });

    it.each<[State | null, string, string, string, string]>([
        ['OPEN', 'Open', 'utility:chat', 'slds-theme_success', 'You can write and receive.'],
        ['EXPIRED', 'Expired', 'utility:clock', 'slds-theme_warning', 'This conversation cannot be used anymore.'],
        [
            'AUTO_BOT',
            'Bot is handling',
            'utility:einstein',
            'slds-theme_info',
            'Messages are not synced to Salesforce while the bot answers.'
        ],
        ['CLOSED', 'Closed', 'utility:check', '', 'Opens again when they write.'],
        ['BLOCKED', 'Kept out', 'utility:shield', 'slds-theme_warning', ''],
        [null, 'Not known yet', 'utility:offline', 'slds-theme_offline', '']
    ])('shows %s as "%s" with icon, colour and what it means', async (state, words, icon, theme, line) => {
        const element = await draw({ state });
        const badge = get<Badge>(element, 'lightning-badge');

        expect(badge.label).toBe(words);
        expect(badge.iconName).toBe(icon);
        expect(badge.className.trim()).toBe(`badge ${theme}`.trim());
        expect(textOf(element)).toContain(line);
        await expect(element).toBeAccessible();
    });

    it.each<[State, NativeBlockView['status']]>([
        ['OPEN', 'blocked'],
        ['OPEN', 'unconfirmed'],
        ['CLOSED', 'blocked'],
        ['CLOSED', 'unconfirmed']
    ])('promises no messages in state %s while the channel is %s', async (state, status) => {
        const text = textOf(await draw({ state, ...onChannel(status) }));
        expect(text).not.toContain('You can write and receive.');
        expect(text).not.toContain('Opens again when they write.');
    });

    it('says that an expired conversation cannot be used, whatever the channel does', async () => {
        const element = await draw({ state: 'EXPIRED', ...onChannel('unconfirmed') });
        expect(textOf(element)).toContain('This conversation cannot be used anymore.');
    });

    it.each<[string, string, string, string, Partial<ConversationView>]>([
        ['the channel blocks them', 'Blocked', 'block_visitor', 'error', onChannel('blocked')],
        ['the channel refused', 'Kept out', 'shield', 'warning', onChannel('refused')],
        ['the channel does not block them', 'Kept out', 'shield', 'warning', onChannel('not-blocked')],
        ['the channel has not confirmed it', 'Kept out', 'shield', 'warning', onChannel('unconfirmed')],
        ['the channel blocks them, and GoTallo keeps nothing out', 'Blocked', 'block_visitor', 'error', BLOCKED_ONLY],
        ['GoTallo keeps nothing out', 'Not kept out', 'warning', 'warning', NOT_KEPT_OUT],
        ['nothing is kept out and the channel refused', 'Not kept out', 'warning', 'warning', REFUSED_AND_NOT_KEPT_OUT],
        ['nothing of it is certain', 'Not known yet', 'offline', 'offline', NOTHING_CERTAIN],
        ['it is not confirmed', 'Not known yet', 'offline', 'offline', { block: blockView({ state: 'pending' }) }]
    ])('claims of a block where %s no more than: %s', async (_where, words, icon, theme, changes) => {
        const element = await draw({ state: 'BLOCKED', block: blockView(), ...changes });
        const badge = get<Badge>(element, 'lightning-badge');
        expect([badge.label, badge.iconName, badge.className]).toEqual([
            words,
            `utility:${icon}`,
            `badge slds-theme_${theme}`
        ]);
        expect(textOf(element)).not.toContain('not known right now');
        await expect(element).toBeAccessible();
    });

    it.each<[string, string | null, State, string]>([
        ['more than 24 hours ago', '2025-11-22T14:06:59.000Z', 'OPEN', TEMPLATES],
        ['within 24 hours', '2025-11-22T14:08:00.000Z', 'OPEN', 'You can write and receive.'],
        ['nobody knows when', null, 'OPEN', 'You can write and receive.'],
        ['more than 24 hours ago', '2025-11-22T14:06:59.000Z', 'CLOSED', 'Opens again when they write.']
    ])('says of somebody who wrote %s (%s, %s): %s', async (_when, windowClosesAt, state, line) => {
        const element = await draw({ state, channel: { ...NATIVE_CHANNEL, windowClosesAt } });
        expect(textOf(get(element, '.lines p'))).toBe(line);
    });

    it('says that only templates go out as soon as the window closes', async () => {
        jest.useFakeTimers({ now: NOW });
        const drawn = draw({ channel: { ...NATIVE_CHANNEL, windowClosesAt: '2025-11-22T14:09:00.000Z' } });
        await jest.advanceTimersByTimeAsync(1);
        const element = await drawn;
        expect(textOf(element)).toContain('You can write and receive.');
        await jest.advanceTimersByTimeAsync(3 * 60_000);
        expect(textOf(element)).toContain(TEMPLATES);
    });

    it('shows a state this version does not know as unknown', async () => {
        const element = await draw({ state: 'SNOOZED' as State });
        expect(get<Badge>(element, 'lightning-badge').label).toBe('Not known yet');
    });

    it('shows no state while a block is not confirmed', async () => {
        const element = await draw({ state: 'OPEN', block: blockView({ state: 'pending' }) });
        expect(get<Badge>(element, 'lightning-badge').label).toBe('Not known yet');
        expect(textOf(element)).not.toContain('You can write and receive.');
    });

    it.each([
        ['name and channel', {}, 'Maria Lopez · WhatsApp'],
        ['the name alone', { channel: UNKNOWN_CHANNEL }, 'Maria Lopez'],
        ['the channel alone', { customer: { name: null } }, 'WhatsApp']
    ])('shows %s', async (_what, changes, words) => {
        const element = await draw(changes);
        expect(textOf(get(element, '.person'))).toBe(words);
    });

    it('leaves the person out when nothing is known of them', async () => {
        const element = await draw({ customer: { name: null }, channel: UNKNOWN_CHANNEL });
        expect(find(element, '.person')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('shows a name with markup as text', async () => {
        const element = await draw({ customer: { name: '<img src=x onerror=alert(1)>' } });
        expect(textOf(element)).toContain('<img src=x onerror=alert(1)>');
        expect(find(element, 'img')).toBeNull();
    });

    it.each(['proxy', 'webhook', 'gotallo', 'heroku-message'] as const)(
        'says how old the state is when it comes from %s',
        async (stateSource) => {
            const element = await draw({ stateSource });
            const age = get(element, '.slds-text-body_small');
            expect(textOf(age)).toMatch(/^As of 2 minutes ago \(Nov 22, 6:05\sAM\)$/);
            await expect(element).toBeAccessible();
        }
    );

    it('shows no age while the state is as good as new', async () => {
        const element = await draw({ asOf: new Date().toISOString() });
        expect(textOf(element)).not.toContain('As of');
    });

    it('shows no age when nothing is known', async () => {
        const element = await draw({ state: null, stateSource: 'none', asOf: null });
        expect(textOf(element)).not.toContain('As of');
    });

    it('fires refresh when asked for an unknown state once more', async () => {
        const element = await draw({ state: null });
        const onRefresh = jest.fn();
        element.addEventListener('refresh', onRefresh);

        get(element, 'lightning-button').click();

        expect(onRefresh).toHaveBeenCalledTimes(1);
    });

    it('shows no age that it cannot read', async () => {
        expect(textOf(await draw({ asOf: 'lately' }))).not.toContain('As of');
    });

    it('gets older with time', async () => {
        jest.useFakeTimers({ now: NOW });
        const drawn = draw({});
        await jest.advanceTimersByTimeAsync(1);
        const element = await drawn;
        await jest.advanceTimersByTimeAsync(5 * 60_000);
        expect(textOf(element)).toContain('As of 7 minutes ago');

        element.remove();
        expect(jest.getTimerCount()).toBe(0);
    });

    it('says since when it lags, and offers to check again though the state is known', async () => {
        const element = await draw({});
        element.lagSince = Date.UTC(2025, 10, 22, 14, 3);
        await flushPromises();
        expect(textOf(element)).toMatch(/Not refreshed since Nov 22, 6:03\sAM/);
        expect(textOf(element)).not.toContain('As of');
        await expect(element).toBeAccessible();

        const onRefresh = jest.fn();
        element.addEventListener('refresh', onRefresh);
        get(element, 'lightning-button').click();
        expect(onRefresh).toHaveBeenCalledTimes(1);
    });

    it('offers no second check while one is under way', async () => {
        const element = await draw({}, false);
        element.lagSince = NOW;
        await flushPromises();
        expect(find(element, 'lightning-button')).toBeNull();
    });

    it('offers no refresh of a known state', async () => {
        expect(find(await draw({ state: 'OPEN' }), 'lightning-button')).toBeNull();
    });

    it('offers no refresh when the card cannot refresh', async () => {
        expect(find(await draw({ state: null }, false), 'lightning-button')).toBeNull();
    });
});
