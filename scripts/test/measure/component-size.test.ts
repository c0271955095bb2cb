import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { measureComponents, totalOf, weigh, type BundleSize } from '../../measure/component-size.ts';

/** What agents' browsers load of ours at most, in bytes. */
const MOST = 40_000;

describe('the size of the components', () => {
    const measured = measureComponents();

    it('stays under 40,000 bytes, compiled and minified', async () => {
        const sizes = (await measured).toSorted((one, other) => other.code - one.code);
        const total = { name: 'all components', ...totalOf(sizes) };
        console.log([...sizes, total].map(inWords).join('\n'));
        assert.ok(total.code <= MOST, `${total.code} bytes are more than ${MOST}`);
    });

    it('counts every bundle, and templates only where there are any', async () => {
        const sizes = await measured;
        const names = sizes.filter(({ templates }) => templates > 0).map(({ name }) => name);
        assert.ok(sizes.every(({ code }) => code > 0));
        assert.ok(names.includes('conversationState'));
        assert.ok(!names.includes('conversationLabels'));
    });

    it('counts import lines of labels apart, and no others', () => {
        const labels = 'import a from"@salesforce/label/c.A";import b from"@salesforce/label/c.B";';
        const [before, after] = ['import{x}from"lwc";', 'import c from"@salesforce/i18n/lang";x(a,b,c,"é");'];
        assert.deepEqual(weigh(before + labels + after), {
            code: Buffer.byteLength(before + after),
            labelImports: labels.length
        });
    });
});

function inWords({ name, code, templates, labelImports }: BundleSize): string {
    const [all, drawn, labels] = [code, templates, labelImports].map((count) => count.toLocaleString('en').padStart(7));
    return `${name.padEnd(28)}${all} bytes (${drawn} of templates and CSS) beside${labels} to import labels`;
}
