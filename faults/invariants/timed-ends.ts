import type { OperationView } from '#contract';
import { isResolution } from '../contract.ts';
import type { Violation } from './violation.ts';

/** The times of an operation and of an end are those of two clocks: the process's, and the database's. */
const CLOCKS_MS = 1_000;

/**
 * Whether every block that ended by itself had come to the end that was asked for last.
 * @param operations oldest first
 */
export function wrongEnds(operations: readonly OperationView[]): Violation[] {
    const violations: Violation[] = [];
    /** What each operation found, for one that takes it back. */
    const found = new Map<string, number | null>();
    let until: number | null = null;
    for (const operation of operations.filter(({ outcome }) => outcome !== 'failed')) {
        const { id, origin, acceptedAt } = operation;
        const isDue = until !== null && until <= Date.parse(acceptedAt) + CLOCKS_MS;
        if (origin === 'timer' && !isDue) {
            const asked = until === null ? 'none was asked for' : `it was asked for ${new Date(until).toISOString()}`;
            violations.push({ invariant: 'timer', detail: `A block ended by itself at ${acceptedAt}, and ${asked}.` });
        }
        found.set(id, until);
        if (!isResolution(operation)) until = endAfter(operation, until, found);
    }
    return violations;
}

/** A block that does not speak of an end keeps the one it has, unless that is over; one given back has the one it had. */
function endAfter(
    { kind, until, undoes, acceptedAt }: OperationView,
    before: number | null,
    found: ReadonlyMap<string, number | null>
): number | null {
    if (kind !== 'block') return null;
    if (undoes !== null) return found.get(undoes) ?? null;
    if (until !== null) return Date.parse(until);
    const isOver = before !== null && before <= Date.parse(acceptedAt) - CLOCKS_MS;
    return isOver ? null : before;
}
