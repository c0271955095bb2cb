import type { ConversationView, OperationView } from '#contract';
import getHistory from '@salesforce/apex/GoTalloConversationController.getHistory';
import { means, reduceErrors } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import { latest } from './latest';
import { isSame } from './same';
import type { Subject } from './tasks';
import { mayOnlyLook } from './viewer';

/** What is known of the history of one conversation. */
export interface History {
    /** Newest first; null until it was asked for. */
    operations: readonly OperationView[] | null;
    error: ConversationError | null;
    isBusy: boolean;
}

export interface HistoryKeeper {
    load(view: ConversationView | null): Promise<void>;
    /** To be told of every view: whoever reads the history sees what was just done in it. */
    follow(view: ConversationView | null): void;
}

export const NO_HISTORY: History = { operations: null, error: null, isBusy: false };

/** Loads the history when it is asked for, and again when the conversation has changed since. */
export function keepHistory(subjectOf: () => Subject | null, draw: (history: History) => void): HistoryKeeper {
    const begin = latest();
    let history = NO_HISTORY;
    let shown: ConversationView | null = null;

    const show = (changes: Partial<History>): void => {
        history = { ...history, ...changes };
        draw(history);
    };
    const load = async (view: ConversationView | null): Promise<void> => {
        const subject = subjectOf();
        if (subject && view) {
            const isCurrent = begin();
            shown = view;
            show({ error: null, isBusy: true });
            const answer = await ask(subject, view.id);
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

async function ask(subject: Subject, conversationId: string): Promise<Partial<History>> {
    try {
        const { operations } = await getHistory({ ...subject, conversationId });
        return { operations };
    } catch (thrown) {
        const error = reduceErrors(thrown);
        return means(error.code, 'no-access') ? { operations: null, error } : { error };
    }
}
