import type { InstallContext } from '../context.ts';

/** What the preflight noticed. An obstacle keeps the installation from starting, a warning does not. */
export interface Finding {
    name: string;
    level: 'obstacle' | 'warning';
    what: string;
    mend: string;
}

/** Looks at one thing and changes nothing. */
export type PreflightCheck = (context: InstallContext) => Promise<Finding[]>;

export function obstacle(name: string, what: string, mend: string): Finding {
    return { name, level: 'obstacle', what, mend };
}

export function warning(name: string, what: string, mend: string): Finding {
    return { name, level: 'warning', what, mend };
}
