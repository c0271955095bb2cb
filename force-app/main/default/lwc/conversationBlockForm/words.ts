import type { ConversationView } from '#contract';
import { blockQuestion, exactTime, format } from 'c/conversationLabels';
import { endOf } from 'c/conversationSettings';
import { noteLeft } from './complaints';
import type { BlockDecision, BlockMode } from './decision';
import * as i18n from './labels';

/** What the form always says. */
export const WORDS = {
    blockFor: i18n.blockFor,
    end: i18n.end,
    endMissing: i18n.endMissing,
    note: i18n.note,
    noteMissing: i18n.noteMissing,
    reason: i18n.reason,
    reasonMissing: i18n.reasonMissing,
    reasonPlaceholder: i18n.reasonPlaceholder,
    withNote: i18n.withNote
};

/** What it says of the conversation, and of what was entered. */
interface Said {
    question: string;
    /** When the open block ends, and what another end does. */
    presentEnd: string;
    /** When a block of the chosen length ends, if it begins now. */
    ends: string | null;
    noteLeft: string | null;
}

/** @param now in milliseconds since 1970 */
export function saidOf(view: ConversationView, mode: BlockMode, typed: BlockDecision, now: number): Said {
    const until = view.block?.until;
    const end = endOf(typed.duration, now);
    return {
        question: blockQuestion(view, mode, now),
        presentEnd: until ? format(i18n.nowUntil, exactTime(until, now)) : i18n.nowUntilUnblocked,
        ends: end && format(i18n.ends, exactTime(end, now)),
        noteLeft: noteLeft(typed.note)
    };
}
