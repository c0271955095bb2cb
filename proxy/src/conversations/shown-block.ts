import type { BlockView } from '#contract';
import { knownState, type Facts } from './known-state.ts';
import type { OpenBlock } from './records.ts';

/** Whether the open block still counts, and how firmly. */
export type BlockStanding = 'none' | BlockView['state'];

/**
 * A block counts until another state is known, and as confirmed while BLOCKED is and GoTallo confirmed it. Another state
 * means that it was ended elsewhere.
 */
export function blockStanding(facts: Facts): BlockStanding {
    const { openBlock } = facts.record;
    if (openBlock === null) return 'none';
    const { state } = knownState(facts);
    if (state === null || !openBlock.confirmed) return 'pending';
    return state === 'BLOCKED' ? 'confirmed' : 'none';
}

/**
 * The block as the view shows it; null when there is none that counts.
 * @param mayRead whether the caller may read the note
 */
export function shownBlock(facts: Facts, mayRead: boolean): BlockView | null {
    const standing = blockStanding(facts);
    const block = facts.record.openBlock;
    return standing === 'none' || block === null ? null : blockView(block, standing, mayRead);
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
