import type { BlockView } from '#contract';
import { blockStatus } from '../knowledge/block-status.ts';
import type { Snapshot } from '../knowledge/known-state.ts';
import type { OpenBlock } from '../knowledge/records.ts';
import { termsView } from './terms-view.ts';

/**
 * The block as the view shows it; null when there is none that counts.
 * @param mayRead whether the caller may read the note
 */
export function shownBlock(snapshot: Snapshot, mayRead: boolean): BlockView | null {
    const known = blockStatus(snapshot);
    const block = snapshot.record.openBlock;
    return known === 'none' || block === null ? null : blockView(block, known, mayRead);
}

function blockView(block: OpenBlock, state: BlockView['state'], mayRead: boolean): BlockView {
    return {
        id: block.id,
        since: block.since.toISOString(),
        by: block.by,
        changed: block.changed && { by: block.changed.by, at: block.changed.at.toISOString() },
        ...termsView(block.terms, mayRead),
        state
    };
}
