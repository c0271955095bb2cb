import assert from 'node:assert/strict';
import { after, describe, it, type TestContext } from 'node:test';
import type { Locator } from 'playwright-core';
import { choose } from './support/card-part.ts';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { countPresses, type Presses } from './support/count-presses.ts';
import { blockAtOnce, openForm, openQuickAction, press } from './support/gallery/acts.ts';
import { Scene, type UserName } from './support/gallery/scene.ts';
import { choose as chooseByKeys, openBlockDialog, tabTo, untilFocus } from './support/keyboard.ts';

/** What an agent comes to do, and the most that it may take. */
interface Errand {
    name: string;
    most: Partial<Presses>;
    person?: string;
    user?: UserName;
    place?: 'card' | 'quick action' | 'mobile app';
    before?: (scene: Scene) => Promise<void>;
    /** What is done before it counts. */
    begin?: (console: ConsolePage) => Promise<void>;
    act: (console: ConsolePage) => Promise<unknown>;
    /** What is there once it is done. */
    done: (console: ConsolePage) => Locator;
}

const OMAR = 'Omar Haddad';
const NOTE = 'Went on after two warnings.';
const FORM = 'c-conversation-block-form';

const block = ({ card }: ConsolePage): Locator => card.locator('[data-action=block]');
/** The first to be seen once something is done. */
const undo = ({ card }: ConsolePage): Locator => card.locator('[data-action=undo]');
const spam = ({ details }: ConsolePage): Locator => details.getByText('Spam');
const note = ({ details }: ConsolePage): Locator => details.getByText(NOTE);
const yes = ({ card }: ConsolePage): Locator => card.locator('c-conversation-confirm .yes button');
const saysBlocked = ({ card }: ConsolePage): Locator => card.locator('[data-status=blocked] button');
const settled = ({ announced }: ConsolePage): Locator => announced.filter({ hasText: 'Noted: blocked on WhatsApp' });

/** In the form, wherever it is drawn, and without the letters of the note. */
async function fillAndBlock({ page }: ConsolePage): Promise<void> {
    const form = page.locator(FORM);
    await choose(form, 'Reason', 'Spam');
    await choose(form, 'Block for', '1 day');
    await form.getByRole('textbox', { name: /Note/ }).click();
    await page.keyboard.insertText(NOTE);
    await page.getByRole('button', { name: 'Block', exact: true }).last().click();
}

async function unconfirmed(scene: Scene): Promise<void> {
    scene.sandbox.gotallo.faults.set('native-answer-lost');
    await scene.block('ana', { reason: 'Spam' });
    await scene.letPass(1);
}

async function blockInQuickAction(console: ConsolePage): Promise<void> {
    await openQuickAction(console);
    await console.dialog.getByRole('button', { name: 'Spam', exact: true }).click();
}

const withNote = (console: ConsolePage): Promise<void> => openForm(console).then(() => fillAndBlock(console));
const unblockAfterQuestion = (console: ConsolePage): Promise<void> =>
    press(console, 'unblock').then(() => yes(console).click());

const BY_POINTER: readonly Errand[] = [
    { name: 'block spam', most: { clicks: 2 }, act: blockAtOnce, done: spam },
    { name: 'block spam', place: 'quick action', most: { clicks: 2 }, act: blockInQuickAction, done: spam },
    { name: 'block spam', place: 'mobile app', most: { clicks: 2 }, act: blockAtOnce, done: spam },
    { name: 'block with a note for a day', most: { clicks: 8 }, act: withNote, done: note },
    {
        name: 'block with a note for a day',
        place: 'quick action',
        most: { clicks: 7 },
        act: (console) => openQuickAction(console).then(() => fillAndBlock(console)),
        done: note
    },
    { name: 'block with a note for a day', place: 'mobile app', most: { clicks: 7 }, act: withNote, done: note },
    { name: 'undo', most: { clicks: 1 }, begin: blockAtOnce, act: (console) => press(console, 'undo'), done: block },
    { name: "unblock a colleague's block", person: OMAR, most: { clicks: 2 }, act: unblockAfterQuestion, done: undo },
    {
        name: "unblock a colleague's block",
        place: 'mobile app',
        person: OMAR,
        most: { clicks: 2 },
        act: unblockAfterQuestion,
        done: undo
    },
    {
        name: 'settle an unconfirmed block',
        user: 'dana',
        before: unconfirmed,
        most: { clicks: 2 },
        act: (console) =>
            saysBlocked(console)
                .click()
                .then(() => yes(console).click()),
        done: settled
    }
];

/** From the button that has focus. */
const BY_KEYS: readonly Errand[] = [
    {
        name: 'block spam',
        most: { keys: 2 },
        begin: ({ page }) => tabTo(page, /^Block Maria Lopez/),
        act: async ({ page }) => {
            await page.keyboard.press('Enter');
            await untilFocus(page, /^Spam$/);
            await page.keyboard.press('Enter');
        },
        done: spam
    },
    {
        name: 'block with a note for a day',
        most: { keys: 15 },
        begin: ({ page }) => tabTo(page, /^Block Maria Lopez/),
        act: async ({ page }) => {
            await openBlockDialog(page);
            await tabTo(page, /Reason/);
            await chooseByKeys(page, [['Home', 'Spam']]);
            await tabTo(page, /Block for/);
            await chooseByKeys(page, [
                ['1', '1 hour'],
                ['ArrowDown', '1 day']
            ]);
            await tabTo(page, /Note/);
            await page.keyboard.insertText(NOTE);
            await page.keyboard.press('Control+Enter');
        },
        done: note
    },
    {
        name: 'undo',
        most: { keys: 2 },
        begin: async (console) => {
            await blockAtOnce(console);
            await untilFocus(console.page, /Blocked$/);
        },
        act: ({ page }) => tabTo(page, /^Undo/).then(() => page.keyboard.press('Enter')),
        done: block
    },
    {
        name: "unblock a colleague's block",
        person: OMAR,
        most: { keys: 3 },
        begin: ({ page }) => tabTo(page, /^Unblock Omar Haddad/),
        act: async ({ page }) => {
            await page.keyboard.press('Enter');
            await untilFocus(page, /^Keep blocked$/);
            await page.keyboard.press('Tab');
            await page.keyboard.press('Enter');
        },
        done: undo
    },
    {
        name: 'settle an unconfirmed block',
        user: 'dana',
        before: unconfirmed,
        most: { keys: 3 },
        begin: (console) => saysBlocked(console).focus(),
        act: async ({ page }) => {
            await page.keyboard.press('Enter');
            await untilFocus(page, /^Cancel$/);
            await page.keyboard.press('Tab');
            await page.keyboard.press('Enter');
        },
        done: settled
    }
];

describe('what an errand takes', () => {
    const file = consoleForFile();
    const rows: object[] = [];
    after(() => console.table(rows));

    for (const errand of [...BY_POINTER, ...BY_KEYS]) {
        const { name, most, place = 'card' } = errand;
        const limits = Object.entries(most).map(([what, count]) => `${count} ${what}`);
        it(`is at most ${limits.join(', ')}: ${name}, ${place}`, async (t) => {
            const { clicks, keys } = await run(t, errand);
            rows.push({ errand: name, place, clicks, keys });
            assert.ok(clicks <= (most.clicks ?? 0), `${clicks} clicks`);
            assert.ok(keys <= (most.keys ?? 0), `${keys} keys`);
        });
    }

    async function run(t: TestContext, errand: Errand): Promise<Presses> {
        const { person = 'Maria Lopez', user = 'ana', place } = errand;
        await errand.before?.(new Scene(file.sandbox, person));
        const isMobile = place === 'mobile app';
        const console = await file.openRecord(t, person, {
            query: `user=${user}&${isMobile ? 'formFactor=Small' : ''}`,
            ...(isMobile && { width: 390 })
        });
        await errand.begin?.(console);
        const presses = await countPresses(console.page);
        await errand.act(console);
        await errand.done(console).waitFor();
        return presses();
    }
});
