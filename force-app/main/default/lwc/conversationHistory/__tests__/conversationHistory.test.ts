import ConversationHistory from 'c/conversationHistory';
import type { BlockWords, OperationView } from '#contract';
import { createComponent, find, flushPromises, get, textOf } from 'test/dom';

interface Properties {
    operations: readonly OperationView[] | null;
    error: { message: string } | null;
    busy: boolean;
    hasOlder: boolean;
    channel: string | null;
}

const ANA = { id: '005000000000001AAA', name: 'Ana Silva' };
const SAM = { id: '005000000000002AAA', name: 'Sam Lee' };
const CONFIRMED: OperationView = {
    id: 'operation-0',
    kind: 'block',
    target: 'BLOCKED',
    origin: 'agent',
    by: ANA,
    reason: null,
    note: null,
    until: null,
    changed: null,
    undoes: null,
    retriesNativeBlock: false,
    acceptedAt: '2025-11-22T14:03:00.000Z',
    endedAt: '2025-11-22T14:03:01.000Z',
    outcome: 'confirmed',
    failure: null,
    nativeBlock: null
};
const SEEN = { origin: 'observation', by: null } as const;

function draw(properties: Partial<Properties>): Promise<HTMLElement & Properties> {
    return createComponent<Properties>('c-conversation-history', ConversationHistory, {
        operations: null,
        error: null,
        busy: false,
        channel: 'WhatsApp',
        ...properties
    });
}

async function toggle(element: HTMLElement): Promise<void> {
    get(element, 'button').click();
    await flushPromises();
}

async function drawOpen(properties: Partial<Properties>): Promise<HTMLElement & Properties> {
    const element = await draw(properties);
    await toggle(element);
    return element;
}

function drawOperation(changes: Partial<OperationView>, channel: string | null = 'WhatsApp'): Promise<HTMLElement> {
    return drawOpen({ operations: [{ ...CONFIRMED, ...changes }], channel });
}

function many(count: number): OperationView[] {
    return Array.from({ length: count }, (_, index) => ({ ...CONFIRMED, id: `operation-${index}` }));
}

function lines(element: HTMLElement): NodeListOf<HTMLElement> {
    return element.shadowRoot?.querySelectorAll<HTMLElement>('li') as NodeListOf<HTMLElement>;
}

function textOfLine(element: HTMLElement): string {
    return textOf(get(element, 'li'));
}

beforeEach(() => {
    jest.useFakeTimers({ now: new Date('2025-11-22T14:05:00.000Z'), doNotFake: ['setTimeout'] });
});

afterEach(() => {
    jest.useRealTimers();
});

describe('c-conversation-history: opening it', () => {
    it('is closed at first, and asks for nothing', async () => {
        const element = await draw({ operations: many(1) });
        expect(get(element, 'button').getAttribute('aria-expanded')).toBe('false');
        expect(textOf(element)).toBe('History');
        await expect(element).toBeAccessible();
    });

    it('opens and closes', async () => {
        const element = await drawOpen({ operations: many(1) });
        const button = get(element, 'button');
        expect(button.getAttribute('aria-expanded')).toBe('true');
        expect(get(element, `[id="${button.getAttribute('aria-controls') ?? ''}"]`).querySelector('li')).not.toBeNull();
        await expect(element).toBeAccessible();

        await toggle(element);
        expect(button.getAttribute('aria-expanded')).toBe('false');
        expect(lines(element)).toHaveLength(0);
    });

    it.each<[string, Partial<Properties>, number]>([
        ['there is nothing to draw', {}, 1],
        ['there is something', { operations: many(1) }, 0],
        ['there is known to be none', { operations: [] }, 0],
        ['it is loaded already', { busy: true }, 0]
    ])('asks to be loaded or not when %s', async (_what, properties, times) => {
        const element = await draw(properties);
        const onRequest = jest.fn();
        element.addEventListener('request', onRequest);
        await toggle(element);
        expect(onRequest).toHaveBeenCalledTimes(times);
        await toggle(element);
        expect(onRequest).toHaveBeenCalledTimes(times);
    });

    it('says that it is being loaded', async () => {
        const element = await drawOpen({ busy: true });
        expect(textOf(get(element, '[role="status"]'))).toBe('Loading the history…');
        await expect(element).toBeAccessible();
    });

    it('says that there is none', async () => {
        const element = await drawOpen({ operations: [] });
        expect(textOf(get(element, '[role="status"]'))).toBe('Nothing has been changed here yet.');
        expect(find(element, 'ol')).toBeNull();
        await expect(element).toBeAccessible();
    });

    it('says why it could not be loaded, and asks again', async () => {
        const element = await drawOpen({ error: { message: 'Salesforce <b>is</b> away.' } });
        const onRequest = jest.fn();
        element.addEventListener('request', onRequest);
        expect(textOf(element)).toContain('Salesforce <b>is</b> away.');
        await expect(element).toBeAccessible();

        get(element, 'lightning-button').click();
        expect(onRequest).toHaveBeenCalledTimes(1);
    });

    it('offers no second try while the first is under way', async () => {
        const element = await drawOpen({ error: { message: 'Away.' }, busy: true });
        expect(find(element, 'lightning-button')).toBeNull();
        expect(textOf(element)).not.toContain('Away.');
    });

    it('goes on showing what it has while it is loaded anew', async () => {
        const element = await drawOpen({ operations: many(1), busy: true });
        expect(lines(element)).toHaveLength(1);
        // What was changed is being announced at the same moment.
        expect(textOf(get(element, '[role="status"]'))).toBe('');
    });
});

describe('c-conversation-history: what it says', () => {
    it.each<[string, Partial<OperationView>]>([
        ['Ana Silva blocked', {}],
        ['Blocked elsewhere', SEEN],
        ['Ana Silva unblocked', { kind: 'unblock', target: 'OPEN' }],
        ['Unblocked elsewhere', { kind: 'unblock', target: 'OPEN', ...SEEN }],
        ['Unblocked at the end of the block', { kind: 'unblock', target: 'OPEN', origin: 'timer', by: null }],
        ['Ana Silva set the state to “Closed”', { kind: 'state', target: 'CLOSED' }],
        ['State set to “Closed” elsewhere', { kind: 'state', target: 'CLOSED', ...SEEN }],
        [
            'Sam Lee undid the last change: back to “Bot is handling”',
            { kind: 'unblock', target: 'AUTO_BOT', by: SAM, undoes: 'operation-1' }
        ],
        ['Sam Lee undid the last change: back to “Blocked”', { by: SAM, undoes: 'operation-1' }],
        [
            'Ana Silva asked WhatsApp to block again Blocked on WhatsApp',
            { retriesNativeBlock: true, nativeBlock: 'blocked' }
        ],
        [
            'Ana Silva asked WhatsApp to block again Not blocked on WhatsApp',
            { retriesNativeBlock: true, nativeBlock: 'refused' }
        ],
        ['Ana Silva said what WhatsApp shows Blocked on WhatsApp', { kind: 'native-block', target: 'blocked' }],
        [
            'GoTallo reported what WhatsApp shows Not blocked on',
            { kind: 'native-block', target: 'not-blocked', ...SEEN }
        ],
        ['Someone blocked', { by: null }],
        ['Ana Silva set the state to “Not known yet”', { kind: 'merge' as 'state', target: 'SNOOZED' as 'OPEN' }]
    ])('%s', async (words, changes) => {
        const element = await drawOperation(changes);
        expect(textOfLine(element)).toContain(words);
        await expect(element).toBeAccessible();
    });

    describe('of a block that was changed', () => {
        const before: BlockWords = { reason: 'Spam', note: null, until: null };
        const changedTo = (after: Partial<BlockWords>) =>
            drawOperation({
                by: SAM,
                reason: 'Abuse',
                note: 'Not said again',
                until: '2025-12-03T22:00:00.000Z',
                changed: { before, after: { ...before, ...after } }
            });
        const plainTextOf = (element: HTMLElement) => textOfLine(element).replace(/\s/g, ' ');

        it.each<[string, object, string]>([
            ['the reason', { reason: 'Abuse' }, 'Reason: Spam, now Abuse'],
            ['a reason taken away', { reason: null }, 'Reason: Spam, now none'],
            ['a reason of another client', { reason: '<b>X</b> {0}' }, 'Reason: Spam, now <b>X</b> {0}'],
            ['the note', { note: 'Called twice' }, 'Note: none, now Called twice'],
            ['the end', { until: '2025-12-03T22:00:00.000Z' }, 'Duration: until unblocked, now until Dec 3, 2:00 PM']
        ])('says what it said before and says now: %s, and nothing else', async (_what, after, words) => {
            const element = await changedTo(after);
            expect(plainTextOf(element)).toMatch(/^Sam Lee changed the block /);
            expect(plainTextOf(element).split(' 2 minutes ago')[0]).toBe(`Sam Lee changed the block ${words}`);
            await expect(element).toBeAccessible();
        });

        it('says each thing that differs', async () => {
            const element = await changedTo({ reason: 'Abuse', note: 'Called' });
            expect(plainTextOf(element)).toContain('Reason: Spam, now Abuse Note: none, now Called');
        });

        it('says that it was blocked once more where nothing differs', async () => {
            expect(plainTextOf(await changedTo({}))).toMatch(/^Sam Lee blocked Abuse/);
        });

        it('says how it went when that is not known', async () => {
            const element = await drawOperation({
                outcome: 'unknown',
                changed: { before, after: { ...before, reason: 'Abuse' } }
            });
            expect(plainTextOf(element)).toContain('now Abuse Not known whether it holds.');
        });
    });

    it('says why and until when', async () => {
        const element = await drawOperation({ reason: 'Spam', until: '2025-12-03T22:00:00.000Z' });
        expect(textOfLine(element)).toMatch(/^Ana Silva blocked Spam · Until Dec 3, 2:00\sPM/);
    });

    it.each<[OperationView['nativeBlock'], string]>([
        ['blocked', 'Blocked on WhatsApp'],
        ['refused', 'Not blocked on WhatsApp'],
        ['not-blocked', 'Not blocked on WhatsApp'],
        ['unconfirmed', 'Not known whether blocked on WhatsApp']
    ])('says what became of the block on the channel (%s)', async (nativeBlock, words) => {
        expect(textOfLine(await drawOperation({ nativeBlock }))).toContain(words);
    });

    it.each<[OperationView['nativeBlock']]>([
        [null],
        ['not-supported'],
        ['paused' as 'blocked'],
        ['toString' as 'blocked']
    ])('has nothing to say of the channel when that is %s', async (nativeBlock) => {
        expect(textOfLine(await drawOperation({ nativeBlock }))).not.toContain('WhatsApp');
    });

    it('has words for a channel whose name is not known', async () => {
        expect(textOfLine(await drawOperation({ nativeBlock: 'blocked' }, null))).toContain('Blocked on the channel');
    });

    it.each<[OperationView['outcome'], string]>([
        ['failed', 'Not accepted; nothing was changed.'],
        ['unknown', 'Not known whether it holds.'],
        ['pending', 'Under way.'],
        ['halfway' as 'failed', 'Not known whether it holds.'],
        ['constructor' as 'failed', 'Not known whether it holds.']
    ])('says how it went when it did not simply go well (%s)', async (outcome, words) => {
        const element = await drawOperation({ outcome });
        expect(textOfLine(element)).toContain(words);
        await expect(element).toBeAccessible();
    });

    it('says no more of what simply went well than who did what, and when', async () => {
        expect(textOfLine(await drawOperation({}))).toMatch(/^Ana Silva blocked 2 minutes ago \(Nov 22, 6:03\sAM\)$/);
    });

    it.each(['note', 'reason'] as const)('shows a %s with markup as text', async (member) => {
        const element = await drawOperation({ [member]: '<img src=x onerror=alert(1)>' });
        expect(textOfLine(element)).toContain('<img src=x onerror=alert(1)>');
        expect(find(element, 'img')).toBeNull();
    });

    it('shows the name of an agent with markup as text', async () => {
        const element = await drawOperation({ by: { ...ANA, name: '<b>Ana</b>{0}' } });
        expect(textOfLine(element)).toContain('<b>Ana</b>{0} blocked');
    });
});

describe('c-conversation-history: a long list', () => {
    it('shows ten at first, in the order they came, and ten more at a time', async () => {
        const element = await drawOpen({ operations: many(25) });
        expect(Array.from(lines(element), ({ dataset }) => dataset['id'])).toEqual(many(10).map(({ id }) => id));
        await expect(element).toBeAccessible();

        get(element, 'lightning-button').click();
        await flushPromises();
        expect(lines(element)).toHaveLength(20);
        get(element, 'lightning-button').click();
        await flushPromises();
        expect(lines(element)).toHaveLength(25);
        expect(find(element, 'lightning-button')).toBeNull();
    });

    it.each([0, 1, 10])('offers no more than there is (%d)', async (count) => {
        expect(find(await drawOpen({ operations: many(count) }), 'lightning-button')).toBeNull();
    });

    it('moves the focus to the first that is new, as the button may go', async () => {
        const element = await drawOpen({ operations: many(11) });
        get(element, 'lightning-button').click();
        await flushPromises();
        expect((element.shadowRoot?.activeElement as HTMLElement | null)?.dataset['id']).toBe('operation-10');
    });

    it('says how many more are shown, and how many there are now', async () => {
        const element = await drawOpen({ operations: many(25) });
        const status = () => textOf(get(element, '[role="status"]'));
        get(element, 'lightning-button').click();
        await flushPromises();
        expect(status()).toBe('10 more shown, 20 in all');
        get(element, 'lightning-button').click();
        await flushPromises();
        expect(status()).toBe('5 more shown, 25 in all');
        await expect(element).toBeAccessible();
    });
});

describe('c-conversation-history: what was not loaded yet', () => {
    async function pressMore(element: HTMLElement): Promise<ReturnType<typeof jest.fn>> {
        const onRequest = jest.fn();
        element.addEventListener('request', ({ detail }: CustomEventInit) => onRequest(detail));
        get(element, 'lightning-button').click();
        await flushPromises();
        return onRequest;
    }

    it('is asked for when all that is there is shown', async () => {
        const element = await drawOpen({ operations: many(10), hasOlder: true });
        const onRequest = await pressMore(element);
        expect(onRequest.mock.calls).toEqual([['more']]);

        Object.assign(element, { busy: true });
        await flushPromises();
        expect(get<HTMLButtonElement>(element, 'lightning-button').disabled).toBe(true);
        expect(textOf(get(element, '[role="status"]'))).toBe('Loading the history…');

        Object.assign(element, { busy: false, operations: many(25), hasOlder: false });
        await flushPromises();
        expect(lines(element)).toHaveLength(20);
        expect((element.shadowRoot?.activeElement as HTMLElement | null)?.dataset['id']).toBe('operation-10');
        expect(textOf(get(element, '[role="status"]'))).toBe('10 more shown, 20 in all');
        await expect(element).toBeAccessible();
    });

    it('is not asked for while there is more to show', async () => {
        const element = await drawOpen({ operations: many(11), hasOlder: true });
        expect(await pressMore(element)).not.toHaveBeenCalled();
        expect(get<HTMLElement & { label: string }>(element, 'lightning-button').label).toBe('Show more');
    });

    it('moves no focus when the list comes anew while nobody wants more', async () => {
        const element = await drawOpen({ operations: many(10), hasOlder: true });
        Object.assign(element, { operations: many(25) });
        await flushPromises();
        expect(lines(element)).toHaveLength(10);
        expect(element.shadowRoot?.activeElement ?? null).toBeNull();
    });

    it('says why it could not be loaded, and asks for it once more', async () => {
        const element = await drawOpen({ operations: many(10), hasOlder: true, error: { message: 'Too slow.' } });
        expect(textOf(get(element, '[role="status"]'))).toBe('Too slow.');
        expect(lines(element)).toHaveLength(10);
        expect((await pressMore(element)).mock.calls).toEqual([['again']]);
    });
});

describe('c-conversation-history: where it is drawn', () => {
    afterEach(() => {
        jest.resetModules();
    });

    it('is a list that can be scrolled with the keyboard, and named', async () => {
        const element = await drawOpen({ operations: many(3) });
        const list = get<HTMLElement>(element, 'ol');
        expect([list.tabIndex, list.getAttribute('aria-label')]).toEqual([0, 'History']);
        await expect(element).toBeAccessible();
    });

    it('shows the word that came with an unblock', async () => {
        const element = await drawOperation({ kind: 'unblock', target: 'OPEN', by: SAM, note: 'A known customer' });
        expect(textOfLine(element)).toMatch(/^Sam Lee unblocked A known customer /);
    });

    it.each([
        ['ltr', 'utility:chevronright'],
        ['rtl', 'utility:chevronleft']
    ])('points to where it opens in %s', async (direction, icon) => {
        jest.resetModules();
        jest.doMock('@salesforce/i18n/dir', () => ({ __esModule: true, default: direction }), { virtual: true });
        const { chevronOf } = await import('../chevron');
        expect([chevronOf(false), chevronOf(true)]).toEqual([icon, 'utility:chevrondown']);
    });
});
