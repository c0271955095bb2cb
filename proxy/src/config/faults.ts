import type { z } from 'zod';

type Path = readonly PropertyKey[];

/** One line per fault, each starting with its setting, such as `TENANTS_FILE tenants[0].name`. */
export function faultsOf(error: z.ZodError, file = ''): string[] {
    return error.issues.flatMap((issue) => {
        const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
        return paths.map((path) => `${[file, settingOf(path)].filter(Boolean).join(' ')} ${issue.message}`);
    });
}

function settingOf(path: Path): string {
    return path.reduce<string>((text, part) => {
        if (typeof part === 'number') return `${text}[${part}]`;
        return text === '' ? String(part) : `${text}.${String(part)}`;
    }, '');
}
