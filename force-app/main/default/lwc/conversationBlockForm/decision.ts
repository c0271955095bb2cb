import type { DurationChoice } from './durations';

/** Whether somebody is blocked, or an open block is changed. */
export type BlockMode = 'block' | 'change';

/** What the agent decided. It is a draft too: with it the form opens again as it was left. */
export interface BlockDecision {
    /** Null when none was chosen. */
    reason: string | null;
    /** Null when left empty. */
    note: string | null;
    /** ISO 8601, computed when the form was submitted; null: until somebody unblocks. */
    until: string | null;
    duration: DurationChoice;
}

/** What to start with. */
export type BlockDraft = Partial<BlockDecision>;
