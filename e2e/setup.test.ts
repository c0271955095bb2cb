import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Locator } from 'playwright-core';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { makeSetupHealthy, SETUP_PATH } from './support/setup-page.ts';
import { screenshot } from './support/screenshots.ts';
import { untilText } from './support/until.ts';

const FIVE = ['gotallo', 'events', 'eventAllowance', 'webhooks', 'exclusion'];

describe('the page that checks the set-up', () => {
    const file = consoleForFile({}, { read: true });

    async function open(t: TestContext, query = 'user=dana', page = {}): Promise<ConsolePage> {
        return file.openConsole(t, { path: `${SETUP_PATH}?${query}`, ...page });
    }

    const pageOf = (console: ConsolePage): Locator => console.page.locator('c-go-tallo-setup');
    const rowOf = (console: ConsolePage, name: string): Locator => pageOf(console).locator(`[data-check="${name}"]`);

    async function untilChecked(console: ConsolePage): Promise<void> {
        await pageOf(console).locator('[data-check="connection"]').waitFor();
    }

    async function statuses(console: ConsolePage): Promise<Record<string, string>> {
        const rows = await pageOf(console)
            .locator('[data-check]')
            .evaluateAll((all) =>
                all.map((row) => [
                    row.getAttribute('data-check'),
                    row.querySelector('.slds-badge')?.textContent?.trim()
                ])
            );
        return Object.fromEntries(rows) as Record<string, string>;
    }

    it('is all well in a sandbox in which everything works and was seen to', async (t) => {
        await makeSetupHealthy(file.sandbox);
        const console = await open(t);
        await untilText(pageOf(console), 'Everything that was checked works.');
        assert.deepEqual([...new Set(Object.values(await statuses(console)))], ['Works']);
        await untilText(rowOf(console, 'caller'), 'Dana Fox');
        await untilText(rowOf(console, 'nativeBlock'), 'WHATSAPP and INSTAGRAM');
        await assertAccessible(pageOf(console));
        await screenshot(console.page, 'setup-healthy');
    });

    it('shows five faults first, each with what to do, and the letter that is ready', async (t) => {
        await makeSetupHealthy(file.sandbox);
        const console = await open(t);
        await untilChecked(console);
        await console.page.getByRole('button', { name: 'Break five things' }).click();
        await untilText(console.sandboxBar, 'Five things are wrong now.');
        await console.page.getByRole('button', { name: 'Check again' }).click();
        await untilText(pageOf(console), 'To look at: 5');
        const found = await statuses(console);
        const faulty = Object.keys(found).filter((name) => found[name] !== 'Works');
        assert.deepEqual(faulty.toSorted(), FIVE.toSorted());
        assert.deepEqual(Object.keys(found).slice(0, 5).toSorted(), FIVE.toSorted(), 'problems stand first');
        for (const name of FIVE) await untilText(rowOf(console, name), 'What to do:');
        await rowOf(console, 'exclusion').getByText('Letter to GoTallo’s support', { exact: true }).click();
        await untilText(rowOf(console, 'exclusion'), 'Organization id:');
        await assertAccessible(pageOf(console));
        await screenshot(console.page, 'setup-five-faults');
    });

    it('says to an agent which permission is missing', async (t) => {
        const console = await open(t, 'user=ana');
        await untilText(pageOf(console), 'You need the permission set “GoTallo Manage Blocks”');
        assert.equal(await pageOf(console).locator('[data-check]').count(), 0);
        await assertAccessible(pageOf(console));
    });

    it('says which cause fits when the proxy cannot be reached, and goes on when it can', async (t) => {
        const console = await open(t);
        await untilChecked(console);
        await file.sandbox.stopProxy();
        try {
            await console.page.getByRole('button', { name: 'Check again' }).click();
            await untilText(pageOf(console), 'The proxy cannot be reached.');
            await untilText(pageOf(console), 'Check that the URL of the named credential');
            const link = pageOf(console).getByRole('link', { name: 'Open in Setup' });
            assert.equal(await link.getAttribute('href'), '/lightning/setup/NamedCredential/home');
        } finally {
            await file.sandbox.restartProxy();
        }
        await console.page.getByRole('button', { name: 'Check again' }).click();
        await untilChecked(console);
    });

    it('shows the text for support selected where the browser does not let it copy', async (t) => {
        const console = await open(t);
        await untilChecked(console);
        await console.page.evaluate(() =>
            Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })
        );
        await console.page.getByRole('button', { name: 'Copy for support' }).click();
        const field = console.page.getByRole('textbox', { name: 'Text for support' });
        await field.waitFor();
        const text = await field.inputValue();
        assert.match(text, /^GoTallo set-up check, .+\nOrg 00D/);
        assert.doesNotMatch(text, new RegExp(file.sandbox.gotalloAccess.token));
        const selected = await field.evaluate((element: HTMLTextAreaElement) =>
            element.value.slice(element.selectionStart, element.selectionEnd)
        );
        assert.equal(selected, text);
    });

    for (const [name, query, page] of [
        ['a narrow column', 'user=dana', { width: 320, height: 1400 }],
        ['German', 'user=dana&lang=de', { width: 400, height: 1600 }],
        ['right to left', 'user=dana&dir=rtl', {}],
        ['forced colors', 'user=dana', { preferences: { forcedColors: 'active' as const } }]
    ] as const) {
        it(`fits ${name}`, async (t) => {
            const console = await open(t, query, page);
            await untilChecked(console);
            const isCut = await pageOf(console).evaluate((element) => element.scrollWidth > element.clientWidth);
            assert.equal(isCut, false, 'something is wider than the page');
            await assertAccessible(pageOf(console));
            await screenshot(console.page, `setup-${name.replaceAll(' ', '-')}`);
        });
    }
});
