import type { BlockView, ConversationView } from '#contract';
import labelAskedBy from '@salesforce/label/c.GoTallo_Details_askedBy';
import labelAskedByWho from '@salesforce/label/c.GoTallo_Details_askedByWho';
import labelBlockedBy from '@salesforce/label/c.GoTallo_Details_blockedBy';
import labelBlockedByWho from '@salesforce/label/c.GoTallo_Details_blockedByWho';
import labelChangedBy from '@salesforce/label/c.GoTallo_Details_changedBy';
import labelChangedByWho from '@salesforce/label/c.GoTallo_Details_changedByWho';
import labelDuration from '@salesforce/label/c.GoTallo_Details_duration';
import labelNote from '@salesforce/label/c.GoTallo_Details_note';
import labelOverdue from '@salesforce/label/c.GoTallo_Details_overdue';
import labelReason from '@salesforce/label/c.GoTallo_Details_reason';
import labelUntilUnblocked from '@salesforce/label/c.GoTallo_Duration_none';
import labelUntilWhen from '@salesforce/label/c.GoTallo_Details_untilWhen';
import labelWhen from '@salesforce/label/c.GoTallo_Details_when';
import labelWhoWhen from '@salesforce/label/c.GoTallo_Details_whoWhen';
import { exactTime } from './dates';
import { format } from './format';
import { reasonLabel } from './reasons';
import { isBlocked, isPending } from './states';
import { ago, endOf, momentOf } from './time';

/** How long the proxy may take before its work at the end of a block is called late. */
const GRACE_MS = 60_000;

/** One thing that is known of a block. */
export interface Fact {
    term: string;
    text: string;
    /** Whether it can be long. */
    isNote?: boolean;
    /** The same within a line, for little room; none where there is no room for it. */
    short?: string;
}

/** What is known of a block: who, when, how long, why, and the note. Nothing when there is no block of ours. */
export function factsOf(view: Pick<ConversationView, 'block' | 'state'>, now: number): Fact[] {
    if (!view.block) {
        return [];
    }
    const { by, changed, since, note } = view.block;
    const [who, whoShort] = isPending(view) ? [labelAskedBy, labelAskedByWho] : [labelBlockedBy, labelBlockedByWho];
    const duration = durationOf(view, now);
    const reason = reasonLabel(view.block.reason ?? '');
    return [
        { term: who, text: by.name, short: format(whoShort, by.name) },
        { term: labelWhen, text: momentOf(since, now), short: ago(since, now) },
        ...(changed ? [changeOf(changed, now)] : []),
        { term: labelDuration, text: duration, short: duration },
        { term: labelReason, text: reason, short: reason },
        { term: labelNote, text: note ?? '', isNote: true }
    ].filter(({ text }) => text);
}

function changeOf({ by, at }: NonNullable<BlockView['changed']>, now: number): Fact {
    const inWords = (label: string): string => format(label, by.name, ago(at, now));
    return { term: labelChangedBy, text: inWords(labelWhoWhen), short: inWords(labelChangedByWho) };
}

/** A block that is over and still shown has outlived its end: it is BLOCKED, or its end has no clear answer yet. */
function durationOf(view: Pick<ConversationView, 'block' | 'state'>, now: number): string {
    const until = view.block?.until;
    if (!until) {
        return labelUntilUnblocked;
    }
    if (Date.parse(until) > now - GRACE_MS) {
        return format(labelUntilWhen, endOf(until, now));
    }
    const isOverdue = isBlocked(view) || isPending(view);
    return format(isOverdue ? labelOverdue : labelUntilWhen, exactTime(until, now));
}
