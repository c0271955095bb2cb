import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { assertAccessible } from '../../e2e/support/accessibility.ts';
import type { ConsolePage } from '../../e2e/support/console-page.ts';
import { shownPart } from '../../e2e/support/gallery/acts.ts';
import { Scene } from '../../e2e/support/gallery/scene.ts';
import type { GalleryState } from '../../e2e/support/gallery/state.ts';
import { newWindow, openConsole, pathOf, recordIn } from '../../e2e/support/open-console.ts';
import { pictureOf } from '../../e2e/support/screenshots.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { Shot } from './contact-sheet.ts';
import { bringJapaneseFont } from './japanese-font.ts';
import type { Look } from './looks.ts';
import { visibleBox } from './visible-box.ts';

/** Where pictures are taken. */
export interface Studio {
    sandbox: Sandbox;
    browser: Browser;
    /** Told of what axe finds, and of errors in the page. */
    complain: (complaint: string) => void;
}

/** A page in one look. */
interface View {
    look: Look;
    console: ConsolePage;
    messages: readonly string[];
}

/** How long a proxy that has seen GoTallo fail gives it a rest, and some more. */
const REST_SECONDS = 20;

/** Takes pictures in one tab for each look. */
export class GalleryTabs {
    private readonly studio: Studio;
    private readonly tabs = new Map<Look, Page>();

    constructor(studio: Studio) {
        this.studio = studio;
    }

    /**
     * Takes a picture of that state in each look.
     * @param at milliseconds since 1970, later than all before: the same times are to be seen in each run
     */
    async take(state: GalleryState, looks: readonly Look[], at: number): Promise<Shot[]> {
        const { time } = this.studio.sandbox;
        await time.move(at - Date.now() - time.ahead());
        const shown = looks.filter(({ isNarrow }) => !(isNarrow && state.isDesktopOnly));
        if (!state.isBrief) return this.takeAtOnce(state, shown);
        const shots: Shot[] = [];
        for (const look of shown) shots.push(...(await this.takeAtOnce(state, [look])));
        return shots;
    }

    /** The agent acts in all tabs at once, which the proxy takes as one command: so all of them show the same. */
    private async takeAtOnce(state: GalleryState, looks: readonly Look[]): Promise<Shot[]> {
        await this.arrange(state);
        const views: View[] = [];
        for (const look of looks) views.push(await this.open(state, look));
        await Promise.all(views.map(({ console }) => act(console, state)));
        const shots: Shot[] = [];
        for (const view of views) shots.push({ caption: view.look.name, png: await this.shoot(state, view) });
        await Promise.all(views.map((view) => this.leave(view)));
        return shots;
    }

    private async arrange({ person, before }: GalleryState): Promise<void> {
        const { sandbox } = this.studio;
        sandbox.gotallo.faults.clear();
        sandbox.org.fault = 'none';
        await withPatience(() => sandbox.reset());
        await before?.(new Scene(sandbox, person));
    }

    private async open({ person, user = 'ana' }: GalleryState, look: Look): Promise<View> {
        const { sandbox } = this.studio;
        const tab = this.tabs.get(look) ?? (await this.newTab(look));
        const path = pathOf(recordIn(sandbox, person), `user=${user}&${look.query ?? ''}`);
        const view = { look, ...(await openConsole(tab, sandbox.url, { ...look.window, path })) };
        if (look.isJapanese) await bringJapaneseFont(tab);
        await view.console.untilShown();
        return view;
    }

    private async shoot({ name }: GalleryState, { look, console, messages }: View): Promise<Buffer> {
        const complain = (words: string): void => this.studio.complain(`${name}, ${look.name}: ${words}`);
        const part = await shownPart(console);
        await assertAccessible(part).catch(({ message }: Error) => complain(message));
        messages.forEach(complain);
        return pictureOf(console.page, await visibleBox(console.page, part));
    }

    /** Nothing is remembered for the next picture. */
    private async leave({ console: { page } }: View): Promise<void> {
        page.removeAllListeners();
        await page.goto(`${this.studio.sandbox.url}/console.css`);
        await page.evaluate(() => {
            sessionStorage.clear();
            localStorage.clear();
        });
    }

    private async newTab(look: Look): Promise<Page> {
        const [first] = this.tabs.values();
        const tab = await (first?.context().newPage() ?? newWindow(this.studio.browser));
        await tab.emulateMedia({ forcedColors: look.forcedColors ?? 'none' });
        await tab.addInitScript(() => localStorage.setItem('sandbox-bar-folded', 'true'));
        this.tabs.set(look, tab);
        return tab;
    }
}

async function act(console: ConsolePage, { act: does, shows }: GalleryState): Promise<void> {
    await does?.(console);
    await console.page.locator(shows).filter({ visible: true }).first().waitFor();
}

/** Does so once a proxy lets calls through to GoTallo again. */
async function withPatience(reset: () => Promise<void>): Promise<void> {
    for (let seconds = 0; seconds < REST_SECONDS; seconds += 1) {
        const isDone = await reset().then(
            () => true,
            () => false
        );
        if (isDone) return;
        await delay(1000);
    }
    await reset();
}
