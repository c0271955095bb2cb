import type { OrgFacts } from './facts.ts';
import type { Finding } from './preflight/finding.ts';
import type { Verdict } from './proof/verdicts.ts';
import { EXIT, type ExitCode } from './trouble.ts';

/** How a step ended. `follows`: a dry run cannot try it, because a step before it was not really done. */
type StepState = 'there before' | 'done' | 'would be done' | 'follows' | 'failed' | 'not reached';

export interface StepReport {
    number: number;
    title: string;
    state: StepState;
    words: string;
}

/** Everything that a run found out and did; with --json, this is printed. Holds no secret. */
export interface Report {
    org: Pick<OrgFacts, 'orgId' | 'name' | 'edition' | 'isProduction' | 'instanceUrl' | 'myDomain' | 'username'> | null;
    findings: readonly Finding[];
    steps: StepReport[];
    proof: Verdict | null;
    /** Why it ended early. */
    trouble: { words: string; mend: string } | null;
    /** What only people can do. */
    left: readonly string[];
    /** The command that goes on. */
    goOn: string;
    exitCode: ExitCode;
}

export function emptyReport(titles: readonly string[], goOn: string): Report {
    const steps = titles.map((title, index) => ({
        number: index + 1,
        title,
        state: 'not reached' as const,
        words: ''
    }));
    const nothing = { org: null, findings: [], proof: null, trouble: null, left: [] };
    return { ...nothing, steps, goOn, exitCode: EXIT.well };
}

/** What was done and what was not, for a run that did not come to its end. */
export function wordsForBrokenOff({ steps, goOn }: Report): string[] {
    const isDone = ({ state }: StepReport): boolean => state === 'done' || state === 'there before';
    const name = ({ number, title }: StepReport): string => `${number} ${title}`;
    const done = steps.filter(isDone).map(name);
    const open = steps.filter((step) => !isDone(step)).map(name);
    return [
        `Done:     ${done.join(', ') || 'nothing'}`,
        `Not done: ${open.join(', ') || 'nothing'}`,
        `To go on: ${goOn}`
    ];
}

/** What people do next, in the org, at the proxy and at GoTallo. */
export function wordsForFinding({ level, name, what, mend }: Finding): string[] {
    return [`${level === 'obstacle' ? '✗' : '!'} ${name}: ${what}`, `    ${mend}`];
}
