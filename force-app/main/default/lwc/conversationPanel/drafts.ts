import type { ConversationView } from '#contract';
import type { BlockDraft } from 'c/conversationBlockForm';
import { isBlocked } from 'c/conversationLabels';
import userId from '@salesforce/user/Id';
import type { TaskKind } from './tasks';

/** What an agent is asked, and types an answer to. */
export interface Asked<K extends TaskKind = TaskKind> {
    kind: K;
    /** What the agent looked at. */
    view: ConversationView;
}

/** What each form, and the word to a colleague, was left with, however it was left, until it is done. */
export interface Drafts {
    of(asked: Asked): BlockDraft | null;
    keep(asked: Asked, draft: BlockDraft): void;
    /** Forgets what has come true, or is about a block that is over. @param kind what was answered with the view */
    forget(kind: TaskKind, view: ConversationView | null): void;
}

const DONE: readonly TaskKind[] = ['block', 'change', 'unblock', 'undo'];

export function keepDrafts(): Drafts {
    const drafts = new Map<string, BlockDraft>();
    // Of another block nothing was typed yet.
    const keyOf = ({ kind, view: { id, block } }: Asked): string =>
        `${id} ${kind === 'block' ? '' : kind + (block?.id ?? '')}`;
    return {
        of: (asked) => drafts.get(keyOf(asked)) ?? null,
        keep(asked, draft) {
            drafts.set(keyOf(asked), draft);
        },
        forget(kind, view) {
            // A look may show that a block came true after all.
            const isOwn = view && isBlocked(view) && view.block?.by.id === userId;
            for (const key of drafts.keys()) {
                if (view && key.startsWith(view.id) && (DONE.includes(kind) || (isOwn && key.endsWith(' ')))) {
                    drafts.delete(key);
                }
            }
        }
    };
}
