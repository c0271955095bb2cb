import type { BlockUserResult } from '../conversations/ports.ts';
import { isSuccess, type Answer, type Attempt } from './attempt.ts';
import { allMembers, parseJson, valueAt } from './json.ts';
import { reasonIn } from './channel-codes.ts';

/** Statuses that speak of our call and not of the person: token, address, method, format. */
const SET_UP = new Set([401, 403, 404, 405, 415]);

const NOT_CLEAR = { outcome: 'unconfirmed', reason: 'not-clear' } as const;

/** What Block User was for, and how its answer is read. */
export interface BlockUserAsked {
    target: 'blocked' | 'not-blocked';
    /** Where an answer may tell whether the person is blocked now; null: it does not. */
    blockedField: string | null;
}

/**
 * What became of a Block User that was sent once. GoTallo does not document the answer, so a success counts unless it
 * speaks of an error or of the opposite; and a clear no is one only where nothing can have been done.
 */
export function blockUserResult(attempt: Attempt, asked: BlockUserAsked): BlockUserResult {
    if (attempt.kind === 'held-back' || attempt.kind === 'not-sent') return { outcome: 'not-sent' };
    if (attempt.kind === 'no-answer') return { outcome: 'unconfirmed', reason: 'no-answer' };
    if (attempt.kind === 'broken') return NOT_CLEAR;
    if (attempt.status >= 400 && attempt.status < 500) return refusal(attempt);
    // A redirect is not followed, and many a server redirects after it has acted.
    return isSuccess(attempt) && confirms(attempt.body, asked) ? { outcome: 'confirmed' } : NOT_CLEAR;
}

function refusal({ status, body }: Answer): BlockUserResult {
    if (status === 429) return { outcome: 'refused', reason: 'too-many' };
    const known = reasonIn(parseJson(body ?? ''));
    return { outcome: 'refused', reason: known ?? (SET_UP.has(status) ? 'set-up' : 'not-accepted') };
}

function confirms(body: string | null, { target, blockedField }: BlockUserAsked): boolean {
    if (body === null) return false;
    if (body.trim() === '') return true;
    const json = parseJson(body);
    if (json === undefined || tellsOfError(json)) return false;
    const isBlocked = blockedField === null ? null : valueAt(json, blockedField);
    return typeof isBlocked !== 'boolean' || isBlocked === (target === 'blocked');
}

function tellsOfError(json: unknown): boolean {
    for (const [key, value] of allMembers(json)) {
        if (['error', 'errors', 'failed_users'].includes(key) && !isNothing(value)) return true;
        if (key === 'success' && value === false) return true;
    }
    return false;
}

function isNothing(value: unknown): boolean {
    if (value === null || value === false || value === '' || value === 0) return true;
    return typeof value === 'object' && Object.keys(value).length === 0;
}
