import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { GALLERY_STATES } from '../../e2e/support/gallery/states.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { contactSheet } from './contact-sheet.ts';
import { galleryPage } from './gallery-page.ts';
import { GalleryTabs } from './gallery-tabs.ts';
import { indexedPng } from './indexed-png.ts';
import { LOOKS } from './looks.ts';
import { readPixels } from './read-pixels.ts';

/** How the gallery is taken. */
interface GalleryOptions {
    sandbox: Sandbox;
    browser: Browser;
    /** Whether the picture of that state is asked for. */
    isAsked: (name: string) => boolean;
    /** @param name in the folder of the pictures */
    write: (name: string, picture: Buffer) => Promise<void>;
}

const PAGE = path.resolve(import.meta.dirname, '../../docs/gallery.md');
/** A Monday. Every state has a week of its own, so the same dates and times are to be seen in each run. */
const FIRST = Date.UTC(2030, 0, 7, 9);
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Takes a picture of every state, which shows it in every look side by side, and writes the page of them.
 * @returns what axe finds, and errors in the page
 */
export async function takeGallery({ sandbox, browser, isAsked, write }: GalleryOptions): Promise<string[]> {
    const complaints: string[] = [];
    const tabs = new GalleryTabs({ sandbox, browser, complain: (complaint) => complaints.push(complaint) });
    for (const [week, state] of GALLERY_STATES.entries()) {
        if (!isAsked(state.name)) continue;
        const sheet = await contactSheet(browser, await tabs.take(state, LOOKS, FIRST + week * WEEK_MS));
        await write(`gallery/${state.name}.png`, indexedPng(await readPixels(browser, sheet)));
    }
    await writeFile(PAGE, galleryPage(GALLERY_STATES, LOOKS));
    return complaints;
}
