import type { OperationView } from '#contract';
import { isResolution, targetOf } from '../contract.ts';
import { isHarmless } from '../gotallo/fates.ts';
import type { GoTalloCall, PlayedConversation } from '../gotallo/played-conversation.ts';
import type { Violation } from './violation.ts';

/** The times of an operation are those of the process and the database. */
const CLOCKS_MS = 500;

/**
 * Whether a block set the state before it blocked on the channel, and an unblock lifted the channel's block before it
 * set the state. Judged for as long as every call was answered: afterwards the state may rightly be anything.
 */
export function wrongOrder(calls: readonly GoTalloCall[]): Violation[] {
    const disturbed = calls.findIndex(({ fate }) => !isHarmless(fate));
    const judged = disturbed < 0 ? calls : calls.slice(0, disturbed);
    // One that lifts a block comes later where nobody knew before that the channel blocks.
    const wrong = judged.find(
        ({ kind, before }) => kind === 'Block User' && before.state !== 'BLOCKED' && !before.isNativeBlocked
    );
    if (wrong === undefined) return [];
    const detail = `Block User came while the state was ${wrong.before.state}, at ${new Date(wrong.at).toISOString()}.`;
    return [{ invariant: 'order', detail }];
}

/** Whether what took a block back led to the state that the block had found. @param operations oldest first */
export function wrongUndo(operations: readonly OperationView[], truth: PlayedConversation): Violation[] {
    if (truth.calls.some(({ fate }) => !isHarmless(fate))) return [];
    const commands = operations.filter((it) => !isResolution(it));
    for (const operation of commands.filter(({ undoes }) => undoes !== null)) {
        const undone = commands.find(({ id }) => id === operation.undoes);
        if (undone?.kind !== 'block') continue;
        const target = targetOf(operation) as 'OPEN';
        const at = Date.parse(undone.acceptedAt);
        if (truth.wasBetween(target, at - CLOCKS_MS, at + CLOCKS_MS)) continue;
        return [{ invariant: 'undo', detail: `What took ${undone.id} back led to ${target}, which it had not found.` }];
    }
    return [];
}
