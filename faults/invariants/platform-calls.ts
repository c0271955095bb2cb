import type { OperationView } from '#contract';
import type { GoTalloCall } from '../gotallo/true-conversation.ts';
import type { Violation } from './violation.ts';

type Status = OperationView['platformBlock'];

/**
 * Whether Block User was sent once for an operation at most, only from a status that was known to be the other one, and
 * whether the history tells of it what is true.
 * @param operations oldest first; one was carried out at a time
 * @param calls every request that GoTallo got, in their order
 */
export function wrongPlatformCalls(operations: readonly OperationView[], calls: readonly GoTalloCall[]): Violation[] {
    const sent = calls.filter(({ kind }) => kind === 'Block User');
    const violations: Violation[] = [];
    let status: Status = 'not-blocked';
    for (const [index, operation] of operations.entries()) {
        const own = sent.filter(({ at }) => index === indexAt(operations, at));
        violations.push(...wrongSendings(operation, status, own));
        status = statusAfter(operation, status, own.length > 0);
    }
    const first = operations[0];
    if (sent.some(({ at }) => first === undefined || at < began(first))) {
        violations.push({ invariant: 'journal', detail: 'Block User was sent before any operation was accepted.' });
    }
    return violations;
}

function wrongSendings(operation: OperationView, status: Status, sent: readonly GoTalloCall[]): Violation[] {
    const [call] = sent;
    if (call === undefined) return [];
    const what = `${operation.kind} ${operation.id}`;
    const violations: Violation[] = [];
    if (sent.length > 1) {
        violations.push({ invariant: 'toggle', detail: `Block User was sent ${sent.length} times for ${what}.` });
    }
    const isRight = operation.kind === 'block' ? status !== 'blocked' : status === 'blocked';
    if (!isRight || status === 'unconfirmed' || status === null) {
        violations.push({ invariant: 'toggle', detail: `Block User was sent for ${what} while "${status}".` });
    }
    const made = call.made?.isPlatformBlocked;
    if (made !== undefined && made !== (operation.kind === 'block')) {
        violations.push({ invariant: 'direction', detail: `Block User for ${what} led to the opposite.` });
    }
    if (operation.platformBlock === null) {
        violations.push({ invariant: 'journal', detail: `The history does not tell of Block User for ${what}.` });
    }
    return violations;
}

function statusAfter(operation: OperationView, before: Status, wasSent: boolean): Status {
    if (operation.kind === 'platform-block') return operation.wish === 'blocked' ? 'blocked' : 'not-blocked';
    return operation.platformBlock ?? (wasSent ? 'unconfirmed' : before);
}

/** Which operation was under way at a time: the first of those that had not ended, as they came one after the other. */
function indexAt(operations: readonly OperationView[], at: number): number {
    const open = operations.findIndex(
        (it) => it.kind !== 'platform-block' && began(it) <= at && (it.endedAt === null || Date.parse(it.endedAt) >= at)
    );
    return open >= 0 ? open : operations.findLastIndex((it) => began(it) <= at);
}

function began({ acceptedAt }: OperationView): number {
    return Date.parse(acceptedAt);
}
