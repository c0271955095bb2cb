import type { BlockView } from '#contract';
import type { Settings } from 'c/conversationSettings';
import type { BlockDecision, BlockDraft, BlockMode } from './conversationBlockForm';
import { endOf } from './durations';

/**
 * What the form holds when it opens.
 * @param block the open one, which is changed
 */
export function startOf(
    mode: BlockMode,
    settings: Settings,
    block: BlockView | null,
    draft: BlockDraft | null
): BlockDecision {
    const { reason = null, note = null, until = null } = draft ?? (mode === 'change' ? block : null) ?? {};
    const duration = draft?.duration ?? (mode === 'change' ? 'same' : settings.presetDuration);
    return { reason, note, until, duration };
}

/**
 * What the agent decided, with nothing left to compute.
 * @param now in milliseconds since 1970; lengths count from it
 */
export function decisionOf(typed: BlockDecision, block: BlockView | null, now: number): BlockDecision {
    const { duration } = typed;
    const ends: Partial<Record<typeof duration, string | null>> = {
        custom: typed.until,
        same: block?.until ?? null
    };
    return {
        reason: typed.reason || null,
        note: typed.note?.trim() || null,
        until: ends[duration] ?? endOf(duration, now),
        duration
    };
}
