import type { OperationView } from '#contract';
import { isResolution, nativeIn, targetOf, type NativeStatus } from '../contract.ts';
import type { GoTalloCall } from '../gotallo/played-conversation.ts';
import type { Violation } from './violation.ts';

/**
 * Whether no Block User was sent while another one could still take effect, and every one belongs to an operation that
 * may send it: each to another one, in their order; a block from a status that was known to be free, an unblock from one
 * that was known to be blocked; and the history tells of it. By their order rather than by their times, which are taken
 * before the store has written.
 * @param operations oldest first; one was carried out at a time
 * @param calls every request that GoTallo got, in their order
 */
export function wrongNativeCalls(operations: readonly OperationView[], calls: readonly GoTalloCall[]): Violation[] {
    const toggles = calls.filter(({ kind }) => kind === 'Block User');
    const early = toggles.find(({ wasToggleInFlight }) => wasToggleInFlight);
    if (early) {
        const detail = `The Block User of ${timeOf(early)} came while another one could still take effect.`;
        return [{ invariant: 'toggle', detail }];
    }
    const senders = sendersOf(operations);
    let next = 0;
    for (const call of toggles) {
        const found = senders.findIndex((it, index) => index >= next && maySend(it, call));
        if (found < 0) return [unexplained(call, operations)];
        next = found + 1;
    }
    return [];
}

/**
 * Operations of which the history tells that they touched the native block, from a status that was known. One that was
 * taken up again after a person had said what the channel shows goes by what they said.
 */
function sendersOf(operations: readonly OperationView[]): OperationView[] {
    const senders: OperationView[] = [];
    const rest = [...operations];
    let status: NativeStatus | null = 'not-blocked';
    for (let operation = rest.shift(); operation !== undefined; operation = rest.shift()) {
        const { kind } = operation;
        const native = nativeIn(operation);
        const isFree = status === 'not-blocked' || status === 'refused';
        const isKnown = (kind === 'block' && isFree) || (kind === 'unblock' && status === 'blocked');
        const said = isKnown || native === null ? -1 : lastSaidDuring(operation, rest);
        if (said >= 0) {
            rest.splice(said + 1, 0, operation);
            continue;
        }
        if (isKnown && native !== null) senders.push(operation);
        status = isResolution(operation) ? resolved(operation) : (native ?? status);
    }
    return senders;
}

/** Where among the later ones a person last said something before the operation ended; -1: nowhere. */
function lastSaidDuring(operation: OperationView, later: readonly OperationView[]): number {
    const endedAt = operation.endedAt === null ? Infinity : Date.parse(operation.endedAt);
    return isResolution(operation) ? -1 : later.findLastIndex((it) => isResolution(it) && began(it) <= endedAt);
}

function resolved(operation: OperationView): NativeStatus {
    return targetOf(operation) === 'blocked' ? 'blocked' : 'not-blocked';
}

function maySend(operation: OperationView, { at, made }: GoTalloCall): boolean {
    const isAsAskedFor = made === null || made.isNativeBlocked === (operation.kind === 'block');
    return isAsAskedFor && began(operation) <= at;
}

function unexplained(call: GoTalloCall, operations: readonly OperationView[]): Violation {
    const { at, made } = call;
    const last = operations.findLast((it) => !isResolution(it) && began(it) <= at);
    const isOpposite = made !== null && last !== undefined && made.isNativeBlocked !== (last.kind === 'block');
    const led = made === null ? 'had no effect' : `led to ${made.isNativeBlocked ? 'blocked' : 'not blocked'}`;
    const detail = `No operation explains the Block User of ${timeOf(call)}, which ${led}.`;
    return { invariant: isOpposite ? 'direction' : 'toggle', detail };
}

function timeOf({ at }: GoTalloCall): string {
    return new Date(at).toISOString().slice(11, 23);
}

function began({ acceptedAt }: OperationView): number {
    return Date.parse(acceptedAt);
}
