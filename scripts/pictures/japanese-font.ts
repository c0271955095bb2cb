import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const FONT = fileURLToPath(
    import.meta.resolve('@fontsource/sawarabi-gothic/files/sawarabi-gothic-japanese-400-normal.woff2')
);
const ADDRESS = '/japanese-font.woff2';
/** The first font that the page names, for Japanese letters alone: Latin ones look as in other languages. */
const FACE = `@font-face {
    font-family: 'Salesforce Sans';
    src: url(${ADDRESS});
    unicode-range: U+2E80-9FFF, U+F900-FAFF, U+FF00-FFEF;
}`;

/** Gives the page Japanese letters, for which many machines have no font. */
export async function bringJapaneseFont(page: Page): Promise<void> {
    await page.route(`**${ADDRESS}`, (route) => route.fulfill({ path: FONT }));
    await page.addStyleTag({ content: FACE });
}
