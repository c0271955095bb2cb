import { format, noteComplaint, noteRoom } from 'c/conversationLabels';
import * as i18n from './labels';

/** From then on it is said how much room a note has. */
const NOTE_LITTLE_LEFT = 200;
/** The proxy takes no later ends. */
const MAX_YEARS = 10;

/**
 * @param isNeeded whether the chosen reason needs a note
 * @returns what is wrong with a note, in words; empty when nothing is
 */
export function noteFault(note: string | null, isNeeded: boolean): string {
    return noteComplaint(note) || (isNeeded && !note?.trim() ? i18n.noteMissing : '');
}

/** @returns how many characters a note has left, where they are few; null where it has many, or too many */
export function noteLeft(note: string | null): string | null {
    const left = noteRoom(note);
    return left >= 0 && left < NOTE_LITTLE_LEFT ? format(i18n.noteLeft, left) : null;
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
