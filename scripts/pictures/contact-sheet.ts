import type { Browser } from 'playwright-core';

/** A picture and the words below it. */
export interface Shot {
    caption: string;
    png: Buffer;
}

const WIDTH = 1480;

const STYLE = `
    body { display: flex; flex-wrap: wrap; gap: 20px; margin: 20px; background: #e5e5e5; font: 13px Arial, sans-serif }
    figure { margin: 0 }
    img { display: block; max-width: 460px }
    figcaption { margin-bottom: 6px }
`;

/** One picture of several, side by side. */
export async function contactSheet(browser: Browser, shots: readonly Shot[]): Promise<Buffer> {
    const figures = shots.map(
        ({ caption, png }) =>
            `<figure><figcaption>${caption}</figcaption><img src="data:image/png;base64,${png.toString('base64')}"></figure>`
    );
    const page = await browser.newPage({ viewport: { width: WIDTH, height: 100 } });
    await page.setContent(`<!doctype html><style>${STYLE}</style>${figures.join('')}`);
    const sheet = await page.screenshot({ fullPage: true });
    await page.close();
    return sheet;
}
