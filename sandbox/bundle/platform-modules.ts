import type { Plugin } from 'rollup';
import { readCustomLabels } from '../org/custom-labels.ts';
import { CONSOLE_FOLDER } from './console-inputs.ts';

const PREFIX = '\0platform:';
const PLATFORM = `${CONSOLE_FOLDER}/platform`;

/** Source of the modules that the Salesforce platform provides, by the start of their name. */
const MODULES: readonly (readonly [start: string, source: (rest: string, labels: Labels) => string])[] = [
    ['@salesforce/label/c.', (name, labels) => `export default ${JSON.stringify(labelNamed(name, labels))};`],
    [
        '@salesforce/apex/',
        (name) =>
            `import { callApex } from '${PLATFORM}/call-apex.ts';\n` +
            `export default (parameters) => callApex('${name}', parameters);`
    ],
    ['@salesforce/i18n/timeZone', () => 'export default Intl.DateTimeFormat().resolvedOptions().timeZone;'],
    ['lightning/iconSvgTemplates', () => 'export default {};']
];

type Labels = ReadonlyMap<string, string>;

/** Provides what a component imports from the platform and no npm package has. Icons for right-to-left are left out. */
export function platformModules(): Plugin {
    const labels = readCustomLabels();
    return {
        name: 'platform-modules',
        resolveId(id) {
            const isLeftToRightIcon = id.startsWith('lightning/iconSvgTemplates') && !id.endsWith('Rtl');
            const isKnown = MODULES.some(([start]) => id.startsWith(start));
            return isKnown && !isLeftToRightIcon ? PREFIX + id : null;
        },
        load(id) {
            if (!id.startsWith(PREFIX)) return null;
            const name = id.slice(PREFIX.length);
            const [start, source] = MODULES.find(([each]) => name.startsWith(each)) ?? [];
            return source?.(name.slice(start?.length), labels) ?? null;
        }
    };
}

function labelNamed(name: string, labels: Labels): string {
    const text = labels.get(name);
    if (text === undefined) throw new Error(`There is no custom label ${name}.`);
    return text;
}
