/**
 * `npm run pictures`: takes the pictures of the documentation anew, in the sandbox. They are committed. With names, such
 * as `npm run pictures -- card block-menu`, only these.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../e2e/support/browser.ts';
import type { ConsolePage } from '../e2e/support/console-page.ts';
import { newWindow, openConsole, pathOf, recordIn } from '../e2e/support/open-console.ts';
import { makeSetupHealthy, SETUP_PATH } from '../e2e/support/setup-page.ts';
import { pictureOf } from '../e2e/support/screenshots.ts';
import { untilExactText, untilText } from '../e2e/support/until.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';
import { indexedPng } from './pictures/indexed-png.ts';
import { readPixels } from './pictures/read-pixels.ts';
import { takeGallery } from './pictures/take-gallery.ts';
import { boxOf, type Box } from './pictures/visible-box.ts';

const FOLDER = path.resolve(import.meta.dirname, '../docs/pictures');
/** In bytes. Everybody who opens the README loads it. */
const LARGEST = 150_000;
const SIZE = { width: 1180, height: 900 };
const SETUP_SIZE = { width: 900, height: 2000 };
const SHARP = { deviceScaleFactor: 2 };
/** Around what is shown, in CSS pixels. */
const MARGIN = 8;

const PERSON = 'Maria Lopez';
const BLOCK = { reason: 'Spam', note: 'Crypto links, after a warning.', length: '7 days' };

const asked = process.argv.slice(2);
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name);

const sandbox = await startSandbox({ port: 0, onStep: console.log });
try {
    const browser = await launchBrowser();
    await takeAll(sandbox, browser).finally(() => browser.close());
} finally {
    await sandbox.stop();
}

async function takeAll(inSandbox: Sandbox, browser: Browser): Promise<void> {
    if (isAsked('card')) await takeCard(inSandbox, browser);
    if (isAsked('setup')) await takeSetup(inSandbox, browser);
    const complaints = await takeGallery({ sandbox: inSandbox, browser, isAsked, write });
    if (complaints.length > 0) throw new Error(`Not as they should be:\n${complaints.join('\n')}`);
}

/** The page that checks the set-up: all well, and with five faults. */
async function takeSetup(inSandbox: Sandbox, browser: Browser): Promise<void> {
    await inSandbox.reset();
    await makeSetupHealthy(inSandbox);
    const window = await newWindow(browser);
    const { console: supervisor } = await openConsole(window, inSandbox.url, {
        ...SETUP_SIZE,
        path: `${SETUP_PATH}?user=dana`
    });
    const page = supervisor.page.locator('c-go-tallo-setup');
    const take = async (name: string): Promise<void> => {
        const box = await boxOf(page);
        await write(name, indexedPng(await readPixels(browser, await pictureOf(supervisor.page, box))));
    };
    await untilText(page, 'Everything that was checked works.');
    await take('setup-healthy.png');
    await supervisor.page.getByRole('button', { name: 'Break five things' }).click();
    await untilText(supervisor.sandboxBar, 'Five things are wrong now.');
    await supervisor.page.getByRole('button', { name: 'Check again' }).click();
    await untilText(page, 'To look at: 5');
    await take('setup-five-faults.png');
}

/** The card beside the conversation of somebody whom a colleague has blocked. */
async function takeCard(inSandbox: Sandbox, browser: Browser): Promise<void> {
    const record = recordIn(inSandbox, PERSON);
    const open = async (query: string) =>
        openConsole(await newWindow(browser, SHARP), inSandbox.url, { ...SIZE, path: pathOf(record, query) });
    const { console: colleague } = await open('user=ana');
    await colleague.block(BLOCK);
    await untilText(colleague.badge, 'Blocked');
    const { console: agent } = await open('user=sam');
    await untilExactText(agent.details, 'Blocked on WhatsApp');
    await untilText(agent.details, BLOCK.note);
    await agent.transcript.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    const picture = await pictureOf(agent.page, await chatAndCard(agent));
    await write('card.png', indexedPng(await readPixels(browser, picture)));
}

async function chatAndCard({ page, card }: ConsolePage): Promise<Box> {
    const [chat, shown] = await Promise.all([boxOf(page.locator('console-chat-window')), boxOf(card)]);
    const [left, top] = [Math.min(chat.x, shown.x), Math.min(chat.y, shown.y)];
    const right = Math.max(chat.x + chat.width, shown.x + shown.width);
    const bottom = Math.max(chat.y + chat.height, shown.y + shown.height);
    return { x: left - MARGIN, y: top - MARGIN, width: right - left + 2 * MARGIN, height: bottom - top + 2 * MARGIN };
}

async function write(name: string, picture: Buffer): Promise<void> {
    if (picture.length > LARGEST) throw new Error(`${name} has ${picture.length} bytes, more than ${LARGEST}.`);
    const file = path.join(FOLDER, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, picture);
    console.log(`docs/pictures/${name}: ${Math.round(picture.length / 1000)} kB`);
}
