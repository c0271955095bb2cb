import labelTooLong from '@salesforce/label/c.GoTallo_Form_noteTooLong';
import { format } from './format';

/** The proxy takes no longer notes. */
export const NOTE_MAX_LENGTH = 2000;

/** @returns what is wrong with a note, in words; empty when nothing is */
export function noteComplaint(note: string | null): string {
    const tooMany = (note?.trim().length ?? 0) - NOTE_MAX_LENGTH;
    return tooMany > 0 ? format(labelTooLong, tooMany, NOTE_MAX_LENGTH) : '';
}
