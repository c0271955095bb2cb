import type { BlockView } from '#contract';
import { knownState, type Facts } from './known-state.ts';
import type { OpenBlock } from './records.ts';

/** Whether the open block still counts, and how firmly. */
export type BlockStanding = 'none' | BlockView['state'];

/**
 * A block counts while the newest evidence says BLOCKED, and as confirmed when GoTallo confirmed it or that evidence is
 * newer than the agent's click. Newer evidence of another state means that it was ended elsewhere.
 */
export function blockStanding(facts: Facts): BlockStanding {
    const { openBlock } = facts.record;
    if (openBlock === null) return 'none';
    const { state, at } = knownState(facts);
    if (at === null) return 'pending';
    const isToldSince = at > openBlock.since;
    if (state === 'BLOCKED') return openBlock.confirmed || isToldSince ? 'confirmed' : 'pending';
    return openBlock.confirmed || isToldSince ? 'none' : 'pending';
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
        changed: null,
        reason: block.reason,
        note: mayRead ? block.note : null,
        state
    };
}
