import ConversationBlockDetails from 'c/conversationBlockDetails';
import type { ConversationView, NativeBlockReason, NativeBlockView } from '#contract';
import { createComponent, find, get, textOf } from 'test/dom';
import { blockedView, onChannel, openView, UNKNOWN_CHANNEL } from 'test/views';

interface Properties {
    view: ConversationView;
    busy: string | null;
}

interface Button extends HTMLElement {
    label: string;
    disabled: boolean;
}

type Status = NativeBlockView['status'];

const ASKED = { ...onChannel('unconfirmed'), actions: ['unblock', 'resolveNativeBlock'] } as const;
const QUESTION = 'Look on WhatsApp itself: what does it show for this person?';

function draw(view: ConversationView, busy: string | null = null): Promise<HTMLElement> {
    return createComponent<Properties>('c-conversation-block-details', ConversationBlockDetails, { view, busy });
}

function drawQuestion(busy: string | null = null): Promise<HTMLElement> {
    return draw(blockedView({ ...ASKED, actions: [...ASKED.actions] }), busy);
}

function answersOf(element: HTMLElement): Button[] {
    return Array.from(element.shadowRoot?.querySelectorAll<Button>('lightning-button') ?? []);
}

/** What it means that the channel does, which is said where no reason says more. */
const MEANINGS = /^(They can(not reach you| still write) there|They may still be able|If so, they|Until you unblock)/;

/** Why the channel does what it does, and what helps. */
function sentencesOf(element: HTMLElement): string[] {
    return Array.from(get(element, '.slds-media__body').querySelectorAll('p'), textOf).filter(
        (line) => !MEANINGS.test(line)
    );
}

describe('c-conversation-block-details: what it says of the channel', () => {
    it.each<[Status, string, string]>([
        [
            'blocked',
            'utility:check',
            'Blocked on WhatsApp They cannot reach you there, messages they send are lost, and they are not told.'
        ],
        ['refused', 'utility:warning', 'Not blocked on WhatsApp They can still write there'],
        ['not-blocked', 'utility:info', 'Not blocked on WhatsApp They can still write there'],
        [
            'unconfirmed',
            'utility:question_mark',
            'Not known whether blocked on WhatsApp They may still be able to write there; we send no block again, because a repeat could undo it.'
        ]
    ])('of a blocked person whose status is %s', async (status, icon, words) => {
        const element = await draw(blockedView(onChannel(status)));

        expect(textOf(element)).toContain(words);
        expect(get<HTMLElement & { iconName: string }>(element, 'lightning-icon').iconName).toBe(icon);
        await expect(element).toBeAccessible();
    });

    it.each<[Status, string]>([
        [
            'blocked',
            'Still blocked on WhatsApp They cannot reach you there, messages they send are lost, and they are not told.'
        ],
        ['unconfirmed', 'May be blocked on WhatsApp If so, they cannot reach you there']
    ])('of somebody without a block whose status is %s', async (status, words) => {
        const element = await draw(openView(onChannel(status)));
        expect(textOf(element)).toContain(words);
        await expect(element).toBeAccessible();
    });

    it('says how to end what the channel still does only to who can', async () => {
        const still = openView({ ...onChannel('blocked'), actions: ['unblock', 'close'] });
        expect(textOf(await draw(still))).toContain('Until you unblock them, they cannot reach you there');
        expect(textOf(await draw({ ...still, actions: ['close'] }))).not.toContain('unblock');
    });

    it.each<Status>(['not-blocked', 'refused', 'not-supported'])(
        'has nothing to say of somebody whom nobody blocks (%s)',
        async (status) => {
            const element = await draw(openView(onChannel(status, 'window-closed')));
            expect(textOf(element)).toBe('');
        }
    );

    it('has nothing to say of a channel without a block of its own', async () => {
        expect(textOf(await draw(blockedView()))).not.toContain('on WhatsApp');
    });

    it.each(['paused', 'constructor'])('has nothing to say of a status it does not know (%s)', async (status) => {
        expect(textOf(await draw(blockedView(onChannel(status as Status))))).not.toContain('on WhatsApp');
    });

    it.each<Status>(['blocked', 'refused', 'not-blocked', 'unconfirmed'])(
        'adds the reason to %s, and nothing where none is given',
        async (status) => {
            const [why] = sentencesOf(await draw(blockedView(onChannel(status, 'list-full'))));
            expect(why).toBe('WhatsApp has no room for more blocked people.');
            expect(sentencesOf(await draw(blockedView(onChannel(status))))).toEqual([]);
        }
    );

    it('shows a channel with markup as text', async () => {
        const { channel, nativeBlock } = onChannel('refused', 'list-full');
        const label = '<img src=x onerror=alert(1)>';
        const element = await draw(blockedView({ channel: { ...channel, label }, nativeBlock }));
        expect(textOf(element)).toContain('Not blocked on <img src=x onerror=alert(1)>');
        expect(sentencesOf(element)).toContain('<img src=x onerror=alert(1)> has no room for more blocked people.');
        expect(find(element, 'img')).toBeNull();
    });

    it('has words for a channel whose name is not known', async () => {
        const view = blockedView({ ...onChannel('unconfirmed'), channel: UNKNOWN_CHANNEL });
        expect(textOf(await draw(view))).toContain('Not known whether blocked on the channel');
    });
});

describe('c-conversation-block-details: why', () => {
    const UNBLOCK: ConversationView['actions'] = ['unblock'];
    const RESOLVE: ConversationView['actions'] = ['unblock', 'resolveNativeBlock'];
    const WRITES = 'When they write again, you can block them there, too.';
    const SUPERVISOR = 'A supervisor can look there and say what it shows.';
    const OTHER = 'WhatsApp gave a reason that this version of the card does not know.';
    const STATUSES = ['blocked', 'not-blocked', 'refused', 'unconfirmed'] as const;
    const REASONS = Object.keys({
        'window-closed': true,
        'list-full': true,
        'own-number': true,
        'too-many': true,
        'channel-trouble': true,
        'not-done': true,
        'not-accepted': true,
        'set-up': true,
        'not-reached': true,
        'no-answer': true,
        'not-clear': true,
        'changed-elsewhere': true,
        'wrote-since': true
    } satisfies Record<NativeBlockReason, true>) as NativeBlockReason[];

    function because(
        status: Status,
        reason: NativeBlockView['reason'],
        changes: Partial<ConversationView> = {}
    ): Promise<HTMLElement> {
        const { channel } = onChannel(status);
        return draw(blockedView({ channel, nativeBlock: { status, reason, version: null }, ...changes }));
    }

    /** What is said of each reason there is. */
    function allOf(status: Status, changes: Partial<ConversationView> = {}) {
        return Promise.all(
            REASONS.map(async (reason) => {
                const element = await because(status, reason, changes);
                const isSaid = find(element, '.slds-media__body') !== null;
                return { reason, sentences: isSaid ? sentencesOf(element) : [], text: textOf(element) };
            })
        );
    }

    it.each<[Status, NativeBlockView['reason'], string[]]>([
        ['refused', 'window-closed', ['WhatsApp blocks only people who wrote in the last 24 hours.', WRITES]],
        ['refused', 'list-full', ['WhatsApp has no room for more blocked people.']],
        ['refused', 'own-number', ['It is a number of your own business.']],
        ['refused', 'too-many', ['WhatsApp was asked too often in a short time.']],
        ['refused', 'channel-trouble', ['WhatsApp had trouble of its own.']],
        ['refused', 'not-done', ['WhatsApp could not carry out the last change, and did not say why.']],
        ['refused', 'not-accepted', ['WhatsApp did not accept the last change and gave no reason that is known here.']],
        ['not-blocked', 'set-up', ['The set-up does not allow it here. Ask your admin.']],
        ['not-blocked', 'not-reached', ['GoTallo could not be reached, so WhatsApp was not asked.']],
        [
            'unconfirmed',
            'no-answer',
            ['No answer came from WhatsApp in time, so the last change may still be carried out.', SUPERVISOR]
        ],
        ['unconfirmed', 'not-clear', ['WhatsApp gave no clear answer to the last change.', SUPERVISOR]],
        ['unconfirmed', 'changed-elsewhere', ['The block was changed outside this card.', SUPERVISOR]],
        ['unconfirmed', 'wrote-since', ['They have written since WhatsApp confirmed the block.', SUPERVISOR]],
        ['blocked', 'not-accepted', ['WhatsApp did not accept the last change and gave no reason that is known here.']],
        ['blocked', 'too-many', ['WhatsApp was asked too often in a short time.']]
    ])('says of %s because of %s what the labels say, and what helps', async (status, reason, sentences) => {
        const element = await because(status, reason);
        expect(sentencesOf(element)).toEqual(sentences);
        await expect(element).toBeAccessible();
    });

    it.each<ConversationView['actions']>([['retryNativeBlock', 'unblock'], []])(
        'does not put off until they write what can be done now, or by nobody (%s, %s)',
        async (...actions) => {
            const [, ...others] = sentencesOf(await because('refused', 'window-closed', { actions }));
            expect(others).toEqual([]);
        }
    );

    it('says that they have written again only where that is known', async () => {
        const actions: ConversationView['actions'] = ['retryNativeBlock', 'unblock'];
        const { channel } = onChannel('refused');
        const whyAt = async (nativePossible: ConversationView['channel']['nativePossible']) =>
            sentencesOf(
                await because('refused', 'window-closed', { actions, channel: { ...channel, nativePossible } })
            );
        expect(await whyAt('yes')).toEqual(['They have written again, so WhatsApp can block them now.']);
        expect(await whyAt('unknown')).toEqual(['WhatsApp blocks only people who wrote in the last 24 hours.']);
    });

    it.each<[Status, string[]]>([
        ['refused', [OTHER]],
        ['not-blocked', [OTHER]],
        ['blocked', [OTHER]],
        ['unconfirmed', [OTHER, SUPERVISOR]]
    ])('says of %s that a reason is one that it does not know', async (status, sentences) => {
        const element = await because(status, 'moon-phase' as 'not-done');
        expect(sentencesOf(element)).toEqual(sentences);
        await expect(element).toBeAccessible();
    });

    it.each(['constructor', 'toString', '<img src=x onerror=alert(1)>'])(
        'takes no reason %s for one that it knows, and does not draw it',
        async (reason) => {
            const element = await because('refused', reason as 'not-done');
            expect(sentencesOf(element)).toEqual([OTHER]);
            expect(textOf(element)).not.toContain(reason);
        }
    );

    it.each(STATUSES)('gives every reason of %s in whole sentences of its own, without codes', async (status) => {
        const named = await allOf(status);
        const unnamed = await allOf(status, { channel: UNKNOWN_CHANNEL });
        for (const { sentences } of [...named, ...unnamed]) {
            expect(sentences).not.toHaveLength(0);
            expect(sentences).not.toContain(OTHER);
            sentences.forEach((sentence) => expect(sentence).toMatch(/^[A-Z][^!?_{}]+[a-z0-9]\.$/));
        }
        expect(new Set(named.map(({ sentences }) => sentences[0])).size).toBe(REASONS.length);
    });

    it.each(STATUSES)('speaks of %s on a channel without a known name as the channel', async (status) => {
        const named = await allOf(status);
        const unnamed = await allOf(status, { channel: UNKNOWN_CHANNEL });
        const withName = unnamed.map(({ reason, sentences }) => ({
            reason,
            sentences: sentences.map((sentence) => sentence.replace(/the channel/gi, 'WhatsApp'))
        }));
        expect(withName).toEqual(named.map(({ reason, sentences }) => ({ reason, sentences })));
    });

    it.each(['not-blocked', 'refused', 'unconfirmed'] as const)(
        'claims no block by the channel that is not confirmed, whatever the reason (%s)',
        async (status) => {
            for (const { text } of await allOf(status)) {
                expect(text).not.toMatch(/(^|[.\s])(Still b|B)locked on WhatsApp/);
                expect(text).toMatch(/Not (known whether )?blocked on WhatsApp/);
            }
        }
    );

    it.each(STATUSES)('says where it helps that they write again, and nowhere else (%s)', async (status) => {
        const told = (await allOf(status)).filter(({ sentences }) => sentences.includes(WRITES));
        expect(told.map(({ reason }) => reason)).toEqual(status === 'refused' ? ['window-closed'] : []);
        for (const { text } of await allOf(status, { block: null, state: 'OPEN', actions: ['block'] })) {
            expect(text).not.toContain(WRITES);
        }
    });

    it('says beside a refusal that the block of the conversation does not depend on that', async () => {
        const text = textOf(await because('refused', 'window-closed'));
        expect(text).toContain('WhatsApp blocks only people who wrote in the last 24 hours.');
        expect(text).toContain('Kept out of Salesforce only');
    });

    it.each<[NativeBlockReason, string]>([
        ['not-reached', 'GoTallo could not be reached, so WhatsApp was not asked.'],
        ['not-accepted', 'WhatsApp did not accept the last change and gave no reason that is known here.']
    ])('says why the channel did not lift a block (%s)', async (reason, why) => {
        const element = await draw(openView({ ...onChannel('blocked', reason), actions: ['unblock', 'close'] }));
        expect(textOf(element)).toContain('Still blocked on WhatsApp');
        expect(sentencesOf(element)).toEqual([why]);
    });

    it.each<NativeBlockReason>(['no-answer', 'changed-elsewhere'])(
        'says after an unblock that the person may be blocked, and not "still blocked" (%s)',
        async (reason) => {
            const element = await draw(openView(onChannel('unconfirmed', reason)));
            expect(textOf(element)).toContain('May be blocked on WhatsApp');
            expect(textOf(element)).not.toMatch(/still blocked|blocks this/i);
            expect(sentencesOf(element)).toContain(SUPERVISOR);
        }
    );

    it('says nothing where there is nothing to say', async () => {
        expect(sentencesOf(await draw(blockedView(onChannel('refused'))))).toEqual([]);
    });

    it('proposes nothing that this agent may not do', async () => {
        expect(sentencesOf(await because('refused', 'window-closed', { actions: [] }))).toHaveLength(1);
        expect(sentencesOf(await because('refused', 'window-closed', { actions: UNBLOCK }))).toHaveLength(2);
    });

    it('sends nobody to a supervisor who is one', async () => {
        expect(sentencesOf(await because('unconfirmed', 'not-clear', { actions: RESOLVE }))).toHaveLength(1);
    });

    it('says what Instagram is known to ask for where it gives no reason', async () => {
        const channel = { ...onChannel('refused').channel, name: 'INSTAGRAM', label: 'Instagram' };
        const [why, rules] = sentencesOf(await because('refused', 'not-accepted', { channel }));
        expect(why).toContain('Instagram did not accept');
        expect(rules).toContain('Accounts Center');
    });

    it('says so of no other channel, and not where there is a reason', async () => {
        const channel = { ...onChannel('refused').channel, name: 'INSTAGRAM', label: 'Instagram' };
        expect(textOf(await because('refused', 'not-accepted'))).not.toContain('Accounts Center');
        expect(textOf(await because('refused', 'too-many', { channel }))).not.toContain('Accounts Center');
    });

    it('leaves out what it means and why with little room', async () => {
        const element = await createComponent<Properties & { compact: boolean }>(
            'c-conversation-block-details',
            ConversationBlockDetails,
            { view: blockedView(onChannel('refused', 'window-closed')), busy: null, compact: true }
        );
        expect(textOf(get(element, '.slds-media'))).toBe('Not blocked on WhatsApp');
        expect(get(element, '.slds-media__body').title).toContain('in the last 24 hours');
        await expect(element).toBeAccessible();
    });
});

describe('c-conversation-block-details: the question to a supervisor', () => {
    it('is asked with two answers and what they do', async () => {
        const element = await drawQuestion();

        expect(textOf(element)).toContain(QUESTION);
        expect(answersOf(element).map(({ label }) => label)).toEqual(['It shows blocked', 'It shows not blocked']);
        expect(textOf(element)).toContain('Your answer is written down. It changes nothing on WhatsApp.');
        await expect(element).toBeAccessible();
    });

    it('is read as the name of the group of its answers', async () => {
        const element = await drawQuestion();
        const group = get(element, '[role="group"]');
        const name = element.shadowRoot?.querySelector(`[id="${group.getAttribute('aria-labelledby') ?? ''}"]`);
        expect(name?.textContent).toBe(QUESTION);
        expect(group.querySelectorAll('lightning-button')).toHaveLength(2);
    });

    it('is not asked of an agent to whom the proxy does not offer it', async () => {
        const element = await draw(blockedView(onChannel('unconfirmed')));
        expect(textOf(element)).not.toContain('Look on WhatsApp');
        expect(answersOf(element)).toEqual([]);
    });

    it.each<[number, Status]>([
        [0, 'blocked'],
        [1, 'not-blocked']
    ])('fires resolve with answer %i as %s', async (index, status) => {
        const element = await drawQuestion();
        const onResolve = jest.fn();
        element.addEventListener('resolve', ({ detail }: Event & { detail?: unknown }) => onResolve(detail));

        answersOf(element)[index]?.click();

        expect(onResolve.mock.calls).toEqual([[{ status }]]);
    });

    it.each([
        ['block', 'Your answer is written down.'],
        ['resolve', 'Saving what you saw…']
    ])('has dead answers while the card is busy with %s', async (busy, words) => {
        const element = await drawQuestion(busy);
        const onResolve = jest.fn();
        element.addEventListener('resolve', onResolve);

        answersOf(element).forEach((answer) => answer.click());

        expect(answersOf(element).map(({ disabled }) => disabled)).toEqual([true, true]);
        expect(onResolve).not.toHaveBeenCalled();
        expect(textOf(element)).toContain(words);
        await expect(element).toBeAccessible();
    });
});
