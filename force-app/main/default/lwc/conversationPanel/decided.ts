import type { ConversationView } from '#contract';
import { isPending, shownState } from 'c/conversationLabels';

/**
 * Whether something was decided since a command failed: then what was said of it is over, and nobody repeats it unasked.
 * What is in doubt is not decided, and an Undo whose time is over decides nothing.
 * @param seen the view that held when it failed
 */
export function isDecidedSince(seen: ConversationView, now: ConversationView): boolean {
    if (shownState(now) === null || isPending(now)) {
        return false;
    }
    const isConfirmedSince =
        now.stateSource === 'proxy' && Date.parse(now.asOf ?? '') > (Date.parse(seen.asOf ?? '') || 0);
    const isOtherUndo = now.undo !== null && now.undo.operationId !== seen.undo?.operationId;
    return isConfirmedSince || isOtherUndo || decisionOf(seen) !== decisionOf(now);
}

function decisionOf({ id, state, block, nativeBlock }: ConversationView): string {
    return JSON.stringify([id, state, block && [block.id, block.state, block.changed], nativeBlock.status]);
}
