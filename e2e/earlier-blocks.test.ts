import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const NORA = 'Nora Lind';
const WORD = 'A known customer, sorry';

describe('what came before a conversation is open', () => {
    const file = consoleForFile();

    async function openBoth(t: TestContext) {
        const { recordId } = file.recordOf(NORA);
        const console = await file.openConsole(t, { path: `/side-by-side?recordId=${recordId}` });
        const [ana, sam] = [console.pane(0), console.pane(1)];
        await Promise.all([ana.badge.waitFor(), sam.badge.waitFor()]);
        await Promise.all([console.untilSubscribed('ana'), console.untilSubscribed('sam')]);
        return { console, ana, sam };
    }

    it('shows a colleague the word with which their block was ended, in the history, and both the block before', async (t) => {
        const { console, ana, sam } = await openBoth(t);
        await ana.block({ reason: 'Spam' });
        await untilText(sam.badge, 'Kept out');
        await sam.unblockButton.click();
        const field = sam.question.getByRole('textbox', { name: 'A word for Ana Silva (optional)' });
        await field.fill(WORD);
        await assertAccessible(sam.card);
        await screenshot(sam.card, 'card-word');

        await field.press('Escape');
        await sam.unblockButton.click();
        assert.equal(await field.inputValue(), WORD);
        await field.press('Control+Enter');

        await Promise.all([untilText(ana.badge, 'Open'), untilText(sam.badge, 'Open')]);
        await untilText(ana.card, 'Blocked once before, by Ana Silva for Spam just now.');
        await ana.openHistory();
        const newest = ana.history.getByRole('listitem').first();
        await untilText(newest, 'Sam Lee unblocked');
        await untilText(newest, WORD);
        await assertAccessible(ana.card);
        await screenshot(console.page, 'side-by-side-word');
    });

    it('says that a block has ended by itself, and how many there were', async (t) => {
        const { console, ana, sam } = await openBoth(t);
        await ana.block({ reason: 'Spam' });
        await untilText(sam.badge, 'Kept out');
        await sam.unblockAfterQuestion();
        await untilText(ana.badge, 'Open');
        await ana.block({ reason: 'Abuse', length: '1 hour' });
        await untilText(sam.badge, 'Kept out');
        await console.moveTime('+1 hour');
        await Promise.all([untilText(ana.badge, 'Open'), untilText(sam.badge, 'Open')]);
        await untilText(
            sam.card,
            /The block ended (yesterday )?at \d+:\d\d.[AP]M\. Blocked twice before, last by Ana Silva/
        );
        await untilText(ana.card, /last by Ana Silva for Abuse/);
        await assertAccessible(sam.card);
        await screenshot(sam.card, 'card-ended-by-itself');
    });

    it('has a history that is scrolled in itself, with the keyboard too', async (t) => {
        const { ana, sam } = await openBoth(t);
        for (let round = 0; round < 3; round += 1) {
            await ana.block({ reason: 'Spam' });
            await untilText(sam.badge, 'Kept out');
            await sam.unblockAfterQuestion();
            await untilText(ana.badge, 'Open');
        }
        await ana.openHistory();
        const list = ana.history.getByRole('list', { name: 'History' });
        await list.focus();
        const scrolled = list.evaluate(
            (element) =>
                new Promise<void>((resolve) => element.addEventListener('scroll', () => resolve(), { once: true }))
        );
        await list.press('End');
        await scrolled;
        await assertAccessible(ana.card);
    });
});
