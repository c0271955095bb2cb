import type { BlockView } from '#contract';
import { knownState, type Snapshot } from './known-state.ts';
import type { OpenBlock } from './records.ts';

/** Whether the open block still counts, and how firmly. */
export type BlockStatus = 'none' | BlockView['state'];

/**
 * A block counts until another state is known, and as confirmed while BLOCKED is and GoTallo confirmed it. Another state
 * means that it was ended elsewhere.
 */
export function blockStatus(snapshot: Snapshot): BlockStatus {
    const { openBlock } = snapshot.record;
    if (openBlock === null) return 'none';
    const { state } = knownState(snapshot);
    if (state === null || !openBlock.confirmed) return 'pending';
    return state === 'BLOCKED' ? 'confirmed' : 'none';
}

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
        until: block.until?.toISOString() ?? null,
        by: block.by,
        changed: block.changed && { by: block.changed.by, at: block.changed.at.toISOString() },
        reason: block.reason,
        note: mayRead ? block.note : null,
        state
    };
}
