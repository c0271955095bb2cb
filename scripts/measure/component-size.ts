import lwc from '@lwc/rollup-plugin';
import { readdirSync } from 'node:fs';
import { rollup, type Plugin } from 'rollup';
import { minify } from 'terser';
import { LWC_FOLDER } from '../../sandbox/bundle/console-inputs.ts';
import { stripTypes } from '../../sandbox/bundle/strip-types.ts';

/** What components weigh, compiled and minified, in bytes. */
export interface Size {
    /** All of our own code: scripts, templates and CSS. */
    code: number;
    /** How much of it is templates and CSS. */
    templates: number;
    /** Import lines of labels, which are not part of it: they grow with the words, not with the code. */
    labelImports: number;
}

export interface BundleSize extends Size {
    name: string;
}

const LABEL_IMPORT = /import[^;]*?from"@salesforce\/label\/[^"]*";/g;

/** Measures every bundle of the project on its own, as the platform delivers them. */
export async function measureComponents(): Promise<BundleSize[]> {
    const folders = readdirSync(LWC_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return Promise.all(folders.map(({ name }) => measure(name)));
}

export function totalOf(sizes: readonly Size[]): Size {
    const sum = (member: keyof Size): number => sizes.reduce((total, size) => total + size[member], 0);
    return { code: sum('code'), templates: sum('templates'), labelImports: sum('labelImports') };
}

/** Splits minified code into what is ours and what only fetches labels. */
export function weigh(minified: string): Pick<Size, 'code' | 'labelImports'> {
    const code = Buffer.byteLength(minified.replace(LABEL_IMPORT, ''));
    return { code, labelImports: Buffer.byteLength(minified) - code };
}

async function measure(name: string): Promise<BundleSize> {
    const { code, labelImports } = weigh(await compile(name, []));
    const scripts = weigh(await compile(name, [emptyTemplates()]));
    return { name, code, templates: code - scripts.code, labelImports };
}

async function compile(name: string, plugins: Plugin[]): Promise<string> {
    const bundle = await rollup({
        input: `${LWC_FOLDER}/${name}/${name}.ts`,
        // Other bundles are measured on their own, and the platform brings the rest.
        external: /^(c|lightning|@salesforce|@lwc)\/|^lwc$/,
        plugins: [stripTypes(), ...plugins, lwc({ rootDir: LWC_FOLDER })]
    });
    const { output } = await bundle.generate({ format: 'esm' });
    await bundle.close();
    const code = output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
    return (await minify(code, { module: true, format: { comments: false } })).code ?? '';
}

/** Leaves of a component what it would be without anything to draw. */
function emptyTemplates(): Plugin {
    return {
        name: 'empty-templates',
        load(id) {
            const [file = ''] = id.split('?');
            if (file.endsWith('.html')) return '<template></template>';
            return file.endsWith('.css') ? '' : null;
        }
    };
}
