import type { BlockView, ConversationState } from '#contract';
import { ago, ahead, exactTime, format, momentOf, reasonLabel } from 'c/conversationLabels';
import type { Moment } from 'c/conversationLabels';
import { i18n } from './labels';

/** How long the proxy may take before its work at the end of a block is called late. */
const GRACE_MS = 60_000;

/** A block in words, as far as it is known at one moment. */
export interface Facts {
    byTerm: string;
    by: string;
    since: Moment;
    /** When it ends, or that it should have; null when it has no end. */
    until: string | null;
    /** How long it still lasts; null where that is over or never. */
    left: string | null;
    reason: string | null;
    note: string | null;
    /** All but the note in one line, for little room. */
    line: string;
}

/** @param state of the conversation: only one that is BLOCKED shows that a block outlived its end */
export function factsOf(block: BlockView, state: ConversationState | null, now: number): Facts {
    const isPending = block.state === 'pending';
    const reason = block.reason ? reasonLabel(block.reason) : null;
    const end = endOf(block.until, state, now);
    const line = [
        format(isPending ? i18n.askedByWho : i18n.blockedByWho, block.by.name),
        ago(block.since, now),
        end.line,
        end.left,
        reason
    ];
    return {
        byTerm: isPending ? i18n.askedBy : i18n.blockedBy,
        by: block.by.name,
        since: momentOf(block.since, now),
        until: end.until,
        left: end.left,
        reason,
        note: block.note,
        line: line.filter(Boolean).join(' · ')
    };
}

function endOf(
    until: string | null,
    state: ConversationState | null,
    now: number
): { until: string | null; left: string | null; line: string } {
    if (until === null) {
        return { until: null, left: null, line: i18n.untilUnblockedLine };
    }
    const exact = exactTime(until, now);
    if (Date.parse(until) > now - GRACE_MS) {
        return { until: exact, left: format(i18n.ends, ahead(until, now)), line: format(i18n.untilWhen, exact) };
    }
    const overdue = format(i18n.overdue, exact);
    return state === 'BLOCKED'
        ? { until: overdue, left: null, line: overdue }
        : { until: exact, left: null, line: format(i18n.untilWhen, exact) };
}
