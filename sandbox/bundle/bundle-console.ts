import lwc, { type RollupLwcOptions } from '@lwc/rollup-plugin';
import { readdirSync } from 'node:fs';
import { rollup, type OutputChunk, type RollupOutput } from 'rollup';
import { compressFiles } from './compress.ts';
import { CONSOLE_FOLDER, LWC_FOLDER } from './console-inputs.ts';
import { minify } from './minify.ts';
import { onlyUsedIcons } from './only-used-icons.ts';
import { writePageFiles, writeStyles } from './page-files.ts';
import { platformModules } from './platform-modules.ts';
import { replaceEnvironment } from './replace-environment.ts';
import { stripTypes } from './strip-types.ts';

type Modules = NonNullable<RollupLwcOptions['modules']>;

/**
 * Bundles the console page with the project's components and Salesforce's base components into the folder's `scripts`,
 * and writes the design system's styles to its `styles`.
 */
export async function bundleConsole(folder: string): Promise<void> {
    const bundle = await rollup({
        input: `${CONSOLE_FOLDER}/main.ts`,
        plugins: [
            platformModules(),
            stripTypes(),
            onlyUsedIcons([CONSOLE_FOLDER, LWC_FOLDER]),
            replaceEnvironment(),
            lwc({
                rootDir: `${CONSOLE_FOLDER}/lwc`,
                modules: [...projectModules(), { npm: 'lightning-base-components' }],
                // Base components ask for element internals, which synthetic shadow has only on request.
                enableSyntheticElementInternals: true
            })
        ],
        // What the published base components warn about is not for this project to mend.
        onLog: (level, log, handler) => {
            if (log.code !== 'CIRCULAR_DEPENDENCY' && !log.message.includes('lightning-base-components')) {
                handler(level, log);
            }
        }
    });
    const [scripts, styles] = [`${folder}/scripts`, `${folder}/styles`];
    const output = await bundle.write({
        dir: scripts,
        format: 'esm',
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        plugins: [minify()]
    });
    await bundle.close();
    writePageFiles(folder, { scripts: firstScripts(output), styles: writeStyles(styles) });
    for (const each of [scripts, styles]) compressFiles(each);
}

/** The entry, and what it imports before it runs. */
function firstScripts({ output }: RollupOutput): string[] {
    const entry = output.find((each): each is OutputChunk => each.type === 'chunk' && each.isEntry);
    return entry ? [entry.fileName, ...entry.imports] : [];
}

/** The unmodified source of every component of the project, under the namespace it has in an org. */
function projectModules(): Modules {
    const folders = readdirSync(LWC_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return folders.map(({ name }) => ({ name: `c/${name}`, path: `${LWC_FOLDER}/${name}/${name}.ts` }));
}
