import { endComplaint, noteComplaint } from './complaints';

/** What the form needs of its fields. */
export interface Field {
    focus(): void;
    reportValidity(): boolean;
    setCustomValidity(message: string): void;
}

/** Fields that may be wrong, in their order, and what is wrong with what was typed. */
export const COMPLAINTS = { reason: () => '', until: endComplaint, note: noteComplaint };
export type FieldName = keyof typeof COMPLAINTS;
export const FIELDS = Object.keys(COMPLAINTS) as FieldName[];
