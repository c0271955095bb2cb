import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'rollup';
import { sourceFiles } from './console-inputs.ts';

const BASE_COMPONENTS = `${dirname(createRequire(import.meta.url).resolve('lightning-base-components/package.json'))}/src/lightning`;

/** One module for each category of icons, which imports all of them. */
const TEMPLATES = /iconSvgTemplates\w+\/buildTemplates\/templates\.js$/;
const IMPORT = /^import .* as (\w+) } from .*$/gm;
const FULL_NAME = /\b(?:action|custom|doctype|standard|utility):\w+/g;

/**
 * Leaves out the icons that nothing names. Salesforce has 1,700, and a page uses a few dozen; all of them would be most
 * of what is compiled, minified and loaded.
 * @param folders of our own source
 */
export function onlyUsedIcons(folders: readonly string[]): Plugin {
    const isUsed = iconsNamedIn(folders);
    return {
        name: 'only-used-icons',
        transform(code, id) {
            if (!TEMPLATES.test(id)) return null;
            const used = [...code.matchAll(IMPORT)].filter(([, name = '']) => isUsed(name));
            const names = used.map(([, name]) => name).join(', ');
            return { code: `${used.map(([line]) => line).join('\n')}\nexport default { ${names} };`, map: null };
        }
    };
}

/**
 * Tells of `utility_close` whether it is named: by its full name in base components, and in our source by any word, as a
 * name can be put together there.
 */
function iconsNamedIn(folders: readonly string[]): (template: string) => boolean {
    const ours = folders.flatMap(sourceFiles).map((file) => readFileSync(file, 'utf8'));
    const words = new Set(ours.flatMap((text) => text.match(/\w+/g) ?? []));
    const fullNames = new Set(baseSources().flatMap((text) => text.match(FULL_NAME) ?? []));
    return (template) => {
        const fullName = template.replace('_', ':');
        return fullNames.has(fullName) || words.has(fullName.replace(/^\w+:/, ''));
    };
}

function baseSources(): string[] {
    const bundles = readdirSync(BASE_COMPONENTS).filter((name) => !name.startsWith('iconSvgTemplates'));
    return bundles.flatMap((name) => {
        const files = readdirSync(join(BASE_COMPONENTS, name), { recursive: true, encoding: 'utf8' });
        const sources = files.filter((file) => /\.(js|html)$/.test(file) && !/__|stories|\.example/.test(file));
        return sources.map((file) => readFileSync(join(BASE_COMPONENTS, name, file), 'utf8'));
    });
}
