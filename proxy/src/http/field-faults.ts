import { SETTABLE_STATES } from '../conversations/knowledge/states.ts';

const STATE = `"state" must be ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(SETTABLE_STATES)}`;

/** Words for the faults of single fields. */
export const FIELD_FAULTS = {
    unknown: (name: string) => `"${name}" is not a field of this request.`,
    text: (name: string, max: number) => `"${name}" must be text of at most ${max} characters.`,
    nul: (name: string) => `"${name}" must not hold the character U+0000.`,
    until: '"until" must be a date and time with its offset, such as 2026-12-24T18:00:00Z, or null for no end.',
    untilTooLate: '"until" must be within ten years; use null for a block without an end.',
    blockId: '"blockId" must be the UUID of the block to change, from "block" of the view, or null.',
    cursor: '"cursor" must be as "nextCursor" of the page before said it; leave it out for the first page.',
    limit: (max: number) => `"limit" must be a whole number from 1 to ${max}.`,
    operationId: '"operationId" must be the UUID of the operation to undo, from "undo" of the view.',
    state: `${STATE}.`,
    nativeBlockStatus: '"status" must be "blocked" or "not-blocked", as the channel itself shows it.',
    nativeBlockVersion: '"version" must be "nativeBlock.version" of the view, as text, or null.',
    stateBlocked: `${STATE}; to block, use PUT on the block of the conversation.`
} as const;
