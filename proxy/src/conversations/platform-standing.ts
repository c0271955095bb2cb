import { knownState, type Facts } from './known-state.ts';
import type { Reading } from './ports.ts';
import type { PlatformBlock } from './records.ts';
import { blockStanding } from './shown-block.ts';

/** What a BLOCKED of somebody else's puts in question: whether they used the channel's own block is not told. */
const FREE = new Set(['not-blocked', 'refused']);

/**
 * What is known of the channel's own block. Nobody has touched it until something says so; where BLOCKED was set by
 * others it is not known whether they blocked on the channel too.
 * @param isNative whether the channel's own block is used here
 * @returns null when it is not used and never was
 */
export function platformStanding(facts: Facts, isNative: boolean): PlatformBlock | null {
    const stored = facts.record.platform;
    if (stored === null && !isNative) return null;
    const { state, source, at } = knownState(facts);
    const isByOthers = state === 'BLOCKED' && source !== 'proxy' && blockStanding(facts) === 'none';
    const counts = stored === null || (FREE.has(stored.status) && at !== null && at > stored.at);
    if (isByOthers && counts) return { status: 'unconfirmed', reason: 'changed-elsewhere', at: at ?? new Date(0) };
    return stored ?? { status: 'not-blocked', reason: null, at: new Date(0) };
}

/**
 * What the channel's own block is after ours was ended elsewhere. Whether it was lifted on the channel as well is not
 * told.
 */
export function afterEndElsewhere(stored: PlatformBlock | null, at: Date): PlatformBlock | null {
    if (stored?.status === 'blocked') return { status: 'unconfirmed', reason: 'changed-elsewhere', at };
    return stored?.status === 'refused' ? { status: 'not-blocked', reason: null, at } : null;
}

/**
 * What a reading proves of the channel's own block; null when it proves nothing new. One asked for while a Block User
 * without a clear answer might still take effect proves nothing.
 */
export function platformRead(standing: PlatformBlock, reading: Reading, lateMs: number): PlatformBlock | null {
    const { isPlatformBlocked, at } = reading;
    if (isPlatformBlocked === null || at <= standing.at) return null;
    if (isLostCall(standing) && at.getTime() - standing.at.getTime() < lateMs) return null;
    const status = isPlatformBlocked ? 'blocked' : 'not-blocked';
    const isKnown = standing.status === status || (standing.status === 'refused' && !isPlatformBlocked);
    return isKnown ? null : { status, reason: null, at };
}

/** Whether it is unconfirmed because a Block User got no clear answer, so that it may still take effect for a while. */
export function isLostCall({ status, reason }: PlatformBlock): boolean {
    return status === 'unconfirmed' && (reason === 'no-answer' || reason === 'not-clear');
}
