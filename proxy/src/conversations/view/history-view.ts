import type { BlockWords, OperationView } from '#contract';
import type { BlockTerms, HistoryEntry } from '../knowledge/records.ts';

/** One line of the history. */
export function operationView(entry: HistoryEntry): OperationView {
    const { id, kind, target, by, reason, note, outcome, failure, nativeBlock } = entry;
    return {
        id,
        kind,
        target,
        origin: entry.origin,
        by,
        reason,
        note,
        until: entry.until?.toISOString() ?? null,
        changed: entry.changed && { before: termsView(entry.changed.before), after: termsView(entry.changed.after) },
        undoes: entry.undoes,
        acceptedAt: entry.acceptedAt.toISOString(),
        endedAt: entry.endedAt?.toISOString() ?? null,
        outcome,
        failure,
        nativeBlock: nativeBlock
    };
}

function termsView({ until, ...said }: BlockTerms): BlockWords {
    return { ...said, until: until?.toISOString() ?? null };
}
