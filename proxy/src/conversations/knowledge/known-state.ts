import type { ConversationState, StateSource } from '#contract';
import type { MessageObservation, ReadObservation } from '../ports.ts';
import type { ConfirmedState, ConversationRecord, ObservedState } from './records.ts';

/** A state, where it comes from, and when it was known to hold. */
export interface KnownState {
    state: ConversationState | null;
    source: StateSource;
    at: Date | null;
}

/** All that is known of one conversation, as one agent may know it. */
export interface Snapshot {
    record: ConversationRecord;
    message: MessageObservation | null;
    /** What GoTallo says when it is asked; null when it was not. */
    read: ReadObservation | null;
}

interface Observation extends KnownState {
    state: ConversationState;
    at: Date;
}

const NOTHING_KNOWN: KnownState = { state: null, source: 'none', at: null };

/** GoTallo's clock and ours, and the way of a message, differ by less. */
export const CLOCKS_DIFFER_MS = 10_000;

/**
 * The newest observation wins, but for two cases in which the state is in doubt: a change that has no clear answer, or that
 * something in flight may undo, until GoTallo has confirmed it; and a confirmation that is contradicted.
 */
export function knownState(snapshot: Snapshot): KnownState {
    const { unfinished, confirmedState } = snapshot.record;
    if (unfinished?.isInDoubt) return NOTHING_KNOWN;
    const newest = newestObservationOf(snapshot);
    if (newest === null) return NOTHING_KNOWN;
    if (unfinished !== null && newest.state !== unfinished.command.state) return NOTHING_KNOWN;
    return contradicts(newest, confirmedState) ? NOTHING_KNOWN : newest;
}

/**
 * Whether what was seen speaks against what GoTallo confirmed, and may be from before it, as clocks differ. GoTallo's own
 * answer to a read is not: it was asked after.
 */
function contradicts({ state, source, at }: Observation, confirmed: ConfirmedState | null): boolean {
    if (confirmed === null || source === 'proxy' || source === 'gotallo' || state === confirmed.state) return false;
    return at.getTime() - confirmed.at.getTime() <= CLOCKS_DIFFER_MS;
}

/** What the sources say, the newest first; of two that are equally old, the one that stands first here. */
function newestObservationOf({ record, message, read }: Snapshot): Observation | null {
    const { confirmedState } = record;
    const all = [
        confirmedState && { ...confirmedState, source: 'proxy' as const },
        ...observations(record, read),
        message?.state ? { state: message.state, at: message.at, source: 'heroku-message' as const } : null
    ];
    return newestOf(all);
}

/** The newest that was seen from outside and counts for everybody; null when nothing was. */
export function newestObservation(record: ConversationRecord, read: ReadObservation | null): ObservedState | null {
    return newestOf(observations(record, read));
}

function observations({ observedState }: ConversationRecord, read: ReadObservation | null): (ObservedState | null)[] {
    return [observedState, read?.state ? { state: read.state, at: read.stateAt, source: 'gotallo' } : null];
}

function newestOf<T extends { at: Date }>(all: readonly (T | null)[]): T | null {
    return all.reduce((newest, it) => (newest === null || (it !== null && it.at > newest.at) ? it : newest), null);
}
