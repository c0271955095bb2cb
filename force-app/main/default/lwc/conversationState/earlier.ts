import type { ConversationView, EarlierBlockView } from '#contract';
import { ago, format, hasBlock, isToday, monthOf, pluralOf, reasonLabel, timeOfDay } from 'c/conversationLabels';
import * as i18n from './labels';

const DAY_MS = 24 * 60 * 60_000;
/** Until then it says how long ago it was, and then in which month. */
const RECENT_MS = 30 * DAY_MS;

/** What a conversation that is not blocked had of blocks before: how many, and the last one; empty where there is nothing. */
export function earlierBlocksOf(view: ConversationView, now: number): string {
    const { state, earlierBlocks } = view;
    if (!earlierBlocks || !state || hasBlock(view)) {
        return '';
    }
    const { count, last } = earlierBlocks;
    const sentence = pluralOf(count, { one: i18n.once, two: i18n.twice, other: i18n.times });
    return `${endOf(last, now)}${format(sentence, lastOf(last, now), count)}`;
}

/** That it ended by itself, where that was less than a day ago. */
function endOf({ ended, endedAt }: EarlierBlockView, now: number): string {
    const isRecent = ended === 'timer' && now - Date.parse(endedAt) < DAY_MS;
    const words = isToday(endedAt, now) ? i18n.ended : i18n.endedYesterday;
    return isRecent ? `${format(words, timeOfDay(endedAt))} ` : '';
}

function lastOf({ by, reason, since }: EarlierBlockView, now: number): string {
    const isRecent = now - Date.parse(since) < RECENT_MS;
    const when = isRecent ? ago(since, now) : format(i18n.inMonth, monthOf(since, now));
    return reason ? format(i18n.byFor, by.name, reasonLabel(reason), when) : format(i18n.by, by.name, when);
}
