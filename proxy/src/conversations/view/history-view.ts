import type { OperationView } from '#contract';
import type { HistoryEntry } from '../knowledge/records.ts';
import { termsView } from './terms-view.ts';

/** One line of the history. */
export function operationView(entry: HistoryEntry): OperationView {
    const { id, kind, target, by, terms, outcome, failure, nativeBlock, changed } = entry;
    return {
        id,
        kind,
        target,
        origin: entry.origin,
        by,
        ...termsView(terms, true),
        changed: changed && { before: termsView(changed.before, true), after: termsView(changed.after, true) },
        undoes: entry.undoes,
        retriesNativeBlock: entry.retriesNativeBlock,
        acceptedAt: entry.acceptedAt.toISOString(),
        endedAt: entry.endedAt?.toISOString() ?? null,
        outcome,
        failure,
        nativeBlock
    };
}
