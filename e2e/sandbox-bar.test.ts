import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const SPAM = { reason: 'Spam' };

describe('what the sandbox bar switches on', () => {
    const file = consoleForFile();

    it('makes a block take as long as the bar says, and the card says meanwhile that it is under way', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez');
        await console.letGoTallo('is slow with Block User (5 s)');
        const started = performance.now();
        await console.block(SPAM);
        await untilText(console.announced, 'Blocking…');
        await untilText(console.badge, 'Blocked');
        await untilText(console.sandboxBar, 'On WhatsApp: blocked');
        assert.ok(performance.now() - started >= 5_000, 'GoTallo answered sooner than the bar says');
    });

    it('is as slow as it says however the bar was used before', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        await console.letGoTallo('is too busy (429, wait 5 s)');
        await console.block(SPAM);
        await untilText(console.trouble, /in [1-5] seconds?/);
        await console.letGoTallo('works');
        await console.letGoTallo('is slow (5 s)');
        await console.switchPlatformEvents(false);
        assert.equal(file.sandbox.gotallo.faults.seconds, 5);
    });

    it('catches up with what happened while it could not be asked', async (t) => {
        const console = await file.openRecord(t, 'Nora Lind');
        const { conversationId } = file.recordOf('Nora Lind');
        await console.page.route(/\/sandbox\/records\//, (route) => route.abort('internetdisconnected'), {
            times: 3
        });
        const path = `/sandbox/conversations/${conversationId}/customer-messages`;
        const headers = { 'X-Sandbox-User': 'ana.silva@sandbox.example' };
        const written = await console.page.request.post(file.sandbox.url + path, {
            headers,
            data: { text: 'The line is back' }
        });
        assert.ok(written.ok(), await written.text());
        await console.transcript.getByText('The line is back').waitFor();
    });
});

describe('the sandbox bar as a place to look at', () => {
    const file = consoleForFile();

    it('shows every fault whole', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez', { height: 900 });
        const gotallo = console.page.getByRole('combobox', { name: 'GoTallo', exact: true });
        for (const label of ['acts on Block User, but its answer is lost', 'is too busy (429, wait 5 s)', 'works']) {
            await gotallo.selectOption({ label });
            const { needed, there } = await gotallo.evaluate(roomOf);
            assert.ok(there >= needed, `${label} needs ${needed} px and has ${there}`);
        }
        await console.letGoTallo('acts on Block User, but its answer is lost');
        await screenshot(console.page, 'bar-fault');
    });

    it('folds away, says then what is switched on, and stays so on the next page', async (t) => {
        const console = await file.openRecord(t, 'Maria Lopez', { width: 1366, height: 768 });
        const gotallo = console.page.getByRole('combobox', { name: 'GoTallo', exact: true });
        await console.letGoTallo('is down');
        const open = await heightOfBar(console);
        await console.sandboxBar.getByRole('button', { name: 'Fold away' }).click();
        await gotallo.waitFor({ state: 'detached' });
        assert.ok((await heightOfBar(console)) < open / 2, 'folded, the bar takes half of its height');
        await console.page.reload();
        await untilText(console.sandboxBar, 'GoTallo is down.');
        assert.equal(await gotallo.count(), 0);
        await screenshot(console.page, 'bar-folded');
        await console.sandboxBar.getByRole('button', { name: 'Show the bar' }).click();
        await gotallo.waitFor();
    });

    it('leaves the card its room at 200 % zoom', async (t) => {
        const window = { width: 720, height: 450 }; // 1440 × 900 there
        const console = await file.openRecord(t, 'Omar Haddad', window);
        await console.card.evaluate((card) => card.scrollIntoView());
        await screenshot(console.page, 'zoom-200-percent');
        const [card, bar] = await Promise.all([console.card.boundingBox(), console.sandboxBar.boundingBox()]);
        assert.ok(card && bar);
        assert.ok(card.width >= 300, `the card is ${card.width} px wide`);
        assert.ok(card.x >= 0 && card.x + card.width <= window.width, 'nothing of the card is beside the window');
        assert.ok(bar.y - Math.max(card.y, 0) >= 350, `${bar.y - card.y} px of the card are in view`);
        await console.sandboxBar.getByRole('button', { name: 'Show the bar' }).click();
        await console.page.getByRole('combobox', { name: 'Language' }).waitFor();
        assert.ok((await heightOfBar(console)) <= window.height / 3);
    });

    it('puts the card first, as wide as the window, where there is no room for two columns', async (t) => {
        const console = await file.openRecord(t, 'Omar Haddad', { width: 400, height: 800 });
        const [card, chat] = await Promise.all([
            console.card.boundingBox(),
            console.page.locator('console-chat-window').boundingBox()
        ]);
        await screenshot(console.page, 'narrow-window');
        assert.ok(card && chat);
        assert.ok(card.width >= 370 && card.x + card.width <= 400, `from ${card.x}, ${card.width} px`);
        assert.ok(chat.y >= card.y + card.height, 'the chat follows below');
    });

    it('keeps the record when the place changes', async (t) => {
        const console = await file.openRecord(t, 'Jonas Weber');
        for (const place of ['App page', 'Mobile app', 'Flow screen', 'Record page']) {
            await console.goTo(place);
            await untilText(console.card, 'Jonas Weber');
        }
        await console.goTo('Set-up tab');
        await console.goTo('Two agents side by side');
        await untilText(console.pane(1).card, 'Jonas Weber');
    });

    it('draws every icon', async (t) => {
        const console = await file.openRecord(t, 'Omar Haddad');
        await console.details.waitFor();
        const icons = console.page.locator('lightning-primitive-icon svg').filter({ visible: true });
        await icons.first().locator('path').first().waitFor({ state: 'attached' });
        const empty = await icons.evaluateAll((all) =>
            all.filter((svg) => svg.querySelector('path') === null).map((svg) => svg.getAttribute('data-key'))
        );
        assert.deepEqual(empty, []);
    });
});

/** Runs in the page: how wide the chosen words are, and how much of the menu is theirs. */
function roomOf(menu: HTMLElement | SVGElement): { needed: number; there: number } {
    const { font, paddingLeft, paddingRight } = getComputedStyle(menu);
    const context = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D;
    context.font = font;
    const words = (menu as HTMLSelectElement).selectedOptions[0]?.label ?? '';
    const padding = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight);
    return { needed: Math.floor(context.measureText(words).width), there: menu.clientWidth - padding };
}

async function heightOfBar({ sandboxBar }: ConsolePage): Promise<number> {
    return (await sandboxBar.locator('section').first().boundingBox())?.height ?? 0;
}
