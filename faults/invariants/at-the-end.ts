import type { ConversationState, OperationView } from '#contract';
import type { TrueConversation } from '../gotallo/true-conversation.ts';
import type { Asked } from '../play/asked.ts';
import type { Violation } from './violation.ts';

/** The times of an operation are taken before the store has written, which takes long when much is going on. */
const WRITING_MS = 5_000;

/** Whether everything reached its end. @param operations oldest first */
export function unfinished(operations: readonly OperationView[]): Violation[] {
    return operations
        .filter(isUnfinished)
        .map(({ kind, id }) => ({ invariant: 'journal', detail: `${kind} ${id} does not reach its end.` }));
}

export function isUnfinished({ endedAt, outcome }: OperationView): boolean {
    return endedAt === null || outcome === 'under-way';
}

/** Whether the history has every operation that was ever seen in it, and everything that an answer said was accepted. */
export function missing(
    operations: readonly OperationView[],
    seen: ReadonlyMap<string, OperationView>,
    asked: readonly Asked[]
): Violation[] {
    const ids = new Set(operations.map(({ id }) => id));
    const lost = [...seen.values()].filter(({ id }) => !ids.has(id));
    const unheard = asked.filter(({ isAccepted }) => isAccepted).filter((ask) => !operations.some(carriesOut(ask)));
    return [
        ...lost.map(({ kind, id }) => `${kind} ${id} was in the history, and is not anymore.`),
        ...unheard.map(({ wish, status }) => `${wish} was answered with ${status}, and is not in the history.`)
    ].map((detail) => ({ invariant: 'journal', detail }));
}

/** Whether GoTallo's state is the last accepted wish. @param operations oldest first */
export function notTheLastWish(operations: readonly OperationView[], truth: TrueConversation): Violation[] {
    const wishes = operations.filter(({ kind, origin }) => kind !== 'platform-block' && origin !== 'evidence');
    const last = wishes.findLast(({ outcome }) => outcome !== 'failed');
    if (last === undefined || last.outcome === 'confirmed') {
        const wish = (last?.wish ?? truth.start) as ConversationState;
        const isReopened = wish === 'CLOSED' && truth.now.state === 'OPEN' && truth.customerWroteAt > 0;
        if (truth.now.state === wish || isReopened) return [];
        return [{ invariant: 'lastWish', detail: `The last accepted wish is ${wish}, and it is ${truth.now.state}.` }];
    }
    return [{ invariant: 'lastWish', detail: `The last accepted wish, ${last.wish}, ended as ${last.outcome}.` }];
}

function carriesOut({ wish, startedAt, endedAt }: Asked): (operation: OperationView) => boolean {
    return (operation) =>
        isOf(wish, operation) &&
        Date.parse(operation.acceptedAt) <= endedAt + WRITING_MS &&
        (operation.endedAt === null || Date.parse(operation.endedAt) >= startedAt - WRITING_MS);
}

function isOf(wish: Asked['wish'], { kind, wish: state, undoes }: OperationView): boolean {
    switch (wish) {
        case 'undo':
            return undoes !== null;
        case 'brief':
            return kind === 'block';
        case 'block':
        case 'unblock':
            return kind === wish;
        default:
            return kind === 'state' && state === wish;
    }
}
