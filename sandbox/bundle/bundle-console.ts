import lwc, { type RollupLwcOptions } from '@lwc/rollup-plugin';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rollup } from 'rollup';
import { CONSOLE_FOLDER, LWC_FOLDER, RIGHT_TO_LEFT, SLDS } from './console-inputs.ts';
import { flipCss } from './flip-css.ts';
import { platformModules } from './platform-modules.ts';
import { replaceEnvironment } from './replace-environment.ts';
import { stripTypes } from './strip-types.ts';

type Modules = NonNullable<RollupLwcOptions['modules']>;

/**
 * Bundles the console page with the project's components and Salesforce's base components into a folder, and the styles
 * for right-to-left beside it.
 */
export async function bundleConsole(folder: string): Promise<void> {
    const bundle = await rollup({
        input: `${CONSOLE_FOLDER}/main.ts`,
        plugins: [
            platformModules(),
            stripTypes(),
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
    await bundle.write({ dir: folder, format: 'esm' });
    await bundle.close();
    const styles = readFileSync(`${SLDS}/styles/salesforce-lightning-design-system.min.css`, 'utf8');
    writeFileSync(`${folder}/${RIGHT_TO_LEFT}`, flipCss(styles));
}

/** The unmodified source of every component of the project, under the namespace it has in an org. */
function projectModules(): Modules {
    const folders = readdirSync(LWC_FOLDER, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    return folders.map(({ name }) => ({ name: `c/${name}`, path: `${LWC_FOLDER}/${name}/${name}.ts` }));
}
