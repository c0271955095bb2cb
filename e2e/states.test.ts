import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

/** A state of the card: how one gets there, and the words it must show. */
interface CardState {
    name: string;
    person: string;
    words: (string | RegExp)[];
    buttons: RegExp[];
    as?: string;
    arrange?: (console: ConsolePage) => Promise<void>;
}

const STATES: CardState[] = [
    { name: 'open', person: 'Maria Lopez', words: ['Open', 'Maria Lopez', 'WhatsApp'], buttons: [/^Block/] },
    { name: 'bot', person: 'Yuki Tanaka', words: ['Bot is handling', 'while the bot answers'], buttons: [/^Block/] },
    { name: 'closed', person: 'Jonas Weber', words: ['Closed', 'Opens again when they write'], buttons: [/^Block/] },
    { name: 'expired', person: 'Chloe Martin', words: ['Expired', 'cannot be used anymore'], buttons: [] },
    {
        name: 'blocked',
        person: 'Omar Haddad',
        words: ['Kept out', 'Dana Fox', 'Kept out of Salesforce'],
        buttons: [/^Unblock/]
    },
    { name: 'unknown', person: 'Tom Becker', words: ['Not known yet', 'Tom Becker'], buttons: [/^Block/] },
    { name: 'no-conversation', person: 'Lena Fischer', words: ['no GoTallo conversation yet'], buttons: [] },
    {
        name: 'not-set-up',
        person: 'Northwind Traders',
        words: ['This card is not fully set up', 'Ask your admin'],
        buttons: []
    },
    {
        name: 'not-set-up-for-admins',
        person: 'Northwind Traders',
        as: 'Maya Admin',
        words: ['No field is known for this object', 'Edit Page', 'Conversation Id Field'],
        buttons: []
    },
    { name: 'case-by-path', person: '00001026', words: ['Open', 'Priya Nair'], buttons: [/^Block/] },
    { name: 'heroku-message', person: 'Diego Ruiz', words: ['Open', 'Instagram'], buttons: [/^Block/] },
    {
        name: 'no-permission',
        person: 'Omar Haddad',
        as: 'Robin Doe',
        words: ['Kept out', 'You can see the state but not change it', 'GoTallo Agent'],
        buttons: []
    }
];

/** What the dialog must say, by how firmly a block can hold. */
const DIALOGS = [
    {
        name: 'state-only',
        person: 'Nora Lind',
        words: ['Keep Nora Lind out of Salesforce?', 'from entering Salesforce', 'They can still write on Telegram']
    },
    {
        name: 'on-the-channel',
        person: 'Maria Lopez',
        words: ['Block Maria Lopez on WhatsApp?', 'can no longer reach you on WhatsApp', 'lost', 'is possible until']
    },
    {
        name: 'window-closed',
        person: 'Ben Okafor',
        words: ['from entering Salesforce', 'They can still write on WhatsApp', 'in the last 24 hours', 'ended on']
    },
    {
        name: 'at-any-time',
        person: 'Diego Ruiz',
        words: ['Block Diego Ruiz on Instagram?', 'can no longer reach you on Instagram', 'lost']
    }
];

describe('what the card shows', () => {
    const file = consoleForFile();

    for (const { name, person, words, buttons, as } of STATES) {
        it(`is in words, accessible, and offers only what is possible: ${name}`, async (t) => {
            const console = await file.openConsole(t);
            if (as !== undefined) await console.become(as);
            await console.open(person);
            for (const text of words) await untilText(console.card, text);
            await assertButtons(console, buttons);
            await assertAccessible(console.card);
            await screenshot(console.card, `card-${name}`);
        });
    }

    it('fits a column of 240 px without cutting anything off', async (t) => {
        const console = await openNarrow(t);
        for (const [person, name] of [
            ['Omar Haddad', 'blocked'],
            ['Maria Lopez', 'open'],
            ['Yuki Tanaka', 'bot']
        ] as const) {
            await console.open(person);
            const cut = await console.card.evaluate((card) => card.scrollWidth > card.clientWidth);
            assert.equal(cut, false, `${person}: something is wider than the column`);
            await screenshot(console.card, `card-narrow-${name}`);
        }
    });

    it('reads in one column at 200 % zoom', async (t) => {
        const console = await file.openConsole(t);
        await console.open('Omar Haddad');
        await console.card.evaluate((card) => card.style.setProperty('zoom', '2'));
        await untilText(console.card, 'Kept out of Salesforce');
        assert.equal(await console.card.evaluate((card) => card.scrollWidth > card.clientWidth), false);
    });

    for (const { name, person, words } of DIALOGS) {
        it(`says in the dialog what a block means before the click, accessibly: ${name}`, async (t) => {
            const console = await file.openConsole(t);
            await console.open(person);
            await console.openBlockDialog();
            for (const text of words) await untilText(console.dialog, text);
            await assertAccessible(console.dialog);
            await screenshot(console.page, `dialog-${name}`);
        });
    }

    for (const [place, width, height, query] of [
        ['a laptop', 1366, 768, ''],
        ['the mobile app', 400, 700, 'formFactor=Small'],
        ['a column of 240 px', 1366, 768, 'width=240']
    ] as const) {
        it(`keeps person, channel and state in view: ${place}, also at the end of the history`, async (t) => {
            const console = await file.openRecord(t, 'Omar Haddad', { width, height, query });
            await console.openHistory();
            await console.history.evaluate((history) => {
                history.style.paddingBlockEnd = '100vh';
                history.scrollIntoView({ block: 'end' });
            });
            const { y = -1 } = (await console.badge.boundingBox()) ?? {};
            assert.ok(y >= 0 && y < height, `the badge is at ${y}`);
            // Nothing lies on it.
            await console.badge.click({ trial: true });
            await screenshot(console.page, `head-on-${place.replaceAll(' ', '-')}`);
        });
    }

    it('names the customer to somebody without permission only where the record itself does', async (t) => {
        const message = await file.openRecord(t, 'Diego Ruiz', { query: 'user=robin' });
        await untilText(message.badge, 'Open');
        assert.doesNotMatch(await message.card.innerText(), /Diego/);
        const lead = await file.openRecord(t, 'Omar Haddad', { query: 'user=robin' });
        await untilText(lead.card, 'Omar Haddad');
    });

    async function openNarrow(t: TestContext): Promise<ConsolePage> {
        const console = await file.openConsole(t);
        await console.page.addStyleTag({ content: 'c-conversation-block { display: block; width: 240px; }' });
        return console;
    }
});

async function assertButtons(console: ConsolePage, expected: RegExp[]): Promise<void> {
    const actions = console.card.getByRole('button', { name: /^(Block|Unblock)/ });
    const names = await actions.evaluateAll((all) =>
        all.map((button) => button.getAttribute('aria-label') ?? button.textContent)
    );
    assert.equal(names.length, expected.length, `buttons: ${names.join(', ')}`);
    expected.forEach((pattern, index) => assert.match(names[index] ?? '', pattern));
}
