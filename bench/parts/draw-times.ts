import type { Page } from 'playwright-core';
import { ConsolePage } from '../../e2e/support/console-page.ts';
import { launchBrowser } from '../../e2e/support/browser.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';

/** The fullest card of all that are seeded. */
const BLOCKED_PERSON = 'Omar Haddad';

/** Where the page keeps what it measured. */
interface Measuring {
    drawTimes: number[];
}

/**
 * Opens a record again and again, and measures in the browser.
 * @returns milliseconds from a card having its data to the frame after it was drawn, sorted
 */
export async function drawTimes(sandbox: Sandbox, count: number): Promise<number[]> {
    const browser = await launchBrowser();
    try {
        const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
        await page.addInitScript(measureInPage);
        const times: number[] = [];
        for (let turn = 0; turn < count; turn += 1) times.push(await drawOnce(page, sandbox));
        return times.sort((one, other) => one - other);
    } finally {
        await browser.close();
    }
}

async function drawOnce(page: Page, sandbox: Sandbox): Promise<number> {
    await page.goto(sandbox.url);
    const console = new ConsolePage(page);
    await console.open(BLOCKED_PERSON);
    await page.waitForFunction(() => (globalThis as unknown as Measuring).drawTimes.length > 0);
    // What was measured must be there.
    await console.card.getByText('Blocked by').waitFor({ timeout: 1_000 });
    return page.evaluate(() => (globalThis as unknown as Measuring).drawTimes[0] ?? NaN);
}

/** Runs in the page. A component draws in microtasks after its data came, so the next frame shows it. */
function measureInPage(): void {
    const measuring = globalThis as unknown as Measuring;
    measuring.drawTimes = [];
    const original = globalThis.fetch;
    globalThis.fetch = async (...parameters) => {
        const response = await original(...parameters);
        if (!response.url.endsWith('.getConversation')) return response;
        const body = await response.text();
        const began = performance.now();
        requestAnimationFrame(() => {
            // A message is handled after the frame was painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => {
                measuring.drawTimes.push(performance.now() - began);
            };
            port2.postMessage(null);
        });
        return new Response(body, response);
    };
}
