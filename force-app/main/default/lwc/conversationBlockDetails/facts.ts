import type { BlockView, ConversationState } from '#contract';
import { ahead, exactTime, format, momentOf, reasonLabel } from 'c/conversationLabels';
import * as i18n from './labels';

/** How long the proxy may take before its work at the end of a block is called late. */
const GRACE_MS = 60_000;

/** One thing that is known of a block. */
export interface Fact {
    term: string;
    value: string;
    /** What a pointer is told beside it. */
    exact?: string;
    /** What stands beside it, in a weaker colour. */
    aside?: string | null;
    /** CSS classes. */
    look: string;
}

/** A block in words, as far as it is known at one moment. */
export interface Facts {
    list: Fact[];
    /** All but the note in one line, for little room. */
    line: string;
    /** When it was set. */
    exact: string;
}

/** @param state of the conversation: only one that is BLOCKED shows that a block outlived its end */
export function factsOf(block: BlockView, state: ConversationState | null, now: number): Facts {
    const { by, note } = block;
    const isPending = block.state === 'pending';
    const reason = block.reason && reasonLabel(block.reason);
    const { relative, exact } = momentOf(block.since, now);
    const end = endOf(block.until, state, now);
    const list: Fact[] = [
        { term: isPending ? i18n.askedBy : i18n.blockedBy, value: by.name, look: 'fact strong' },
        { term: i18n.when, value: relative, exact, aside: exact, look: 'fact' },
        { term: i18n.until, value: end.value, aside: end.left, look: 'fact' },
        { term: i18n.reason, value: reason ?? '', look: 'fact strong' },
        { term: i18n.note, value: note ?? '', look: 'fact' }
    ];
    const who = format(isPending ? i18n.askedByWho : i18n.blockedByWho, by.name);
    return {
        list: list.filter(({ value }) => value),
        line: [who, relative, end.line, end.left, reason].filter(Boolean).join(' · '),
        exact
    };
}

/** When a block ends, in a list and in a line, and how long it still lasts; null where that is over or never. */
interface End {
    value: string;
    line: string;
    left: string | null;
}

function endOf(until: string | null, state: ConversationState | null, now: number): End {
    if (until === null) {
        return { value: i18n.untilUnblocked, line: i18n.untilUnblockedLine, left: null };
    }
    const value = exactTime(until, now);
    const isOver = Date.parse(until) <= now - GRACE_MS;
    if (isOver && state === 'BLOCKED') {
        const overdue = format(i18n.overdue, value);
        return { value: overdue, line: overdue, left: null };
    }
    const left = isOver ? null : format(i18n.ends, ahead(until, now));
    return { value, line: format(i18n.untilWhen, value), left };
}
