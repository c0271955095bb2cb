import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from './support/browser.ts';
import { ConsolePage } from './support/console-page.ts';
import { commandsIn, sectionOf, stepsIn } from './support/docs.ts';
import { npmStart } from './support/npm-start.ts';
import { PATIENCE_MS } from './support/open-console.ts';
import { screenshot } from './support/screenshots.ts';
import { untilExactText, untilText } from './support/until.ts';

const SECTION = sectionOf('README.md', 'Try it in five minutes');
/** What others do is shown as soon as that, the tour says. */
const SOON_MS = 2_000;
const SPAM = { reason: 'Spam' };
const MESSAGE = 'Earn even more';

/** A sentence of the tour, word by word, and doing what it says. */
type Sentence = readonly [words: string, follow: (console: ConsolePage) => Promise<void>];

/** From the third step on: what comes before starts the sandbox. */
const TOUR: readonly (readonly Sentence[])[] = [
    [
        [
            'Open Maria Lopez, press **Block** and choose a reason.',
            async (console) => {
                await console.open('Maria Lopez');
                await console.block(SPAM);
                await untilText(console.badge, 'Blocked');
            }
        ],
        [
            'WhatsApp itself blocks her now: write as the customer, in the bar at the bottom, and the message is lost.',
            async (console) => {
                await untilExactText(console.details, 'Blocked on WhatsApp');
                await console.writeInVain(MESSAGE);
                assert.equal(await console.transcript.getByText(MESSAGE).count(), 0);
            }
        ],
        [
            'Block Nora Lind: she is on Telegram, which cannot block people, so the card says **Kept out**.',
            async (console) => {
                await console.open('Nora Lind');
                await untilText(console.card, 'Telegram');
                await console.block(SPAM);
                await untilText(console.badge, 'Kept out');
            }
        ],
        [
            'There the chat window shows what she writes, and Salesforce gets none of it.',
            async (console) => {
                await console.writeAsCustomer(MESSAGE);
                await console.transcript.getByText('not in Salesforce').waitFor();
                assert.equal(await console.herokuMessages.getByText(MESSAGE).count(), 0);
            }
        ],
        [
            'Switch the user at the top right to Sam Lee: the colleague sees who blocked her and why.',
            async (console) => {
                await console.become('Sam Lee');
                await untilText(console.details, 'Ana Silva');
                await untilText(console.details, SPAM.reason);
            }
        ],
        [
            'Unblock her, and her next message arrives.',
            async (console) => {
                await console.unblockAfterQuestion();
                await untilText(console.badge, 'Open');
                await console.writeAsCustomer('Sorry, that was my son');
                await untilText(console.herokuMessages, 'Sorry, that was my son');
            }
        ]
    ],
    [
        [
            'In the bar, choose that GoTallo **acts on Block User, but its answer is lost**, and block Diego Ruiz.',
            async (console) => {
                await console.letGoTallo('acts on Block User, but its answer is lost');
                await console.open('Diego Ruiz');
                await console.block(SPAM);
                await untilText(console.badge, 'Kept out');
            }
        ],
        [
            'The card says that it is not known whether Instagram blocks him, and nothing you click makes it worse.',
            async (console) => {
                await untilExactText(console.details, 'Not known whether blocked on Instagram');
                await untilExactText(console.sandboxBar, 'On Instagram: blocked');
                await console.unblock();
                await untilText(console.badge, 'Open');
                await untilExactText(console.details, 'May be blocked on Instagram');
                await untilExactText(console.sandboxBar, 'On Instagram: blocked');
                await console.block(SPAM);
                await untilText(console.badge, 'Kept out');
                await untilExactText(console.sandboxBar, 'On Instagram: blocked');
            }
        ],
        [
            'Press **+1 hour**: until then the call might still have been carried out.',
            (console) => console.moveTime('+1 hour')
        ],
        [
            'Switch the user to Dana Fox, the supervisor: the bar shows the truth, and in the card she says what ' +
                'Instagram shows.',
            async (console) => {
                await console.become('Dana Fox');
                await untilExactText(console.sandboxBar, 'On Instagram: blocked');
                await console.sayWhatItShows('It shows blocked', 'Instagram blocks them');
                await untilExactText(console.details, 'Blocked on Instagram');
            }
        ],
        ['Choose that GoTallo **works** again.', (console) => console.letGoTallo('works')]
    ],
    [
        [
            'Follow **Two agents side by side**, at the top, and choose Nora Lind as the record: each pane is a page of ' +
                'its own.',
            async (console) => {
                await console.page.getByRole('link', { name: 'Two agents side by side' }).click();
                await console.page.getByRole('combobox', { name: 'Record' }).selectOption('Nora Lind');
                for (const index of [0, 1]) await untilText(console.pane(index).card, 'Nora Lind');
                await Promise.all([console.untilSubscribed('dana'), console.untilSubscribed('ana')]);
            }
        ],
        [
            'Block her for one hour in the left one, and the right one shows it within two seconds.',
            async (console) => {
                const answered = console.page.waitForResponse(/blockConversation/);
                await console.pane(0).block({ ...SPAM, length: '1 hour' });
                await answered;
                await console.pane(1).badge.filter({ hasText: 'Kept out' }).waitFor({ timeout: SOON_MS });
            }
        ],
        [
            'Press **+1 hour** in the bar, and the block ends in both.',
            async (console) => {
                await console.moveTime('+1 hour');
                for (const index of [0, 1]) await untilText(console.pane(index).badge, 'Open');
            }
        ]
    ]
];

describe("the README's tour", () => {
    it('begins with one command, and then with a page to open', () => {
        assert.equal(commandsIn(SECTION)[0], 'npm install && npm start\n');
        assert.match(stepsIn(SECTION)[1] ?? '', /^Open <http:\/\/localhost:3000>: /);
    });

    it('holds no sentence that is not followed here', () => {
        const followed = TOUR.map((step) => step.map(([words]) => words).join(' '));
        assert.deepEqual(stepsIn(SECTION).slice(2), followed);
    });

    it('is true in every sentence, in their order', async (t) => {
        const sandbox = await npmStart();
        t.after(sandbox.stop);
        const browser = await launchBrowser();
        t.after(() => browser.close());
        const page = await openPage(await browser.newPage({ viewport: { width: 1440, height: 1200 } }), sandbox.url);
        for (const [index, step] of TOUR.entries()) {
            for (const [words, follow] of step) {
                await follow(new ConsolePage(page)).catch((cause: unknown) => {
                    throw new Error(`Not true: ${words}`, { cause });
                });
                t.diagnostic(`true: ${words}`);
            }
            await screenshot(page, `tour-${index + 3}`);
        }
    });
});

async function openPage(page: Page, url: string): Promise<Page> {
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(url);
    return page;
}
