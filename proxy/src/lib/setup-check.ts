import type { SetupCheck, SetupCheckName, SetupCodes, SetupFact, SetupStatus } from '#contract';

/** What a check has found. */
export interface SetupFinding<C extends string = string> {
    status: SetupStatus;
    code: C;
    facts?: readonly SetupFact[];
    /** Below the org's address. */
    link?: string;
    letter?: string;
}

/**
 * One thing that can be wrong with the set-up, written beside the part that knows it. It changes nothing, and says
 * nothing secret. What it throws counts as not known.
 */
export type SetupProbe<N extends SetupCheckName = SetupCheckName> = {
    [Name in N]: { name: Name; find(): SetupFinding<SetupCodes[Name]> | Promise<SetupFinding<SetupCodes[Name]>> };
}[N];

/** How probes are run. */
export interface ProbeOptions {
    /** How long one is waited for. */
    timeoutMs?: number;
    /** Told of what a probe threw. */
    onFailure?: (name: SetupCheckName, error: unknown) => void;
}

/** Long enough for every time limit within a probe, and short enough for Apex, which waits for 45 seconds. */
const TIMEOUT_MS = 8_000;

const PROBLEMS_FIRST: readonly SetupStatus[] = ['error', 'warning', 'unknown', 'ok'];

/** Runs all probes at once. One that hangs or throws is a row like the others. */
export async function runProbes(
    probes: readonly SetupProbe[],
    { timeoutMs = TIMEOUT_MS, onFailure = () => {} }: ProbeOptions = {}
): Promise<SetupCheck[]> {
    return Promise.all(
        probes.map(async ({ name, find }) => {
            const found = await inTime(async () => find(), timeoutMs).catch((error: unknown): SetupFinding => {
                onFailure(name, error);
                return { status: 'unknown', code: 'failed' };
            });
            return rowOf(name, found);
        })
    );
}

/** Problems first; what is equally bad stays in its order. */
export function problemsFirst<R extends Pick<SetupCheck, 'status'>>(checks: readonly R[]): R[] {
    return checks.toSorted((a, b) => PROBLEMS_FIRST.indexOf(a.status) - PROBLEMS_FIRST.indexOf(b.status));
}

function rowOf(name: SetupCheckName, { status, code, facts = [], link, letter }: SetupFinding): SetupCheck {
    return { name, status, code: code as SetupCheck['code'], facts, link: link ?? null, letter: letter ?? null };
}

async function inTime(find: () => Promise<SetupFinding>, timeoutMs: number): Promise<SetupFinding> {
    const tooLong = Promise.withResolvers<SetupFinding>();
    const late: SetupFinding = { status: 'unknown', code: 'timedOut', facts: [timeoutMs / 1000] };
    const timer = setTimeout(() => tooLong.resolve(late), timeoutMs);
    try {
        return await Promise.race([find(), tooLong.promise]);
    } finally {
        clearTimeout(timer);
    }
}
