/** What a search did and found. */
export interface Outcome {
    states: number;
    depth: number;
    seconds: number;
    /** What spin says of it; null when there is none. */
    violation: string | null;
    /** Why not all was searched; null when all was. A search that was ended by a violation is not complete either. */
    incomplete: string | null;
    /** How the violation comes about; empty without one. */
    story: readonly string[];
}

/** What cuts a search short without being a violation, as spin says it. */
const CUT_SHORT = ['max search depth too small', 'reached -DMEMLIM bound', 'out of memory', 'Search not completed'];

/** Reads what a verifier made by spin has printed. @throws Error when there is no result in it */
export function outcomeOf(output: string, seconds: number): Outcome {
    const [, depth, errors] = /depth reached (\d+), errors: (\d+)/.exec(output) ?? [];
    const [, states] = /([\d.e+]+) states, stored/.exec(output) ?? [];
    if (depth === undefined || states === undefined) throw new Error(`The search gave no result:\n${output}`);
    const said = [...output.matchAll(/^pan:\d+: (.*)$/gm)].at(-1)?.[1] ?? null;
    return {
        states: Number(states),
        depth: Number(depth),
        seconds,
        violation: errors === '0' ? null : (said ?? 'a violation'),
        incomplete: CUT_SHORT.find((sign) => output.includes(sign)) ?? null,
        story: []
    };
}
