import type { Browser } from 'playwright-core';
import type { Pixels } from './indexed-png.ts';

/** Reads the pixels of a PNG, in a page of its own: a browser can do so, and Node by itself cannot. */
export async function readPixels(browser: Browser, png: Buffer): Promise<Pixels> {
    const page = await browser.newPage();
    const { width, height, base64 } = await page.evaluate(
        drawAndRead,
        `data:image/png;base64,${png.toString('base64')}`
    );
    await page.close();
    return { width, height, data: Buffer.from(base64, 'base64') };
}

/** Runs in the page. */
async function drawAndRead(url: string): Promise<{ width: number; height: number; base64: string }> {
    const image = new Image();
    image.src = url;
    await image.decode();
    const { width, height } = image;
    const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    if (context === null) throw new Error('There is no canvas.');
    context.drawImage(image, 0, 0);
    const reader = new FileReader();
    const read = new Promise((resolve) => reader.addEventListener('load', resolve));
    reader.readAsDataURL(new Blob([context.getImageData(0, 0, width, height).data]));
    await read;
    return { width, height, base64: String(reader.result).replace(/^.*,/, '') };
}
