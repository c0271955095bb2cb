import ConversationPlatformBlock from 'c/conversationPlatformBlock';
import type { ConversationView, PlatformBlockView } from '#contract';
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

type Status = PlatformBlockView['status'];

const ASKED = { ...onChannel('unconfirmed'), actions: ['unblock', 'settlePlatformBlock'] } as const;
const QUESTION = 'Look on WhatsApp itself: what does it show for this person?';

function draw(view: ConversationView, busy: string | null = null): Promise<HTMLElement> {
    return createComponent<Properties>('c-conversation-platform-block', ConversationPlatformBlock, { view, busy });
}

function drawQuestion(busy: string | null = null): Promise<HTMLElement> {
    return draw(blockedView({ ...ASKED, actions: [...ASKED.actions] }), busy);
}

function answersOf(element: HTMLElement): Button[] {
    return Array.from(element.shadowRoot?.querySelectorAll<Button>('lightning-button') ?? []);
}

describe('c-conversation-platform-block: what it says', () => {
    it.each<[Status, string, string]>([
        [
            'blocked',
            'utility:check',
            'Blocked on WhatsApp They cannot reach you there, and messages they send are lost. They are not told.'
        ],
        ['refused', 'utility:warning', 'Not blocked on WhatsApp They can still write there'],
        ['not-blocked', 'utility:info', 'Not blocked on WhatsApp They can still write there'],
        [
            'unconfirmed',
            'utility:question_mark',
            'Not known whether blocked on WhatsApp We send no block there, because a repeat could undo it.'
        ]
    ])('of a blocked person whose status is %s', async (status, icon, words) => {
        const element = await draw(blockedView(onChannel(status)));

        expect(textOf(element)).toContain(words);
        expect(get<HTMLElement & { iconName: string }>(element, 'lightning-icon').iconName).toBe(icon);
        await expect(element).toBeAccessible();
    });

    it.each<[Status, string]>([
        ['blocked', 'Still blocked on WhatsApp They cannot reach you there, and messages they send are lost.'],
        ['unconfirmed', 'May be blocked on WhatsApp If so, they cannot reach you there']
    ])('of somebody without a block whose status is %s', async (status, words) => {
        const element = await draw(openView(onChannel(status)));
        expect(textOf(element)).toContain(words);
        await expect(element).toBeAccessible();
    });

    it('says how to end what the channel still does only to who can', async () => {
        const still = openView({ ...onChannel('blocked'), actions: ['unblock', 'close'] });
        expect(textOf(await draw(still))).toContain('Unblock them to end this.');
        expect(textOf(await draw({ ...still, actions: ['close'] }))).not.toContain('Unblock');
    });

    it.each<Status>(['not-blocked', 'refused', 'not-supported'])(
        'has nothing to say of somebody whom nobody blocks (%s)',
        async (status) => {
            const element = await draw(openView(onChannel(status, 'Nobody is blocked.')));
            expect(textOf(element)).toBe('');
        }
    );

    it('has nothing to say of a channel without a block of its own', async () => {
        expect(textOf(await draw(blockedView()))).toBe('');
    });

    it('has nothing to say of a status it does not know', async () => {
        expect(textOf(await draw(blockedView(onChannel('paused' as Status))))).toBe('');
    });

    it.each<Status>(['blocked', 'refused', 'not-blocked', 'unconfirmed'])(
        'adds the sentence of the proxy to %s',
        async (status) => {
            const element = await draw(blockedView(onChannel(status, 'Its list of blocked people is full.')));
            expect(textOf(get(element, '.message'))).toBe('Its list of blocked people is full.');
        }
    );

    it('shows a sentence with markup as text', async () => {
        const element = await draw(blockedView(onChannel('refused', '<img src=x onerror=alert(1)>')));
        expect(textOf(element)).toContain('<img src=x onerror=alert(1)>');
        expect(find(element, 'img')).toBeNull();
    });

    it('has words for a channel whose name is not known', async () => {
        const view = blockedView({ ...onChannel('unconfirmed'), channel: UNKNOWN_CHANNEL });
        expect(textOf(await draw(view))).toContain('Not known whether blocked on the channel');
    });
});

describe('c-conversation-platform-block: the question to a supervisor', () => {
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
    ])('fires settle with answer %i as %s', async (index, status) => {
        const element = await drawQuestion();
        const onSettle = jest.fn();
        element.addEventListener('settle', ({ detail }: Event & { detail?: unknown }) => onSettle(detail));

        answersOf(element)[index]?.click();

        expect(onSettle.mock.calls).toEqual([[{ status }]]);
    });

    it.each([
        ['block', 'Your answer is written down.'],
        ['settle', 'Saving what you saw…']
    ])('has dead answers while the card is busy with %s', async (busy, words) => {
        const element = await drawQuestion(busy);
        const onSettle = jest.fn();
        element.addEventListener('settle', onSettle);

        answersOf(element).forEach((answer) => answer.click());

        expect(answersOf(element).map(({ disabled }) => disabled)).toEqual([true, true]);
        expect(onSettle).not.toHaveBeenCalled();
        expect(textOf(element)).toContain(words);
        await expect(element).toBeAccessible();
    });
});
