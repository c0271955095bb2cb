import type { Card } from './card';
import type { Task } from './tasks';

/** What an agent has typed for the colleague whose block they would end. It is about that block, and no other. */
export interface Word {
    blockId: string | undefined;
    note: string;
}

/** What was typed about the block that is asked about. */
export function wordFor({ question, word }: Pick<Card, 'question' | 'word'>): string | null {
    return question && word?.blockId === question.view.block?.id ? (word?.note ?? null) : null;
}

/** What is done on a yes, with the word; null where a yes was meant for what stood there before. */
export function taskOnYes(card: Pick<Card, 'question' | 'word'>): Task | null {
    const { task = null, notBefore = 0 } = card.question ?? {};
    if (Date.now() < notBefore) {
        return null;
    }
    return task?.kind === 'unblock'
        ? { kind: task.kind, command: { ...task.command, note: wordFor(card)?.trim() || null } }
        : task;
}
