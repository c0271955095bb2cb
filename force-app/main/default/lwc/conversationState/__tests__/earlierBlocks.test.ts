import ConversationState from 'c/conversationState';
import type { ConversationView, EarlierBlockView } from '#contract';
import { createComponent, find, textOf } from 'test/dom';
import { blockView, openView } from 'test/views';

const NOW = Date.UTC(2025, 10, 22, 14, 7);
const DANA = { id: '005000000000004AAA', name: 'Dana Fox' };
const LAST: EarlierBlockView = {
    since: '2025-03-08T09:12:00.000Z',
    endedAt: '2025-03-09T09:12:00.000Z',
    ended: 'agent',
    by: DANA,
    reason: 'Spam'
};

async function drawn(
    count: number,
    last: Partial<EarlierBlockView> = {},
    changes: Partial<ConversationView> = {}
): Promise<HTMLElement> {
    const view = openView({ earlierBlocks: { count, last: { ...LAST, ...last } }, ...changes });
    return createComponent('c-conversation-state', ConversationState, { view });
}

async function lineOf(...drawing: Parameters<typeof drawn>): Promise<string> {
    return find(await drawn(...drawing), 'bdi')?.textContent?.replace(/\s/g, ' ') ?? '';
}

describe('c-conversation-state: the blocks before', () => {
    beforeEach(() => {
        jest.useFakeTimers({ now: NOW, doNotFake: ['setTimeout'] });
    });

    afterEach(() => {
        jest.useRealTimers();
    });

    it.each([
        [1, 'Blocked once before, by Dana Fox for Spam in March.'],
        [2, 'Blocked twice before, last by Dana Fox for Spam in March.'],
        [3, 'Blocked 3 times before, last by Dana Fox for Spam in March.'],
        [21, 'Blocked 21 times before, last by Dana Fox for Spam in March.']
    ])('are counted in words where there were %d', async (count, words) => {
        const element = await drawn(count);
        expect(textOf(element)).toContain(words);
        await expect(element).toBeAccessible();
    });

    it.each([
        ['without a reason', { reason: null }, 'by Dana Fox in March.'],
        ['in another year', { since: '2024-03-08T09:12:00.000Z' }, 'by Dana Fox for Spam in March 2024.'],
        ['a few days ago', { since: '2025-11-19T14:07:00.000Z' }, 'by Dana Fox for Spam 3 days ago.'],
        ['for a reason of another client', { reason: 'Trolling' }, 'by Dana Fox for Trolling in March.'],
        ['at a time that cannot be read', { since: 'soon' }, 'by Dana Fox for Spam in .']
    ])('say who blocked last %s', async (_, last, words) => {
        expect(await lineOf(1, last)).toBe(`Blocked once before, ${words}`);
    });

    it.each([
        ['today', '2025-11-22T08:00:00.000Z', /^The block ended at \d+:00 [AP]M\. Blocked once before/],
        ['yesterday', '2025-11-21T15:00:00.000Z', /^The block ended yesterday at \d+:00 [AP]M\. Blocked once before/]
    ])('say first that the last one ended by itself %s', async (_, endedAt, words) => {
        expect(await lineOf(1, { ended: 'timer', endedAt })).toMatch(words);
    });

    it.each<[string, Partial<EarlierBlockView>]>([
        ['a day ago', { ended: 'timer', endedAt: '2025-11-21T14:07:00.000Z' }],
        ['at a time that cannot be read', { ended: 'timer', endedAt: 'soon' }],
        ['by an agent', { ended: 'agent', endedAt: '2025-11-22T14:00:00.000Z' }],
        ['elsewhere', { ended: 'elsewhere', endedAt: '2025-11-22T14:00:00.000Z' }]
    ])('do not say that one ended by itself which ended %s', async (_, last) => {
        expect(await lineOf(1, last)).toMatch(/^Blocked once before/);
    });

    it.each<[string, Partial<ConversationView>]>([
        ['is blocked', { state: 'BLOCKED', block: blockView() }],
        ['is blocked elsewhere', { state: 'BLOCKED' }],
        ['may be blocked', { block: blockView({ state: 'pending' }) }],
        ['is in a state that nobody knows', { state: null }],
        ['had none', { earlierBlocks: null }]
    ])('are not spoken of where the conversation %s', async (_, changes) => {
        expect(await lineOf(2, {}, changes)).toBe('');
    });

    it('are not spoken of where an older proxy does not tell of them', async () => {
        const view: Partial<ConversationView> = openView();
        delete view.earlierBlocks;
        const element = await createComponent('c-conversation-state', ConversationState, { view });
        expect(textOf(element)).toContain('Maria Lopez');
        expect(find(element, 'bdi')).toBeNull();
    });

    it('show names and reasons with markup as text', async () => {
        const markup = '<img src=x onerror=alert(1)>';
        const element = await drawn(1, { by: { ...DANA, name: markup }, reason: markup });
        expect(textOf(element).split(markup)).toHaveLength(3);
        expect(find(element, 'img')).toBeNull();
    });
});
