import type { ConversationView } from '#contract';
import type { BlockDraft, BlockMode } from 'c/conversationBlockForm';
import userId from '@salesforce/user/Id';
import type { TaskKind } from './tasks';

/** What each form was left with, however it was left, until it is done. */
export interface Drafts {
    of(mode: BlockMode, view: ConversationView): BlockDraft | null;
    keep(mode: BlockMode, view: ConversationView, draft: BlockDraft): void;
    /** Forgets what has come true, or is about a block that is over. @param kind what was answered with the view */
    forget(kind: TaskKind, view: ConversationView): void;
}

const DONE: readonly TaskKind[] = ['block', 'change', 'unblock', 'undo'];

export function keepDrafts(): Drafts {
    const drafts = new Map<string, BlockDraft>();
    // Of another block nothing was typed yet.
    const keyOf = (mode: BlockMode, { id, block }: ConversationView): string =>
        `${id} ${mode === 'change' && block ? block.id : ''}`;
    return {
        of: (mode, view) => drafts.get(keyOf(mode, view)) ?? null,
        keep(mode, view, draft) {
            drafts.set(keyOf(mode, view), draft);
        },
        forget(kind, view) {
            // A look may show that a block came true after all.
            const isOwn = view.state === 'BLOCKED' && view.block?.by.id === userId;
            for (const key of drafts.keys()) {
                if (key.startsWith(view.id) && (DONE.includes(kind) || (isOwn && key.endsWith(' ')))) {
                    drafts.delete(key);
                }
            }
        }
    };
}
