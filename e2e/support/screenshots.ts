import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';

const FOLDER = path.resolve(import.meta.dirname, '../../test-results/screenshots');

/** Writes a picture for people to look at, below the ignored folder `test-results`. */
export async function screenshot(target: Page | Locator, name: string): Promise<void> {
    await mkdir(FOLDER, { recursive: true });
    const page = 'page' in target ? target.page() : target;
    // Until then the letters are those of another font.
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await target.screenshot({ path: path.join(FOLDER, `${name}.png`), animations: 'disabled' });
}
