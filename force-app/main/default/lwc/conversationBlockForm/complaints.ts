import { format } from 'c/conversationLabels';
import * as i18n from './labels';

/** The proxy takes no longer notes. */
export const NOTE_MAX_LENGTH = 2000;
/** The proxy takes no later ends. */
const MAX_YEARS = 10;

/** @returns what is wrong with a note, in words; empty when nothing is */
export function noteComplaint(note: string | null): string {
    const tooMany = (note?.trim().length ?? 0) - NOTE_MAX_LENGTH;
    return tooMany > 0 ? format(i18n.noteTooLong, tooMany, NOTE_MAX_LENGTH) : '';
}

/**
 * @param until ISO 8601; null when nothing, or no date, was entered: the field itself complains of that
 * @returns what is wrong with an end, in words; empty when nothing is
 */
export function endComplaint(until: string | null): string {
    const now = Date.now();
    const end = Date.parse(until ?? '');
    if (end <= now) {
        return i18n.endInPast;
    }
    return end > new Date(now).setUTCFullYear(new Date(now).getUTCFullYear() + MAX_YEARS) ? i18n.endTooFar : '';
}
