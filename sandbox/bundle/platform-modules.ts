import { existsSync } from 'node:fs';
import type { Plugin } from 'rollup';
import { readCustomLabels } from '../org/custom-labels.ts';
import { FORCE_APP, REPOSITORY } from '../paths.ts';
import { CONSOLE_FOLDER } from './console-inputs.ts';

const PREFIX = '\0platform:';
const PLATFORM = `${CONSOLE_FOLDER}/platform`;
const ENGLISH_CALENDAR = `${REPOSITORY}node_modules/lightning-base-components/scopedImports/@salesforce-i18n-calendarData.js`;

type Labels = ReadonlyMap<string, string>;

/** What the Salesforce platform provides and no npm package has: the source of a module by what its name matches. */
const MODULES: readonly (readonly [name: RegExp, source: (match: string, labels: Labels) => string])[] = [
    [/^lightning\/actions$/, () => file('actions')],
    [/^lightning\/empApi$/, () => file('emp-api')],
    [/^lightning\/flowSupport$/, () => file('flow-support')],
    [/^lightning\/messageService$/, () => file('message-service')],
    [/^lightning\/navigation$/, () => file('navigation')],
    [/^lightning\/platformShowToastEvent$/, () => file('show-toast')],
    [/^lightning\/platformWorkspaceApi$/, () => file('workspace-api')],
    [/^lightning\/refresh$/, () => file('refresh')],
    // For right-to-left, the icons of left-to-right serve as well.
    [/^lightning\/(iconSvgTemplates\w+)Rtl$/, (name) => `export { default } from 'lightning/${name}';`],
    [/^lightning\/iconSvgTemplates(Rtl)?$/, () => 'export default {};'],
    [/^@salesforce\/label\/c\.(.+)$/, (name, labels) => value('labels', 'labelNamed', `('${known(name, labels)}')`)],
    [/^@salesforce\/apex\/(.+)$/, (name) => value('call-apex', 'apexMethod', `('${name}')`)],
    [/^@salesforce\/messageChannel\/(.+)$/, (name) => `export default '${knownChannel(name)}';`],
    [/^@salesforce\/user\/Id$/, () => value('session', 'session', '.user.id')],
    [
        /^@salesforce\/userPermission\/(.+)$/,
        (name) => value('session', 'session', `.userPermissions.includes('${name}') || undefined`)
    ],
    [/^@salesforce\/client\/formFactor$/, () => value('session', 'session', '.formFactor')],
    [/^@salesforce\/i18n\/calendarData$/, calendarData],
    [
        /^@salesforce\/i18n\/(lang|locale|dir|timeZone|firstDayOfWeek|number\.\w+Separator|dateTime\.\w+)$/,
        (name) => value('i18n', 'i18n', `['${name}']`)
    ]
];

/** Provides what a component imports from the platform. */
export function platformModules(): Plugin {
    const labels = readCustomLabels();
    return {
        name: 'platform-modules',
        resolveId: (id) => (MODULES.some(([name]) => name.test(id)) ? PREFIX + id : null),
        load(id) {
            if (!id.startsWith(PREFIX)) return null;
            const name = id.slice(PREFIX.length);
            for (const [pattern, source] of MODULES) {
                const match = pattern.exec(name);
                if (match) return source(match[1] ?? '', labels);
            }
            return null;
        }
    };
}

/** A module that is a file of the console page. */
function file(name: string): string {
    return `export * from '${PLATFORM}/${name}.ts';`;
}

/** A module of one value, which is made from what such a file exports. */
function value(name: string, exported: string, access: string): string {
    return `import { ${exported} } from '${PLATFORM}/${name}.ts';\nexport default ${exported}${access};`;
}

function calendarData(): string {
    return (
        `import english from '${ENGLISH_CALENDAR}';\n` +
        `import { calendarDataIn } from '${PLATFORM}/calendar-data.ts';\n` +
        `import { session } from '${PLATFORM}/session.ts';\n` +
        'export default calendarDataIn(english, session.locale.locale);'
    );
}

function known(name: string, labels: Labels): string {
    if (!labels.has(name)) throw new Error(`There is no custom label ${name}.`);
    return name;
}

function knownChannel(name: string): string {
    const path = `${FORCE_APP}messageChannels/${name.replace(/__c$/, '')}.messageChannel-meta.xml`;
    if (!existsSync(path)) throw new Error(`There is no message channel ${name}.`);
    return name;
}
