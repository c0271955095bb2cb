import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { STATES } from '../sandbox/gotallo/states.ts';
import { assertAccessible } from './support/accessibility.ts';
import type { CardPart } from './support/card-part.ts';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

/** What others do is shown as soon as that after it was answered. */
const SOON_MS = 2_000;
const NORA = 'Nora Lind';

interface TwoAgents {
    console: ConsolePage;
    ana: CardPart;
    sam: CardPart;
}

describe('two agents on one conversation', () => {
    const file = consoleForFile();

    async function openBoth(t: TestContext, name = NORA): Promise<TwoAgents> {
        const { recordId } = file.recordOf(name);
        const console = await file.openConsole(t, { path: `/side-by-side?recordId=${recordId}` });
        const [ana, sam] = [console.pane(0), console.pane(1)];
        await Promise.all([ana.badge.waitFor(), sam.badge.waitFor()]);
        await Promise.all([console.untilSubscribed('ana'), console.untilSubscribed('sam')]);
        return { console, ana, sam };
    }

    /** How often GoTallo was asked to set that state, since the sandbox was reset. */
    function callsFor(name: string, state: 'BLOCKED' | 'OPEN'): number {
        const asked = { action: 'change_state', state: STATES[state].number };
        return file.callsAbout(name).filter(({ body }) => isDeepStrictEqual(body, asked)).length;
    }

    it('shows a block to the other within two seconds of its answer, without a reload: who, until when and why', async (t) => {
        const { console, ana, sam } = await openBoth(t);
        const answered = console.page.waitForResponse(/blockConversation/);
        await ana.block({ reason: 'Spam', note: 'Crypto links every minute', length: '1 hour' });
        await answered;
        const since = performance.now();
        await sam.badge.filter({ hasText: 'Kept out' }).waitFor({ timeout: SOON_MS });
        t.diagnostic(`shown to the other after ${Math.round(performance.now() - since)} ms`);
        for (const words of ['Ana Silva', 'Spam', 'Crypto links every minute', /in (1 hour|59 minutes)/]) {
            await untilText(sam.details, words);
        }
        await untilText(sam.announced, 'Ana Silva blocked this conversation');
        await untilText(ana.undoStrip, 'Blocked just now');
        await assertAccessible(sam.card);
        await screenshot(console.page, 'side-by-side');
    });

    it('blocks once when both press at the same time, and both see whose block it is', async (t) => {
        const { ana, sam } = await openBoth(t);
        for (const agent of [ana, sam]) {
            await agent.openBlockDialog();
            await agent.fillDialog({ reason: 'Spam' });
        }
        file.sandbox.gotallo.faults.set('slow', { seconds: 1, times: 1 });
        await Promise.all([ana.confirm(), sam.confirm()]);
        await Promise.all([untilText(ana.badge, 'Kept out'), untilText(sam.badge, 'Kept out')]);
        await Promise.all([untilText(ana.details, 'Blocked by'), untilText(sam.details, 'Blocked by')]);
        const [shownToAna, shownToSam] = await Promise.all([blockedBy(ana), blockedBy(sam)]);
        assert.equal(shownToAna, shownToSam);
        assert.equal(callsFor(NORA, 'BLOCKED'), 1);
    });

    it('asks WhatsApp once more once when both press at the same time, and both see that it blocks', async (t) => {
        const { console, ana, sam } = await openBoth(t, 'Maria Lopez');
        file.sandbox.gotallo.faults.set('native-refused');
        await ana.block({ reason: 'Spam' });
        await Promise.all([ana.retryNativeBlockButton.waitFor(), sam.retryNativeBlockButton.waitFor()]);
        file.sandbox.gotallo.faults.set('slow', { seconds: 1, times: 1 });
        await Promise.all([ana.retryNativeBlockButton.click(), sam.retryNativeBlockButton.click()]);
        await Promise.all([
            untilText(ana.details, 'Blocked on WhatsApp'),
            untilText(sam.details, 'Blocked on WhatsApp')
        ]);
        await untilText(console.sandboxBar, 'On WhatsApp: blocked');
        assert.equal(file.callsAbout('Maria Lopez').filter(({ path }) => path.endsWith('/block/')).length, 2);
        await untilText(sam.details, 'Ana Silva');
    });

    it('ends a lengthened block at its new time in both cards, with one call, and the history says why', async (t) => {
        const { console, ana, sam } = await openBoth(t);
        await ana.block({ reason: 'Spam', length: '1 hour' });
        await untilText(sam.badge, 'Kept out');
        await sam.change('1 day');
        await untilText(ana.details, /in 23 hours|in 24 hours|in 1 day|tomorrow/);

        await console.moveTime('+1 hour');
        await console.moveTime('+1 hour');
        await ana.openHistory();
        await untilText(ana.badge, 'Kept out');
        await untilText(sam.badge, 'Kept out');
        assert.equal(callsFor(NORA, 'OPEN'), 0);

        await console.moveTime('+1 day');
        await Promise.all([untilText(ana.badge, 'Open'), untilText(sam.badge, 'Open')]);
        await untilText(ana.history.getByRole('listitem').first(), 'Unblocked at the end of the block');
        await sam.openHistory();
        await untilText(sam.history.getByRole('listitem').first(), 'Unblocked at the end of the block');
        assert.equal(callsFor(NORA, 'OPEN'), 1);
        await screenshot(console.page, 'side-by-side-ended');
    });

    it('ends a block on WhatsApp at its time, on WhatsApp too', async (t) => {
        const { console, ana, sam } = await openBoth(t, 'Maria Lopez');
        await ana.block({ reason: 'Spam', length: '1 hour' });
        await untilText(sam.details, 'Blocked on WhatsApp');
        await console.moveTime('+1 hour');
        await Promise.all([untilText(ana.badge, 'Open'), untilText(sam.badge, 'Open')]);
        await untilText(console.sandboxBar, 'On WhatsApp: not blocked');
        assert.equal(callsFor('Maria Lopez', 'OPEN'), 1);
    });

    it('cancels the end when a colleague unblocks by hand before it', async (t) => {
        const { console, ana, sam } = await openBoth(t);
        await ana.block({ reason: 'Spam', length: '1 hour' });
        await untilText(sam.badge, 'Kept out');
        await sam.unblockAfterQuestion();
        await untilText(ana.badge, 'Open');
        await ana.block({ reason: 'Abuse' });
        await untilText(sam.details, 'Abuse');
        await console.moveTime('+1 hour');
        await console.moveTime('+1 hour');
        await sam.openHistory();
        await untilText(sam.badge, 'Kept out');
        await untilText(sam.details, 'Until unblocked');
        assert.equal(callsFor(NORA, 'OPEN'), 1);
    });

    it('says that a block should have ended as long as GoTallo refuses, and ends it by itself afterwards', async (t) => {
        const { console, ana, sam } = await openBoth(t);
        await ana.block({ reason: 'Spam', length: '1 hour' });
        await untilText(sam.badge, 'Kept out');
        file.sandbox.gotallo.faults.set('unauthorized');
        await console.moveTime('+1 day');
        await console.comeBack();
        await untilText(ana.details, 'Should have ended');
        await assertAccessible(ana.card);
        await screenshot(ana.card, 'card-overdue');

        file.sandbox.gotallo.faults.clear();
        await console.moveTime('+1 hour');
        await Promise.all([untilText(ana.badge, 'Open'), untilText(sam.badge, 'Open')]);
    });

    it('ends a block whose time came while the proxy was down, as soon as it runs again, once', async (t) => {
        const { console, ana, sam } = await openBoth(t);
        await ana.block({ reason: 'Spam', length: '1 hour' });
        await untilText(sam.badge, 'Kept out');
        await file.sandbox.stopProxy();
        await console.moveTime('+1 day');
        await console.comeBack();
        await untilText(ana.card, 'Not refreshed since');
        await untilText(ana.badge, 'Kept out');
        assert.equal(callsFor(NORA, 'OPEN'), 0);
        await screenshot(ana.card, 'card-not-refreshed');

        await file.sandbox.restartProxy();
        await Promise.all([untilText(ana.badge, 'Open'), untilText(sam.badge, 'Open')]);
        assert.equal(callsFor(NORA, 'OPEN'), 1);
    });
});

/** The name beside "Blocked by". */
async function blockedBy(agent: CardPart): Promise<string> {
    const name = /Blocked by\s+(.+)/.exec(await agent.details.innerText())?.[1];
    return name ?? '';
}
