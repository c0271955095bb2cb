import type { BlockWords, OperationView } from '#contract';
import { exactTime, format, reasonLabel } from 'c/conversationLabels';
import * as i18n from './labels';

/** @returns what differs between what a block said before and after, a line each; nothing where it was not changed */
export function changesOf({ changed }: OperationView, now: number): string[] {
    if (!changed) {
        return [];
    }
    const [before, after] = [wordsOf(changed.before, now), wordsOf(changed.after, now)];
    return before.flatMap(([term, said], index) => {
        const [, says] = after[index] ?? [];
        return says === undefined || says === said ? [] : format(i18n.fromTo, term, said, says);
    });
}

function wordsOf({ reason, note, until }: BlockWords, now: number): [term: string, text: string][] {
    return [
        [i18n.reason, reason === null ? i18n.none : reasonLabel(reason)],
        [i18n.note, note ?? i18n.none],
        [i18n.duration, until === null ? i18n.untilUnblocked : format(i18n.untilThen, exactTime(until, now))]
    ];
}
