import type { ConversationView } from '#contract';
import { isInDoubt } from 'c/conversationLabels';
import { watchEnd } from './endOfBlock';

/** What was sent to the channel without an answer takes effect within this time, as the proxy counts by default, or never. */
const USUAL_MS = 30_000;

/**
 * Looks once more when nothing can change the channel by itself anymore, for then a supervisor may say what it shows. Nothing
 * else tells: it is over with time alone.
 * @returns to be told of every view that is shown; null ends all waiting
 */
export function watchDoubt(look: () => unknown): (view: ConversationView | null) => void {
    const watch = watchEnd(look);
    let doubted: string | null = null;
    let until: string | null = null;

    return (view) => {
        const isOpen = view && isInDoubt(view) && view.nativeBlock.version === null;
        const id = isOpen ? view.id : null;
        if (id !== doubted) {
            doubted = id;
            until = id === null ? null : new Date(Date.now() + USUAL_MS).toISOString();
        }
        watch(until);
    };
}
