import type { DurationChoice } from './durations';

/** Whether somebody is blocked, or an open block is changed. */
export type BlockMode = 'block' | 'change';

/** What the agent decided. */
export interface BlockDecision {
    /** Null when none was chosen. */
    reason: string | null;
    /** Null when left empty. */
    note: string | null;
    /** ISO 8601, computed when the form was submitted; null: until somebody unblocks. */
    until: string | null;
    duration: DurationChoice;
}

/** What was entered so far, and nothing else: with it the form opens again as it was left. */
export type BlockDraft = Partial<BlockDecision>;

/** What happened to the conversation while the form is open. */
export interface FormNews {
    /** In words; null when nothing did. */
    notice: string | null;
    /** Whether the form can still be submitted. */
    isPossible: boolean;
}
