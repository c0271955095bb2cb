import type { ReadConfig } from '../config/config.ts';
import type { ReadObservation } from '../conversations/ports.ts';
import { isSuccess, type Attempt } from './attempt.ts';
import { parseJson, valueAt } from './json.ts';
import { readState } from './state-numbers.ts';

/**
 * What the answer to a read tells.
 * @param at when it was asked
 * @returns null when it tells neither the state nor whether the channel blocks
 */
export function readOf(attempt: Attempt, fields: Omit<ReadConfig, 'path'>, at: Date): ReadObservation | null {
    if (!isSuccess(attempt)) return null;
    const json = parseJson(attempt.body ?? '');
    const state = readState(valueAt(json, fields.stateField));
    const isBlocked = fields.blockedField === null ? null : valueAt(json, fields.blockedField);
    const isNativeBlocked = typeof isBlocked === 'boolean' ? isBlocked : null;
    if (state === null && isNativeBlocked === null) return null;
    return { state, isNativeBlocked, at, stateAt: new Date(at.getTime() + attempt.clockAheadMs) };
}
