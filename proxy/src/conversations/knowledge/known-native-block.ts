import type { ReadObservation } from '../ports.ts';
import { blockStatus } from './block-status.ts';
import { knownState, type Snapshot } from './known-state.ts';
import type { ConversationRecord, NativeBlock } from './records.ts';

/** What a BLOCKED of somebody else's puts in question: whether they used the native block is not told. */
const FREE = new Set(['not-blocked', 'refused']);

/**
 * What is known of the native block. Nobody has touched it until something says so; where BLOCKED was set by
 * others it is not known whether they blocked on the channel too.
 * @param isNative whether the native block is used here
 * @returns null when it is not used and never was
 */
export function knownNativeBlock(snapshot: Snapshot, isNative: boolean): NativeBlock | null {
    const stored = snapshot.record.nativeBlock;
    if (stored === null && !isNative) return null;
    const { state, source, at } = knownState(snapshot);
    const isByOthers = state === 'BLOCKED' && source !== 'proxy' && blockStatus(snapshot) === 'none';
    const counts = stored === null || (FREE.has(stored.status) && at !== null && at > stored.at);
    if (isByOthers && counts) return { status: 'unconfirmed', reason: 'changed-elsewhere', at: at ?? new Date(0) };
    return stored ?? { status: 'not-blocked', reason: null, at: new Date(0) };
}

/**
 * What the native block is after ours was ended elsewhere. Whether it was lifted on the channel as well is not
 * told.
 */
export function afterEndElsewhere(stored: NativeBlock | null, at: Date): NativeBlock | null {
    if (stored?.status === 'blocked') return { status: 'unconfirmed', reason: 'changed-elsewhere', at };
    return stored?.status === 'refused' ? { status: 'not-blocked', reason: null, at } : null;
}

/**
 * What a read proves of the native block; null when it proves nothing new. One asked for while a Block User
 * without a clear answer might still take effect proves nothing.
 */
export function nativeBlockRead(known: NativeBlock, read: ReadObservation): NativeBlock | null {
    const { isNativeBlocked, at } = read;
    if (isNativeBlocked === null || at <= known.at) return null;
    const status = isNativeBlocked ? 'blocked' : 'not-blocked';
    const isKnown = known.status === status || (known.status === 'refused' && !isNativeBlocked);
    return isKnown ? null : { status, reason: null, at };
}

/** Whether it is unconfirmed because a Block User got no clear answer, so that it may still take effect for a while. */
export function isLostCall({ status, reason }: NativeBlock): boolean {
    return status === 'unconfirmed' && (reason === 'no-answer' || reason === 'not-clear');
}

/**
 * Names what is stored of the native block, so that what a person saw on the channel can be told from what it showed
 * before; null while a change is under way or Block User may still take effect, when nothing that is seen counts.
 */
export function nativeBlockVersion({ unfinished, nativeInFlightMs, nativeVersion }: ConversationRecord): string | null {
    return unfinished?.isLeased || nativeInFlightMs > 0 ? null : String(nativeVersion);
}
