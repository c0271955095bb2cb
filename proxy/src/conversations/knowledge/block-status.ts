import type { BlockView } from '#contract';
import { knownState, type Snapshot } from './known-state.ts';

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
