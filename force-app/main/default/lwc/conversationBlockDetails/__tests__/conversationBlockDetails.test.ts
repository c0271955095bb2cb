import ConversationBlockDetails from 'c/conversationBlockDetails';
import type { ConversationView, PlatformBlockView } from '#contract';
import { createComponent, find, get, textOf } from 'test/dom';
import { blockedView, blockView, NOT_KEPT_OUT, onChannel, openView } from 'test/views';

type Status = PlatformBlockView['status'];

interface DateTime extends HTMLElement {
    value: string;
}

function draw(view: ConversationView): Promise<HTMLElement> {
    return createComponent<{ view: ConversationView }>('c-conversation-block-details', ConversationBlockDetails, {
        view
    });
}

function times(element: HTMLElement): string[] {
    const found = element.shadowRoot?.querySelectorAll<DateTime>('lightning-formatted-date-time') ?? [];
    return Array.from(found, ({ value }) => value);
}

describe('c-conversation-block-details', () => {
    it('says who blocked, when, why and with which note', async () => {
        const element = await draw(blockedView());

        expect(textOf(element)).toContain('Blocked by Ana Silva');
        expect(textOf(element)).toContain('Reason Spam Note Sends crypto links every hour');
        expect(times(element)).toEqual(['2025-11-22T14:03:00.000Z']);
        await expect(element).toBeAccessible();
    });

    it('does not claim that messages are kept out where GoTallo still sends them', async () => {
        const element = await draw(blockedView(NOT_KEPT_OUT));

        expect(textOf(element)).toContain(
            'Not kept out of Salesforce GoTallo still sends messages of blocked conversations'
        );
        expect(textOf(element)).not.toContain('create no Heroku Message');
        await expect(element).toBeAccessible();
    });

    it('says that a block without end lasts until someone unblocks', async () => {
        expect(textOf(await draw(blockedView()))).toContain('Until Someone unblocks');
    });

    it('says when a block ends', async () => {
        const element = await draw(blockedView({ block: blockView({ until: '2025-11-29T14:03:00.000Z' }) }));

        expect(times(element)).toEqual(['2025-11-22T14:03:00.000Z', '2025-11-29T14:03:00.000Z']);
        expect(textOf(element)).not.toContain('Someone unblocks');
        await expect(element).toBeAccessible();
    });

    it('leaves out a reason and a note that are not there', async () => {
        const text = textOf(await draw(blockedView({ block: blockView({ reason: null, note: null }) })));
        expect(text).not.toContain('Reason');
        expect(text).not.toContain('Note');
    });

    it('shows a reason of another client as it is', async () => {
        const element = await draw(blockedView({ block: blockView({ reason: 'Duplicate account' }) }));
        expect(textOf(element)).toContain('Duplicate account');
    });

    it.each(['note', 'reason'] as const)('shows a %s with markup as text', async (member) => {
        const element = await draw(blockedView({ block: blockView({ [member]: '<b onclick="x()">bold</b>' }) }));
        expect(textOf(element)).toContain('<b onclick="x()">bold</b>');
        expect(find(element, 'b')).toBeNull();
    });

    it('shows the name of an agent with markup as text', async () => {
        const by = { id: '005000000000001AAA', name: '<script>x()</script>' };
        const element = await draw(blockedView({ block: blockView({ by }) }));
        expect(textOf(element)).toContain('<script>x()</script>');
        expect(find(element, 'script')).toBeNull();
    });

    it('says that a confirmed block keeps messages out of Salesforce, and does no more where the channel cannot', async () => {
        const element = await draw(blockedView());
        expect(textOf(element)).toContain('Kept out of Salesforce only New messages create no Heroku Message.');
        expect(get<HTMLElement & { iconName: string }>(element, 'lightning-icon').iconName).toBe('utility:check');
    });

    it('says plainly that a pending block is not confirmed, and claims nothing', async () => {
        const element = await draw(blockedView({ state: null, block: blockView({ state: 'pending' }) }));
        const text = textOf(element);

        expect(text).toContain('Asked by Ana Silva');
        expect(text).toContain('Not confirmed yet');
        expect(text).not.toContain('Blocked');
        expect(text).not.toContain('Kept out of Salesforce');
        await expect(element).toBeAccessible();
    });

    it('says that a block of others has no known author', async () => {
        const element = await draw(blockedView({ block: null }));

        expect(textOf(element)).toContain('Who blocked and why is not known here.');
        expect(textOf(element)).toContain('Kept out of Salesforce');
        expect(find(element, 'dl')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it.each<[Status, string, string]>([
        ['blocked', 'Blocked on WhatsApp', 'Kept out of Salesforce New messages'],
        ['refused', 'Not blocked on WhatsApp', 'Kept out of Salesforce only New messages'],
        ['not-blocked', 'Not blocked on WhatsApp', 'Kept out of Salesforce only New messages'],
        ['unconfirmed', 'Not known whether blocked on WhatsApp', 'Kept out of Salesforce New messages']
    ])('says of a block that is %s on the channel what holds there and in Salesforce', async (status, there, here) => {
        const element = await draw(blockedView(onChannel(status, 'Because of this.')));
        const text = textOf(element);

        expect(text).toContain(there);
        expect(text).toContain(here);
        expect(text).toContain('Because of this.');
        await expect(element).toBeAccessible();
    });

    it.each<[Status, string]>([
        ['refused', 'Not blocked on WhatsApp'],
        ['not-blocked', 'Not blocked on WhatsApp'],
        ['unconfirmed', 'Not known whether blocked on WhatsApp']
    ])('does not claim that a block by state keeps messages out where it does not (%s)', async (status, there) => {
        const element = await draw(blockedView({ ...onChannel(status), blockedStateExcluded: false }));
        const text = textOf(element);

        expect(text).toContain(there);
        expect(text).toContain('Not kept out of Salesforce GoTallo still sends messages of blocked conversations');
        expect(text).not.toContain('create no Heroku Message');
        await expect(element).toBeAccessible();
    });

    it('does not say that messages come through which the channel itself does not deliver', async () => {
        const text = textOf(await draw(blockedView({ ...onChannel('blocked'), blockedStateExcluded: false })));
        expect(text).toContain('messages they send are lost');
        expect(text).toContain('Kept out of Salesforce New messages create no Heroku Message.');
        expect(text).not.toContain('GoTallo still sends');
    });

    it.each<[Status, string]>([
        ['blocked', 'Still blocked on WhatsApp'],
        ['unconfirmed', 'May be blocked on WhatsApp']
    ])('says of somebody without a block only what the channel does (%s)', async (status, words) => {
        const element = await draw(openView(onChannel(status)));
        const text = textOf(element);

        expect(text).toContain(words);
        expect(text).not.toContain('Kept out of Salesforce');
        expect(text).not.toContain('outside this card');
        await expect(element).toBeAccessible();
    });

    it('keeps what is known of the channel apart from a block that is not confirmed', async () => {
        const block = blockView({ state: 'pending' });
        const text = textOf(await draw(openView({ block, ...onChannel('unconfirmed') })));

        expect(text).toContain('Not known whether blocked on WhatsApp');
        expect(text).toContain('Not confirmed yet');
        expect(text).not.toContain('Kept out of Salesforce New messages');
    });

    it('does not know whether a block of others was set on the channel too', async () => {
        const text = textOf(await draw(blockedView({ block: null, ...onChannel('unconfirmed') })));
        expect(text).toContain('Who blocked and why is not known here.');
        expect(text).toContain('Not known whether blocked on WhatsApp');
    });

    it('hands the answer of a supervisor on', async () => {
        const actions: ConversationView['actions'] = ['unblock', 'settlePlatformBlock'];
        const element = await draw(blockedView({ ...onChannel('unconfirmed'), actions }));
        const onSettle = jest.fn();
        element.addEventListener('settle', ({ detail }: Event & { detail?: unknown }) => onSettle(detail));

        get(element, 'c-conversation-platform-block', '[data-status="not-blocked"]').click();

        expect(onSettle.mock.calls).toEqual([[{ status: 'not-blocked' }]]);
    });
});
