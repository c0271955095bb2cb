import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page, PageScreenshotOptions } from 'playwright-core';

const FOLDER = path.resolve(import.meta.dirname, '../../test-results/screenshots');

/** Writes a picture for people to look at, below the ignored folder `test-results`. */
export async function screenshot(target: Page | Locator, name: string): Promise<void> {
    await mkdir(FOLDER, { recursive: true });
    await untilDrawn('page' in target ? target.page() : target);
    await target.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
}

/** Takes a picture of a part of the page. */
export async function pictureOf(page: Page, clip: PageScreenshotOptions['clip'] & object): Promise<Buffer> {
    await untilDrawn(page);
    return page.screenshot({ clip, animations: 'disabled' });
}

/** Until then the letters are those of another font. */
async function untilDrawn(page: Page): Promise<void> {
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
}
