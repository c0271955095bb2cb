import { z } from 'zod';
import { FAULT_KINDS } from '../gotallo/fault-switch.ts';
import { Refusal } from '../gotallo/refusal.ts';
import { ORG_FAULTS } from '../org/org-fault.ts';
import type { Switches } from './page-data.ts';

const MAX_TEXT = 4096;
const MAX_SECONDS = 300;
const MAX_MOVE = 31 * 24 * 60 * 60 * 1000;

function yesOrNo(name: string) {
    return z.boolean(`"${name}" must be true or false.`);
}

function someText(name: string) {
    const rule = `"${name}" must be text of 1 to ${MAX_TEXT} characters.`;
    return z.string(rule).max(MAX_TEXT, rule).regex(/\S/u, rule);
}

function oneOf<const T extends readonly [string, ...string[]]>(name: string, values: T) {
    return z.enum(values, `"${name}" must be one of: ${values.join(', ')}.`);
}

const SECONDS_RULE = `"seconds" must be a whole number from 0 to ${MAX_SECONDS}.`;

/** Body of `PUT /sandbox/switches`: all of them at once. */
export const switchesBody: z.ZodType<Switches> = z.object({
    gotallo: oneOf('gotallo', FAULT_KINDS),
    seconds: z.int(SECONDS_RULE).min(0, SECONDS_RULE).max(MAX_SECONDS, SECONDS_RULE),
    org: oneOf('org', ORG_FAULTS),
    blockedExcluded: yesOrNo('blockedExcluded'),
    platformEvents: yesOrNo('platformEvents')
});

const TIME_RULE = '"milliseconds" must be a whole number from 1 to 31 days.';

/** Body of `POST /sandbox/time`: by how much to move it forward. */
export const timeBody = z.object({
    milliseconds: z.int(TIME_RULE).min(1, TIME_RULE).max(MAX_MOVE, TIME_RULE)
});

/** Body of `PUT /sandbox/pages/:object`: some design properties by name. */
export const designValuesBody = z.record(z.string(), z.unknown());

/** Body of a message that the customer writes. */
export const customerMessageBody = z.object({ text: someText('text') });

/** Body of a message that an agent writes. */
export const agentMessageBody = z.object({ text: someText('text'), agentName: someText('agentName') });

/** Body of what somebody sets on the platform itself. */
export const nativeBlockBody = z.object({ isBlocked: yesOrNo('isBlocked') });

/**
 * Validates a request body.
 * @throws Refusal 400, naming every fault
 */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
        throw new Refusal(400, 'The request body must be a JSON object, with Content-Type application/json.');
    }
    const result = schema.safeParse(body);
    if (result.success) return result.data;
    throw new Refusal(400, result.error.issues.map(({ message }) => message).join(' '));
}
