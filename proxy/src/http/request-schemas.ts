import { z } from 'zod';
import type { NativeBlockRequest, StateRequest, UnblockRequest } from '#contract';
import { HISTORY_LIMIT } from '../conversations/protocol/journal.ts';
import { SETTABLE_STATES } from '../conversations/knowledge/states.ts';
import { Failure } from '../lib/failure.ts';
import { DETAILS } from './details.ts';
import { FIELD_FAULTS } from './field-faults.ts';

const MAX_REASON = 100;
const MAX_NOTE = 2000;
const MAX_VERSION = 100;

/** Trimmed text; empty text counts as null, and what is left out as not spoken of. */
function optionalText(name: string, max: number) {
    const fault = FIELD_FAULTS.text(name, max);
    return z
        .string(fault)
        .trim()
        .max(max, fault)
        .refine((text) => !text.includes('\u0000'), FIELD_FAULTS.nul(name))
        .transform((text) => (text === '' ? null : text))
        .nullable()
        .exactOptional();
}

/** A year is 365 days here. */
const LONGEST_BLOCK_MS = 10 * 365 * 24 * 60 * 60 * 1000;

/** A time with its offset from UTC (RFC 3339). Whether it is over is judged when the block is. */
const until = z.iso
    .datetime({ offset: true, error: FIELD_FAULTS.until })
    .transform((text) => new Date(text))
    .refine((time) => time.getTime() - Date.now() <= LONGEST_BLOCK_MS, FIELD_FAULTS.untilTooLate)
    .nullable()
    .exactOptional();

/** Body of `PUT …/block`. */
export const blockRequest = z.strictObject({
    reason: optionalText('reason', MAX_REASON),
    note: optionalText('note', MAX_NOTE),
    until,
    blockId: z.uuid(FIELD_FAULTS.blockId).nullish()
});

/** Body of `DELETE …/block`. */
export const unblockRequest = z.strictObject({
    note: optionalText('note', MAX_NOTE)
}) satisfies z.ZodType<UnblockRequest>;

/** Body of `POST …/undo`. */
export const undoRequest = z.strictObject({ operationId: z.uuid(FIELD_FAULTS.operationId) });

/** Body of `PUT …/state`. */
export const stateRequest = z.strictObject({
    state: z.enum(SETTABLE_STATES, {
        error: ({ input }) => (input === 'BLOCKED' ? FIELD_FAULTS.stateBlocked : FIELD_FAULTS.state)
    })
}) satisfies z.ZodType<StateRequest>;

/** Body of `PUT …/native-block`. */
export const nativeBlockRequest = z.strictObject({
    status: z.enum(['blocked', 'not-blocked'], FIELD_FAULTS.nativeBlockStatus),
    // Compared and never read, so any short text may be one.
    version: z
        .string(FIELD_FAULTS.nativeBlockVersion)
        .max(MAX_VERSION, FIELD_FAULTS.nativeBlockVersion)
        .nullable()
        .exactOptional()
}) satisfies z.ZodType<NativeBlockRequest>;

/** What can be said in the address of `GET …/history`. A cursor is text to callers; here, the number of an entry. */
export const historyQuery = z.strictObject({
    cursor: z
        .string(FIELD_FAULTS.cursor)
        .regex(/^[1-9]\d{0,17}$/, FIELD_FAULTS.cursor)
        .optional(),
    limit: z
        .string(FIELD_FAULTS.limit(HISTORY_LIMIT))
        .regex(/^\d{1,4}$/, FIELD_FAULTS.limit(HISTORY_LIMIT))
        .transform(Number)
        .refine((limit) => limit >= 1 && limit <= HISTORY_LIMIT, FIELD_FAULTS.limit(HISTORY_LIMIT))
        .optional()
});

/**
 * Validates a request body, naming every fault at once.
 * @throws Failure `malformed-request` when it is not an object, `invalid-field` otherwise
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
    const given: unknown = body ?? {};
    if (typeof given !== 'object' || Array.isArray(given) || body === null) {
        throw new Failure('malformed-request', { detail: DETAILS.notAnObject });
    }
    return parseQuery(schema, given);
}

/**
 * Validates what the address asks for, naming every fault at once.
 * @throws Failure `invalid-field`
 */
export function parseQuery<T>(schema: z.ZodType<T>, given: unknown): T {
    const result = schema.safeParse(given);
    if (result.success) return result.data;
    throw new Failure('invalid-field', { detail: DETAILS.fields(faultsOf(result.error)) });
}

function faultsOf(error: z.ZodError): string {
    return error.issues
        .flatMap((issue) =>
            issue.code === 'unrecognized_keys'
                ? issue.keys.map((key) => FIELD_FAULTS.unknown(key.slice(0, 50)))
                : issue.message
        )
        .join(' ');
}
