import type { OperationView } from '#contract';
import type { GoTalloCall } from '../gotallo/true-conversation.ts';
import type { Violation } from './violation.ts';

type Status = OperationView['platformBlock'];

/**
 * Whether every Block User belongs to an operation that may send it: each to another one, in their order; a block from a
 * status that was known to be free, an unblock from one that was known to be blocked; and the history tells of it.
 * By their order rather than by their times, which are taken before the store has written.
 * @param operations oldest first; one was carried out at a time
 * @param calls every request that GoTallo got, in their order
 */
export function wrongPlatformCalls(operations: readonly OperationView[], calls: readonly GoTalloCall[]): Violation[] {
    const senders = sendersOf(operations);
    let next = 0;
    for (const call of calls.filter(({ kind }) => kind === 'Block User')) {
        const found = senders.findIndex((it, index) => index >= next && maySend(it, call));
        if (found < 0) return [unexplained(call, operations)];
        next = found + 1;
    }
    return [];
}

/** Operations of which the history tells that they touched the channel's own block, from a status that was known. */
function sendersOf(operations: readonly OperationView[]): OperationView[] {
    const senders: OperationView[] = [];
    let status: Status = 'not-blocked';
    for (const operation of operations) {
        const { kind, platformBlock } = operation;
        const isFree = status === 'not-blocked' || status === 'refused';
        const isKnown = (kind === 'block' && isFree) || (kind === 'unblock' && status === 'blocked');
        if (isKnown && platformBlock !== null) senders.push(operation);
        status = kind === 'platform-block' ? settled(operation) : (platformBlock ?? status);
    }
    return senders;
}

function settled({ wish }: OperationView): Status {
    return wish === 'blocked' ? 'blocked' : 'not-blocked';
}

function maySend(operation: OperationView, { at, made }: GoTalloCall): boolean {
    const isAsWished = made === null || made.isPlatformBlocked === (operation.kind === 'block');
    return isAsWished && began(operation) <= at;
}

function unexplained({ at, made }: GoTalloCall, operations: readonly OperationView[]): Violation {
    const last = operations.findLast((it) => it.kind !== 'platform-block' && began(it) <= at);
    const isOpposite = made !== null && last !== undefined && made.isPlatformBlocked !== (last.kind === 'block');
    const led = made === null ? 'was not applied' : `led to ${made.isPlatformBlocked ? 'blocked' : 'not blocked'}`;
    const detail = `No operation explains the Block User of ${new Date(at).toISOString().slice(11, 23)}, which ${led}.`;
    return { invariant: isOpposite ? 'direction' : 'toggle', detail };
}

function began({ acceptedAt }: OperationView): number {
    return Date.parse(acceptedAt);
}
