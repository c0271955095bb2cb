import type { ConversationView, HistoryView, OperationView } from '#contract';
import getHistory from '@salesforce/apex/GoTalloConversationController.getHistory';
import { means, reduceErrors } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import { latest } from './latest';
import type { HistoryRequest } from 'c/conversationHistory';
import { isSame } from './same';
import type { Subject } from './tasks';
import { mayOnlyLook } from './viewer';

/** What is known of the history of one conversation. */
export interface History {
    /** Newest first; null until it was asked for. */
    operations: readonly OperationView[] | null;
    /** Of the page after these; null when there is nothing older. */
    cursor: string | null;
    error: ConversationError | null;
    isBusy: boolean;
}

export interface HistoryKeeper {
    /** Loads what is asked for: all anew, the next page, or once more what failed. */
    load(view: ConversationView | null, request?: HistoryRequest): Promise<void>;
    /** To be told of every view: whoever reads the history sees what was just done in it. */
    follow(view: ConversationView | null): void;
}

export const NO_HISTORY: History = { operations: null, cursor: null, error: null, isBusy: false };

/** Loads the history when it is asked for, and again when the conversation has changed since. */
export function keepHistory(subjectOf: () => Subject | null, draw: (history: History) => void): HistoryKeeper {
    const begin = latest();
    let history = NO_HISTORY;
    let shown: ConversationView | null = null;
    let wanted: HistoryRequest = 'all';

    const show = (changes: Partial<History>): void => {
        history = { ...history, ...changes };
        draw(history);
    };
    const load = async (view: ConversationView | null, request: HistoryRequest = 'all'): Promise<void> => {
        const subject = subjectOf();
        if (subject && view) {
            const isCurrent = begin();
            shown = view;
            wanted = request === 'again' ? wanted : request;
            show({ error: null, isBusy: true });
            const answer = await ask(subject, view.id, history, wanted);
            if (isCurrent()) {
                show({ ...answer, isBusy: false });
            }
        }
    };
    return {
        load,
        follow(view) {
            if (shown && (shown.id !== view?.id || mayOnlyLook(view))) {
                begin();
                shown = null;
                show(NO_HISTORY);
            } else if (shown && view && !isSame(shown, view)) {
                void load(view);
            }
        }
    };
}

async function ask(
    subject: Subject,
    conversationId: string,
    known: History,
    wanted: HistoryRequest
): Promise<Partial<History>> {
    const cursor = wanted === 'more' ? known.cursor : null;
    try {
        const page = await getHistory({ ...subject, conversationId, cursor });
        return cursor === null
            ? withOlder(page, known)
            : { operations: [...(known.operations ?? []), ...page.operations], cursor: page.nextCursor };
    } catch (thrown) {
        const error = reduceErrors(thrown);
        return means(error.code, 'no-access') ? { ...NO_HISTORY, error } : { error };
    }
}

/** The newest page, and what is known of before: somebody may be reading there. */
function withOlder({ operations, nextCursor }: HistoryView, known: History): Partial<History> {
    const before = known.operations ?? [];
    const met = before.findIndex(({ id }) => id === operations.at(-1)?.id);
    return met < 0
        ? { operations, cursor: nextCursor }
        : { operations: [...operations, ...before.slice(met + 1)], cursor: known.cursor };
}
