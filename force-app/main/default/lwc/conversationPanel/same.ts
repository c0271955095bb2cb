import type { ConversationView } from '#contract';
import { shownState } from 'c/conversationLabels';

/** Whether two views show the same conversation in the same state, with the same block. */
export function isSame(one: ConversationView, other: ConversationView): boolean {
    return substanceOf(one) === substanceOf(other);
}

function substanceOf(view: ConversationView): string {
    return JSON.stringify([view.id, shownState(view), view.block, view.nativeBlock.status]);
}
