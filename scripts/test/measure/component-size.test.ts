import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { PROJECT } from '../support/project-copy.ts';
import { measureBundles, measurePage, weigh, type BundleSize } from '../../measure/component-size.ts';

/** What agents' browsers load of ours at most, in bytes: our own code, and all with templates and CSS. */
const MOST_SCRIPTS = 51_800;
const MOST = 77_400;
/** The same for the page that checks the set-up, beside what it shares with the card. */
const MOST_OF_SETUP = 12_000;

describe('the size of the components', () => {
    const measured = measureBundles();
    const onOnePage = measurePage();

    it('stays below its limits, compiled and minified, where a page loads every part', async () => {
        const page = await onOnePage;
        const sizes = (await measured).toSorted((one, other) => other.total - one.total);
        console.log([...sizes, { name: 'all on one page', ...page }].map(inWords).join('\n'));
        assert.ok(page.scripts < MOST_SCRIPTS, `${page.scripts} bytes of scripts are not below ${MOST_SCRIPTS}`);
        assert.ok(page.total < MOST, `${page.total} bytes are not below ${MOST}`);
    });

    it('counts every bundle, and templates only where there are any', async () => {
        const sizes = await measured;
        const drawn = sizes.filter(({ templates }) => templates > 0).map(({ name }) => name);
        assert.ok(sizes.every(({ scripts }) => scripts > 0));
        assert.ok(sizes.every(({ scripts, templates, styles, total }) => scripts + templates + styles === total));
        assert.ok(drawn.includes('conversationState'));
        assert.ok(!drawn.includes('conversationLabels'));
    });

    it('counts everything that a page loads, and nothing twice', async () => {
        const page = await onOnePage;
        const sum = (await measured)
            .filter(({ name }) => name !== 'goTalloSetup')
            .reduce((total, size) => total + size.total, 0);
        assert.ok(page.total < sum, `${page.total} bytes on one page are not fewer than ${sum} apart`);
        assert.ok(page.total > sum * 0.9, `${page.total} bytes on one page lack much of ${sum} apart`);
    });

    it('stays below its limit for the page that checks the set-up, of which no card loads anything', async () => {
        const setup = (await measured).find(({ name }) => name === 'goTalloSetup');
        assert.ok(setup !== undefined && setup.total < MOST_OF_SETUP, `${setup?.total} bytes`);
        for (const file of globSync('force-app/main/default/lwc/conversation*/*.{ts,html}', { cwd: PROJECT })) {
            assert.doesNotMatch(readFileSync(path.join(PROJECT, file), 'utf8'), /goTalloSetup|go-tallo-setup/, file);
        }
    });

    it('counts import lines of labels apart, and no import lines as code', () => {
        const labels = 'import a from"@salesforce/label/c.A";import b from"@salesforce/label/c.B";';
        const [before, after] = ['import"lwc";import{x}from"lwc";', 'import c from"@salesforce/i18n/lang";'];
        const code = 'x(a,b,c,"é");';
        assert.deepEqual(weigh(before + labels + after + code), {
            code: Buffer.byteLength(code),
            labelImports: labels.length
        });
    });
});

function inWords({ name, scripts, templates, styles, total, labelImports }: BundleSize): string {
    const [own, drawn, styled, all, labels] = [scripts, templates, styles, total, labelImports].map((count) =>
        count.toLocaleString('en').padStart(7)
    );
    return `${name.padEnd(26)}${all} bytes =${own} scripts +${drawn} templates +${styled} CSS; ${labels} to import labels`;
}
