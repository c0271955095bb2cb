import { describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile, type ConsoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

/** Something to look at: how one gets there, and the words by which it is there. */
interface Picture {
    name: string;
    person: string;
    words: (string | RegExp)[];
    query?: string;
    width?: number;
    arrange?: (console: ConsolePage, file: ConsoleForFile) => Promise<void>;
    /** What is looked at; the card when left out. */
    of?: (console: ConsolePage) => Locator;
}

const NOTE = 'Sends links to coins every minute, and went on after two warnings.';
const dialog = ({ dialog: found }: ConsolePage): Locator => found;

const PICTURES: Picture[] = [
    {
        name: 'blocked-with-all-details',
        person: 'Maria Lopez',
        words: ['Blocked on WhatsApp', 'Ana Silva', NOTE, 'Blocked just now.'],
        arrange: (console) => console.block({ reason: 'Harassment', note: NOTE, length: '30 days' })
    },
    {
        name: 'question-before-unblock',
        person: 'Omar Haddad',
        words: ['Unblock Omar Haddad on Telegram?', 'Dana Fox', 'Keep blocked'],
        arrange: (console) => console.unblock()
    },
    {
        name: 'history',
        person: 'Nora Lind',
        words: ['Ana Silva undid the last change', 'Ana Silva set the state to “Closed”', NOTE],
        arrange: async (console) => {
            await console.block({ reason: 'Fraud', note: NOTE, length: '7 days' });
            await console.undoButton.click();
            await console.button(/^Close/).click();
            await untilText(console.badge, 'Closed');
            await console.openHistory();
        }
    },
    {
        name: 'dialog-change',
        person: 'Nora Lind',
        words: ['Change the block of Nora Lind on Telegram', 'Another end cancels this one'],
        arrange: async (console) => {
            await console.block({ reason: 'Spam', note: NOTE, length: '1 day' });
            await untilText(console.badge, 'Kept out');
            await console.dialog.waitFor({ state: 'hidden' });
            await console.changeButton.click();
        },
        of: dialog
    },
    {
        name: 'dialog-length-chosen',
        person: 'Diego Ruiz',
        words: ['can no longer reach you on Instagram', /Ends .*\d/],
        arrange: async (console) => {
            await console.openBlockDialog();
            await console.fillDialog({ reason: 'Abuse', note: NOTE, length: '7 days' });
        },
        of: dialog
    },
    {
        name: 'narrow-blocked-with-all-details',
        person: 'Maria Lopez',
        query: 'width=240',
        words: ['Blocked on WhatsApp', 'Ana Silva', 'Blocked just now.'],
        arrange: (console) => console.block({ reason: 'Harassment', note: NOTE, length: '30 days' })
    },
    {
        name: 'narrow-question',
        person: 'Omar Haddad',
        query: 'width=240',
        words: ['Unblock Omar Haddad on Telegram?', 'Keep blocked'],
        arrange: (console) => console.unblock()
    },
    {
        name: 'narrow-dialog',
        person: 'Maria Lopez',
        width: 320,
        query: 'width=full',
        words: ['Block Maria Lopez on WhatsApp?', 'Cancel'],
        arrange: (console) => console.blockButton.click()
    },
    {
        name: 'no-permission-open',
        person: 'Maria Lopez',
        query: 'user=robin',
        words: ['Open', 'You can see the state but not change it']
    }
];

describe('pictures for people to look at, each accessible', () => {
    const file = consoleForFile();

    for (const { name, person, words, query = '', width, arrange, of } of PICTURES) {
        it(`shows ${name.replaceAll('-', ' ')}`, async (t) => {
            const window = { query, ...(width !== undefined && { width, height: 1800 }) };
            const console = await file.openRecord(t, person, window);
            await arrange?.(console, file);
            const part = of?.(console) ?? console.card;
            for (const text of words) await untilText(part, text);
            await assertAccessible(part);
            await screenshot(of ? console.page : part, `picture-${name}`);
        });
    }
});

describe('where GoTallo does not keep blocked conversations out of Salesforce', () => {
    const file = consoleForFile({}, { keptOut: false });

    it('says so before the click and after it, in the dialog, the card and to screen readers', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        file.sandbox.gotallo.blockedExcluded = false;
        await console.openBlockDialog();
        await untilText(console.dialog, 'GoTallo still sends their messages here. Ask your admin.');
        await assertAccessible(console.dialog);
        await screenshot(console.page, 'picture-dialog-not-kept-out');
        await console.fillDialog({ reason: 'Spam' });
        await console.confirm();
        await untilText(console.details, 'Not kept out of Salesforce');
        await untilText(console.announced, 'Blocked. New messages still reach Salesforce.');
        await assertAccessible(console.card);
        await screenshot(console.card, 'picture-not-kept-out');
    });
});
