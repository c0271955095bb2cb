import type { AgentName, EarlierBlockView } from '#contract';

/**
 * What ends a block: an agent, its own end, or somebody elsewhere. `taken-back`: Undo did, within its half minute, so that
 * it is as if it had never been.
 */
export type BlockEnd = EarlierBlockView['ended'] | 'taken-back';

/** A block that held and is over. */
export interface EarlierBlock {
    since: Date;
    endedAt: Date;
    ended: EarlierBlockView['ended'];
    /** Who had blocked. */
    by: AgentName;
    reason: string | null;
}

/** The blocks of the conversation that held and are over, but those that were taken back. */
export interface EarlierBlocks {
    count: number;
    last: EarlierBlock;
}
