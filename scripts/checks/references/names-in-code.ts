import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';
import { isManaged } from './managed-names.ts';
import { platformImports } from './platform-imports.ts';

const CHECKED_PERMISSION = /\bcheckPermission\s*\(\s*'([^']+)'/gi;
const EVENT_CHANNEL = /\/event\/(\w+)/g;
const CALLOUT = /\bcallout:(\w+)/gi;

/** Custom permissions, named credentials, message channels and events that Apex and components name in text exist. */
export function checkNamesInCode(org: Org): Problem[] {
    const credentials = new Set(org.namedCredentials.map(({ name }) => name));
    const inApex = [...org.classes.values()].flatMap(({ path: file, code }) => [
        ...matches(code, CHECKED_PERMISSION)
            .filter(({ name }) => !isManaged(name) && !org.customPermissions.has(name))
            .map(({ name, line }) => ({ file, line, message: `no custom permission ${name}` })),
        ...matches(code, CALLOUT)
            .filter(({ name }) => !credentials.has(name))
            .map(({ name, line }) => ({ file, line, message: `no named credential ${name}` }))
    ]);
    return [...inApex, ...importProblems(org), ...eventProblems(org)];
}

function importProblems(org: Org): Problem[] {
    const missing: Record<string, (name: string) => string | null> = {
        customPermission: (name) => (org.customPermissions.has(name) ? null : `no custom permission ${name}`),
        messageChannel: (name) =>
            org.messageChannels.has(name.replace(/__c$/, '')) ? null : `no message channel ${name}`
    };
    return org.components.flatMap(platformImports).flatMap(({ file, line, kind, name }) => {
        const message = isManaged(name) ? null : (missing[kind]?.(name) ?? null);
        return message === null ? [] : [{ file, line, message }];
    });
}

/** An event that does not exist cannot be subscribed to, and the card would only lag. */
function eventProblems(org: Org): Problem[] {
    return org.components.flatMap(({ path: file, text }) =>
        matches(text, EVENT_CHANNEL)
            .filter(({ name }) => !isManaged(name) && !org.objects.has(name))
            .map(({ name, line }) => ({ file, line, message: `no platform event ${name}` }))
    );
}

function matches(code: string, pattern: RegExp): { name: string; line: number }[] {
    return [...code.matchAll(pattern)].map((match) => ({
        name: match[1] ?? '',
        line: code.slice(0, match.index).split('\n').length
    }));
}
