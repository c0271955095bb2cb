import lwc from '@lwc/rollup-plugin';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { rollup, type Plugin } from 'rollup';
import { minify } from 'terser';
import { LWC_FOLDER } from '../../sandbox/bundle/console-inputs.ts';
import { stripTypes } from '../../sandbox/bundle/strip-types.ts';

/** What components weigh, compiled and minified, in bytes. Import lines are not part of it. */
export interface Size {
    /** Our own scripts. */
    scripts: number;
    /** Templates as the compiler makes them. */
    templates: number;
    styles: number;
    total: number;
    /** The import lines of labels, which grow with the words and not with the code. */
    labelImports: number;
}

export interface BundleSize extends Size {
    name: string;
}

/** An entry that loads every bundle. */
const PAGE = '/page.js';
const IMPORT = /import(?:[^;"]*?from)?"[^"]*";/g;
const LABEL_IMPORT = /import[^;"]*?from"@salesforce\/label\/[^"]*";/g;

/** A page of its own, which no card loads. */
const SETUP_PAGE = 'goTalloSetup';

/** Measures all bundles of the card as one: what a page loads that draws every part of them. */
export function measurePage(): Promise<Size> {
    return measure(PAGE);
}

/** Measures every bundle on its own, that of the set-up page as well. Together they are more than the page, where nothing is there twice. */
export function measureBundles(): Promise<BundleSize[]> {
    return Promise.all(
        [...bundlesOfCard(), SETUP_PAGE].map(async (name) => ({ name, ...(await measure(`c/${name}`)) }))
    );
}

/** Splits minified code into what is ours and the lines that only fetch labels. */
export function weigh(minified: string): { code: number; labelImports: number } {
    const labelLines = minified.match(LABEL_IMPORT) ?? [];
    const code = minified.replace(IMPORT, '');
    return { code: Buffer.byteLength(code), labelImports: Buffer.byteLength(labelLines.join('')) };
}

function bundlesOfCard(): string[] {
    const folders = readdirSync(LWC_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return folders.map(({ name }) => name).filter((name) => name !== SETUP_PAGE);
}

async function measure(input: string): Promise<Size> {
    const { code: scripts, labelImports } = weigh(await compile(input, /\.html$/));
    const { code: drawn } = weigh(await compile(input, /\.css$/));
    const { code: total } = weigh(await compile(input, null));
    return { scripts, templates: drawn - scripts, styles: total - drawn, total, labelImports };
}

/** @param leftOut which files of ours are not part of it */
async function compile(input: string, leftOut: RegExp | null): Promise<string> {
    const bundle = await rollup({
        input,
        plugins: [ours(input, leftOut), stripTypes(), lwc({ rootDir: LWC_FOLDER, exclude: [PAGE] })],
        onLog: () => undefined
    });
    const { output } = await bundle.generate({ format: 'esm' });
    await bundle.close();
    const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
    return (await minify(code, { module: true, compress: { passes: 2 }, format: { comments: false } })).code ?? '';
}

/** Finds our bundles: all for the page, else only the one that is measured. The platform brings the rest. */
function ours(input: string, leftOut: RegExp | null): Plugin {
    return {
        name: 'ours',
        resolveId(id, importer = '') {
            if (leftOut?.test(id) && existsSync(resolve(dirname(importer), id))) return { id, external: true };
            if (id.startsWith('c/') && [id, PAGE].includes(input))
                return `${LWC_FOLDER}/${id.slice(2)}${id.slice(1)}.ts`;
            return id === PAGE ? id : /^[.\0/]/.test(id) ? null : { id, external: true };
        },
        load(id) {
            return id === PAGE
                ? bundlesOfCard()
                      .map((name) => `import 'c/${name}';`)
                      .join('\n')
                : null;
        }
    };
}
