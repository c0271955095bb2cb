import { fixed } from './table.ts';

/** A number to reach, and the number that was. */
export interface Goal {
    what: string;
    goal: string;
    /** As it was measured, with its unit. */
    measured: string;
    /** Null: it was not measured. */
    isMet: boolean | null;
}

/** How a goal's end is printed. */
export function goalWord({ isMet }: Pick<Goal, 'isMet'>): string {
    if (isMet === null) return 'not measured';
    return isMet ? 'met' : 'NOT MET';
}

/** A number that is to be so much or more. */
export function atLeast(what: string, value: number, least: number): Goal {
    return goalOf(what, value, { goal: `${fixed(least, 2)} at least`, decimals: 2, unit: '', isMet: value >= least });
}

/** A number that is to be below another. */
export function below(what: string, value: number, limit: number): Goal {
    return goalOf(what, value, { goal: `below ${fixed(limit, 2)}`, decimals: 2, unit: '', isMet: value < limit });
}

/** A number with its unit that is to be so much or less. */
export function atMost(what: string, value: number, most: number, unit: 'ms' | 'MB'): Goal {
    const decimals = unit === 'ms' ? 2 : 0;
    return goalOf(what, value, { goal: `${most} ${unit} at most`, decimals, unit: ` ${unit}`, isMet: value <= most });
}

interface Judged {
    goal: string;
    decimals: number;
    unit: string;
    isMet: boolean;
}

function goalOf(what: string, value: number, { goal, decimals, unit, isMet }: Judged): Goal {
    if (!Number.isFinite(value)) return { what, goal, measured: '–', isMet: null };
    return { what, goal, measured: `${fixed(value, decimals)}${unit}`, isMet };
}
