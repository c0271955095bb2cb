import type { ConversationState, ConversationView, OperationView } from '#contract';
import { AFTER_MESSAGE, type TrueConversation } from '../../fakes/true-conversation.ts';
import { isResolution, isUnfinished, targetOf } from '../contract.ts';
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

/**
 * What a view says that is not at rest; null when all is. A block that will end by itself is not at rest before.
 * @param view null when there was none
 * @param isContradicted the customer wrote, perhaps right before a confirmation by a clock ahead: that stays in doubt until
 *   something later tells
 */
export function unrest(
    view: ConversationView | null,
    operations: readonly OperationView[] | null,
    isContradicted: boolean
): string | null {
    if (view === null || operations === null) return 'it cannot be looked at';
    if (operations.some(isUnfinished)) return 'an operation has not ended';
    if (view.block?.until != null) return `a block has not ended, which ends at ${view.block.until}`;
    if (view.state === null && isContradicted) return null;
    if (view.block?.state === 'pending') return 'a block is pending';
    return view.state === null ? 'the state is in doubt' : null;
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
        ...unheard.map(({ command, status }) => `${command} was answered with ${status}, and is not in the history.`)
    ].map((detail) => ({ invariant: 'journal', detail }));
}

/** Whether GoTallo's state is what was accepted or rightly observed last. @param operations oldest first */
export function notTheLastCommand(operations: readonly OperationView[], { now, ...truth }: LastTruth): Violation[] {
    const last = operations.findLast((it) => !isResolution(it) && it.outcome !== 'failed');
    const target = last === undefined ? truth.start : (targetOf(last) as ConversationState);
    const isReopened = now.state === AFTER_MESSAGE[target] && truth.customerWroteAt > 0;
    if (now.state === target || isReopened) return [];
    const detail = `The last accepted command leads to ${target}, and it is ${now.state}.`;
    return [{ invariant: 'lastCommand', detail }];
}

type LastTruth = Pick<TrueConversation, 'now' | 'start' | 'customerWroteAt'>;

/**
 * Whether no block was ended by a state that was not true anymore, or never was: after GoTallo has confirmed a block,
 * somebody else must have ended it.
 */
export function endedForNothing(operations: readonly OperationView[], truth: TrueConversation): Violation[] {
    let confirmedAt: number | null = null;
    for (const operation of operations.filter((it) => !isResolution(it) && it.outcome === 'confirmed')) {
        const { kind, origin, acceptedAt, endedAt } = operation;
        const state = targetOf(operation) as ConversationState;
        const at = Date.parse(acceptedAt);
        if (origin === 'observation' && confirmedAt !== null && !truth.wasBetween(state, confirmedAt, at)) {
            return [
                { invariant: 'eyes', detail: `A confirmed block was ended at ${acceptedAt} as ${state} elsewhere.` }
            ];
        }
        if (kind === 'block' && endedAt !== null) confirmedAt = Date.parse(endedAt);
    }
    return [];
}

function carriesOut({ command, startedAt, endedAt }: Asked): (operation: OperationView) => boolean {
    return (operation) =>
        isOf(command, operation) &&
        Date.parse(operation.acceptedAt) <= endedAt + WRITING_MS &&
        (operation.endedAt === null || Date.parse(operation.endedAt) >= startedAt - WRITING_MS);
}

function isOf(command: Asked['command'], operation: OperationView): boolean {
    switch (command) {
        case 'undo':
            return operation.undoes !== null;
        case 'retry':
            return operation.retriesNativeBlock;
        case 'brief':
            return operation.kind === 'block';
        case 'block':
        case 'unblock':
            return operation.kind === command;
        default:
            return operation.kind === 'state' && targetOf(operation) === command;
    }
}
