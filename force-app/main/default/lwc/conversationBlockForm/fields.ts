import { needsNote } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import { endComplaint, noteFault } from './complaints';
import type { BlockDecision } from './decision';

/** What the form needs of its fields. */
export interface Field {
    focus(): void;
    reportValidity(): boolean;
    setCustomValidity(message: string): void;
}

/** Fields that may be wrong, in their order, and what is wrong with what was typed. */
export const COMPLAINTS = {
    reason: () => '',
    until: ({ until }: BlockDecision) => endComplaint(until),
    note: ({ note, reason }: BlockDecision, settings: Settings) => noteFault(note, needsNote(settings, reason))
};
export type FieldName = keyof typeof COMPLAINTS;
export const FIELDS = Object.keys(COMPLAINTS) as FieldName[];
