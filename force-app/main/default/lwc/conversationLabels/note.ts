import labelTooLong from '@salesforce/label/c.GoTallo_Form_noteTooLong';
import { format } from './format';

/** The proxy takes no longer notes. */
const NOTE_MAX_LENGTH = 2000;

/** How many characters a note has left; below zero, how many are too many. */
export function noteRoom(note: string | null): number {
    return NOTE_MAX_LENGTH - (note?.trim().length ?? 0);
}

/** @returns what is wrong with a note, in words; empty when nothing is */
export function noteComplaint(note: string | null): string {
    const room = noteRoom(note);
    return room < 0 ? format(labelTooLong, -room, NOTE_MAX_LENGTH) : '';
}
