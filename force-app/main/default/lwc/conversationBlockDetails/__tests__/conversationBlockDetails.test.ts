import ConversationBlockDetails from 'c/conversationBlockDetails';
import type { ConversationView, NativeBlockView } from '#contract';
import { createComponent, find, get, textOf } from 'test/dom';
import { blockedView, blockView, NOT_KEPT_OUT, onChannel, openView } from 'test/views';

type Status = NativeBlockView['status'];

const NOW = Date.UTC(2025, 10, 22, 14, 5);
const IN_AN_HOUR = '2025-11-22T15:04:30.000Z';
const JUST_PASSED = '2025-11-22T14:04:30.000Z';
const LONG_PASSED = '2025-11-22T14:03:30.000Z';

function draw(view: ConversationView, compact = false): Promise<HTMLElement & { view: ConversationView }> {
    return createComponent<{ view: ConversationView; compact: boolean }>(
        'c-conversation-block-details',
        ConversationBlockDetails,
        { view, compact }
    );
}

/** Dates have narrow spaces of their own. */
function plainTextOf(element: Element): string {
    return textOf(element).replace(/\s/g, ' ');
}

/** Ana Silva's block with another end. */
function until(end: string | null, changes: Partial<ConversationView> = {}): ConversationView {
    return blockedView({ block: blockView({ until: end }), ...changes });
}

beforeEach(() => {
    jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout'] });
});

afterEach(() => {
    jest.useRealTimers();
});

describe('c-conversation-block-details', () => {
    it('says who blocked, when, why and with which note', async () => {
        const element = await draw(blockedView());

        expect(plainTextOf(element)).toContain('Blocked by Ana Silva When 2 minutes ago (Nov 22, 6:03 AM)');
        expect(textOf(element)).toContain('Reason Spam Note Sends crypto links every hour');
        await expect(element).toBeAccessible();
    });

    describe('of a block that a colleague has changed', () => {
        const changed = { by: { id: '005000000000002AAA', name: 'Sam <b>Lee</b>' }, at: '2025-11-22T14:04:45.000Z' };
        const view = blockedView({ block: blockView({ changed }) });

        it('says who blocked, and who changed it and when', async () => {
            const element = await draw(view);
            expect(plainTextOf(element)).toContain(
                'Blocked by Ana Silva When 2 minutes ago (Nov 22, 6:03 AM) Changed by Sam <b>Lee</b>, just now Duration'
            );
            await expect(element).toBeAccessible();
        });

        it('says so in the line where there is little room', async () => {
            expect(plainTextOf(await draw(view, true))).toContain(
                'Blocked by Ana Silva · 2 minutes ago · Changed by Sam <b>Lee</b>, just now · Until unblocked'
            );
        });

        it('says nothing of changes to a block that says what it said first', async () => {
            expect(textOf(await draw(blockedView()))).not.toContain('Changed');
        });
    });

    it('does not claim that messages are kept out where GoTallo still sends them', async () => {
        const element = await draw(blockedView(NOT_KEPT_OUT));

        expect(textOf(element)).toContain(
            'Not kept out of Salesforce GoTallo still sends their messages here. Ask your admin.'
        );
        expect(textOf(element)).not.toMatch(/(^| )Kept out/);
        await expect(element).toBeAccessible();
    });

    it('says that a block without end lasts until unblocked', async () => {
        expect(textOf(await draw(blockedView()))).toContain('Duration Until unblocked');
    });

    it('keeps what belongs together in one piece, whatever the direction of the page', async () => {
        const element = await draw(until(IN_AN_HOUR));
        const pieces = Array.from(element.shadowRoot?.querySelectorAll('dd bdi') ?? [], plainTextOf);
        expect(pieces).toContain('2 minutes ago (Nov 22, 6:03 AM)');
        expect(pieces).toContain('Until Nov 22, 7:04 AM (in 1 hour)');
    });

    it('says when a block ends, and how long that is', async () => {
        const element = await draw(until(IN_AN_HOUR));

        expect(plainTextOf(element)).toContain('Duration Until Nov 22, 7:04 AM (in 1 hour)');
        expect(textOf(element)).not.toContain('unblocked');
        await expect(element).toBeAccessible();
    });

    it('says that a block ends now while the proxy may be about it', async () => {
        expect(plainTextOf(await draw(until(JUST_PASSED)))).toContain('Until Nov 22, 6:04 AM (now)');
    });

    it('says that a block outlived its end', async () => {
        const element = await draw(until(LONG_PASSED));
        expect(plainTextOf(element)).toContain('Should have ended at Nov 22, 6:03 AM; we keep trying.');
        expect(plainTextOf(element)).not.toContain('6:03 AM (');
        await expect(element).toBeAccessible();
    });

    it('says so as well while the unblock at its end has no clear answer', async () => {
        const block = blockView({ until: LONG_PASSED, state: 'pending' });
        const text = plainTextOf(await draw(blockedView({ state: null, block })));
        expect(text).toContain('Should have ended at Nov 22, 6:03 AM');
    });

    it('does not say so of a state that is not known', async () => {
        const text = plainTextOf(await draw(until(LONG_PASSED, { state: null })));
        expect(text).toContain('Until Nov 22, 6:03 AM');
        expect(text).not.toContain('Should have ended');
        expect(text).not.toContain('Until Nov 22, 6:03 AM (');
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
        expect(textOf(element)).toContain('Kept out of Salesforce only');
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
        ['blocked', 'Blocked on WhatsApp', 'Kept out of Salesforce'],
        ['refused', 'Not blocked on WhatsApp', 'Kept out of Salesforce only'],
        ['not-blocked', 'Not blocked on WhatsApp', 'Kept out of Salesforce only'],
        ['unconfirmed', 'Not known whether blocked on WhatsApp', 'Kept out of Salesforce']
    ])('says of a block that is %s on the channel what holds there and in Salesforce', async (status, there, here) => {
        const element = await draw(blockedView(onChannel(status, 'wrote-since')));
        const text = textOf(element);

        expect(text).toContain(there);
        expect(text).toContain(here);
        expect(text).toContain('They have written since WhatsApp confirmed the block.');
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
        expect(text).toContain('Not kept out of Salesforce GoTallo still sends their messages here. Ask your admin.');
        expect(text).not.toMatch(/(^| )Kept out/);
        await expect(element).toBeAccessible();
    });

    it('does not say that messages come through which the channel itself does not deliver', async () => {
        const text = textOf(await draw(blockedView({ ...onChannel('blocked'), blockedStateExcluded: false })));
        expect(text).toContain('messages they send are lost');
        expect(text).toContain('Kept out of Salesforce');
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
        expect(text).not.toContain('Kept out of Salesforce');
    });

    it('does not know whether a block of others was set on the channel too', async () => {
        const text = textOf(await draw(blockedView({ block: null, ...onChannel('unconfirmed') })));
        expect(text).toContain('Who blocked and why is not known here.');
        expect(text).toContain('Not known whether blocked on WhatsApp');
    });
});

describe('c-conversation-block-details: as time goes by', () => {
    beforeEach(() => {
        jest.useFakeTimers({ now: NOW });
    });

    async function drawAndPass(view: ConversationView, milliseconds: number): Promise<HTMLElement> {
        const drawn = draw(view);
        await jest.advanceTimersByTimeAsync(1);
        const element = await drawn;
        await jest.advanceTimersByTimeAsync(milliseconds);
        return element;
    }

    it('counts down at full minutes', async () => {
        const element = await drawAndPass(until(IN_AN_HOUR), 29_000);
        expect(textOf(element)).toContain('(in 1 hour)');
        await jest.advanceTimersByTimeAsync(1_000);
        expect(textOf(element)).toContain('(in 59 minutes)');
        await jest.advanceTimersByTimeAsync(59 * 60_000);
        expect(textOf(element)).toContain('(now)');
        await jest.advanceTimersByTimeAsync(60_000);
        expect(textOf(element)).toContain('Should have ended at');
    });

    it('says how long ago it was', async () => {
        const element = await drawAndPass(blockedView(), 10 * 60_000);
        expect(textOf(element)).toContain('12 minutes ago');
    });

    it('says nothing of it aloud', async () => {
        const element = await drawAndPass(until(IN_AN_HOUR), 60_000);
        expect(find(element, '[aria-live], [role="status"], [role="timer"]')).toBeNull();
    });

    it('goes by the present time when it is given another block', async () => {
        const element = (await drawAndPass(blockedView(), 50_000)) as HTMLElement & { view: ConversationView };
        element.view = blockedView({ block: blockView({ since: new Date(NOW + 45_000).toISOString() }) });
        await jest.advanceTimersByTimeAsync(1);
        expect(textOf(element)).toContain('When just now (');
    });

    it('stops with the card', async () => {
        const element = await drawAndPass(blockedView(), 0);
        element.remove();
        expect(jest.getTimerCount()).toBe(0);
    });
});

describe('c-conversation-block-details: with little room', () => {
    it.each<[string, ConversationView, string]>([
        ['a block without end', blockedView(), 'Blocked by Ana Silva · 2 minutes ago · Until unblocked · Spam'],
        [
            'a timed block',
            until(IN_AN_HOUR),
            'Blocked by Ana Silva · 2 minutes ago · Until Nov 22, 7:04 AM (in 1 hour) · Spam'
        ],
        [
            'a block that outlived its end',
            until(LONG_PASSED),
            '2 minutes ago · Should have ended at Nov 22, 6:03 AM; we keep trying. · Spam'
        ],
        [
            'a block that is not confirmed',
            blockedView({ state: null, block: blockView({ state: 'pending', reason: null }) }),
            'Not confirmed yet Asked by Ana Silva · 2 minutes ago · Until unblocked Nov 22, 6:03 AM'
        ]
    ])('says %s in one line', async (_what, view, words) => {
        const element = await draw(view, true);
        expect(plainTextOf(element)).toContain(words);
        expect(find(element, 'dl')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('gives the exact time to a pointer and a screen reader', async () => {
        const line = get(await draw(blockedView(), true), 'p');
        expect(line.title.replace(/\s/g, ' ')).toBe('Nov 22, 6:03 AM');
        expect(line.querySelector('.slds-assistive-text')?.textContent).toBe(line.title);
    });

    it('says how firmly it holds, and not what that means', async () => {
        const element = await draw(blockedView(onChannel('refused', 'list-full')), true);
        expect(textOf(element)).toMatch(/^Not blocked on WhatsApp Kept out of Salesforce only Blocked by/);
        expect(get(element, '.slds-media .slds-media__body').title).toContain('has no room');
        await expect(element).toBeAccessible();
    });

    it('shows the name of an agent with markup and placeholders as text', async () => {
        const by = { id: '005000000000001AAA', name: '<b>{0}</b>' };
        const element = await draw(blockedView({ block: blockView({ by }) }), true);
        expect(textOf(element)).toContain('Blocked by <b>{0}</b> ·');
    });
});
