import type { ConversationView, OperationView } from '#contract';
import getHistory from '@salesforce/apex/GoTalloConversationController.getHistory';
import { reduceErrors } from 'c/conversationErrors';
import type { ConversationError } from 'c/conversationErrors';
import { Latest } from './latest';
import type { Subject } from './tasks';

/** What is known of the history of one conversation. */
export interface History {
    /** Newest first; null until it was asked for. */
    operations: readonly OperationView[] | null;
    error: ConversationError | null;
    isBusy: boolean;
}

export const NO_HISTORY: History = { operations: null, error: null, isBusy: false };

/** Loads the history when it is asked for, and again when the conversation has changed since. */
export class HistoryLoader {
    private readonly draw: (history: History) => unknown;
    private readonly latest = new Latest();
    private history = NO_HISTORY;
    private of: ConversationView | null = null;

    constructor(draw: (history: History) => unknown) {
        this.draw = draw;
    }

    async load(subject: Subject | null, view: ConversationView | null): Promise<void> {
        if (!subject || !view) {
            return;
        }
        const isCurrent = this.latest.begin();
        this.of = view;
        this.show({ ...this.history, error: null, isBusy: true });
        const history = await this.ask(subject, view.id);
        if (isCurrent()) {
            this.show(history);
        }
    }

    /** To be told of every view: whoever reads the history sees what was just done in it. */
    follow(subject: Subject | null, view: ConversationView | null): void {
        if (view?.id !== this.of?.id) {
            this.latest.begin();
            this.of = null;
            this.show(NO_HISTORY);
        } else if (view && this.of && isOther(this.of, view)) {
            void this.load(subject, view);
        }
    }

    private async ask(subject: Subject, conversationId: string): Promise<History> {
        try {
            const { operations } = await getHistory({ ...subject, conversationId });
            return { operations, error: null, isBusy: false };
        } catch (thrown) {
            return { operations: this.history.operations, error: reduceErrors(thrown), isBusy: false };
        }
    }

    private show(history: History): void {
        if (history !== this.history) {
            this.history = history;
            this.draw(history);
        }
    }
}

function isOther(one: ConversationView, other: ConversationView): boolean {
    const parts = ({ state, block, platformBlock }: ConversationView) => JSON.stringify([state, block, platformBlock]);
    return parts(one) !== parts(other);
}
