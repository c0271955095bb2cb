import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Locator } from 'playwright-core';

declare global {
    interface Window {
        axe: typeof axe;
    }
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Runs axe on one part of the page, with the rules of WCAG 2.2 AA, and names every violation.
 * @param except what is not ours and looked at elsewhere
 */
export async function assertAccessible(part: Locator, except?: Locator): Promise<void> {
    // Into the document of the part, which may be one of several panes.
    await part.evaluate((_root, source) => {
        const script = document.createElement('script');
        script.textContent = source;
        document.head.append(script);
    }, AXE);
    const left = (await except?.elementHandle()) ?? null;
    const { violations, passes } = await part.evaluate(
        async (root, { values, exclude }) => {
            // The node itself is handed over: selectors do not reach into LWC's synthetic shadow.
            const context = exclude instanceof Element ? { include: [root], exclude: [exclude] } : root;
            const results = await window.axe.run(context, { runOnly: { type: 'tag', values } });
            return {
                violations: results.violations.map(
                    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ html }) => html).join(' ')})`
                ),
                passes: results.passes.length
            };
        },
        { values: TAGS, exclude: left }
    );
    assert.deepEqual(violations, []);
    assert.ok(passes > 0, 'axe found nothing to look at');
}
