import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LWC_FOLDER } from '../../sandbox/bundle/console-inputs.ts';

const LABEL = '@salesforce/label/c.';
const COMPONENTS = pathToFileURL(`${path.resolve(LWC_FOLDER)}/`).href;

/**
 * A bundle without templates, as Node can run it: every label is its own full name, so that what the component puts
 * together can be read in any language.
 */
export async function importComponent<Module>(name: string): Promise<Module> {
    const hooks = registerHooks({
        resolve(specifier, context, next) {
            const url = urlOf(specifier, context.parentURL ?? '');
            return url === null ? next(specifier, context) : { url, shortCircuit: true };
        }
    });
    try {
        return (await import(urlOf(`c/${name}`, '') ?? '')) as Module;
    } finally {
        hooks.deregister();
    }
}

function urlOf(specifier: string, parent: string): string | null {
    if (specifier.startsWith(LABEL)) return moduleOf(`export default '${specifier.slice(LABEL.length)}'`);
    if (specifier.startsWith('@salesforce/')) return moduleOf("export default 'en-US'");
    if (specifier === 'lwc') return moduleOf('export class LightningElement {}');
    if (specifier.startsWith('c/')) {
        const bundle = specifier.slice('c/'.length);
        return `${COMPONENTS}${bundle}/${bundle}.ts`;
    }
    return specifier.startsWith('./') && parent.startsWith(COMPONENTS) ? new URL(`${specifier}.ts`, parent).href : null;
}

function moduleOf(source: string): string {
    return `data:text/javascript,${encodeURIComponent(source)}`;
}
