import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';
import { platformImports } from './platform-imports.ts';

const CHECKED_PERMISSION = /\bcheckPermission\s*\(\s*'([^']+)'/gi;
const CALLOUT = /\bcallout:(\w+)/gi;

/** Custom permissions and named credentials that Apex and components name in text exist. */
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
    const inComponents = org.components
        .flatMap(platformImports)
        .filter(({ kind, name }) => kind === 'customPermission' && !isManaged(name) && !org.customPermissions.has(name))
        .map(({ file, line, name }) => ({ file, line, message: `no custom permission ${name}` }));
    return [...inApex, ...inComponents];
}

function matches(code: string, pattern: RegExp): { name: string; line: number }[] {
    return [...code.matchAll(pattern)].map((match) => ({
        name: match[1] ?? '',
        line: code.slice(0, match.index).split('\n').length
    }));
}

function isManaged(name: string): boolean {
    return name.includes('__');
}
