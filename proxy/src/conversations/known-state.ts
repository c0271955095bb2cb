import type { ConversationState, StateSource } from '#contract';
import type { MessageEvidence, Reading } from './ports.ts';
import type { ConfirmedState, ConversationRecord, SeenState } from './records.ts';

/** A state, where it comes from, and when it was known to hold. */
export interface KnownState {
    state: ConversationState | null;
    source: StateSource;
    at: Date | null;
}

/** All that is known of one conversation, as one agent may know it. */
export interface Facts {
    record: ConversationRecord;
    message: MessageEvidence | null;
    /** What GoTallo says when it is asked; null when it was not. */
    reading: Reading | null;
}

interface Evidence extends KnownState {
    state: ConversationState;
    at: Date;
}

const NOTHING_KNOWN: KnownState = { state: null, source: 'none', at: null };

/** GoTallo's clock and ours, and the way of a message, differ by less. */
export const CLOCKS_DIFFER_MS = 10_000;

/**
 * The newest evidence wins, but for two cases in which the state is in doubt: a change that has no clear answer, or that
 * something in flight may undo, until GoTallo has confirmed it; and a confirmation that is contradicted.
 */
export function knownState(facts: Facts): KnownState {
    const { unfinished, confirmedState } = facts.record;
    if (unfinished?.isInDoubt) return NOTHING_KNOWN;
    const newest = newestEvidence(facts);
    if (newest === null) return NOTHING_KNOWN;
    if (unfinished !== null && newest.state !== unfinished.command.state) return NOTHING_KNOWN;
    return contradicts(newest, confirmedState) ? NOTHING_KNOWN : newest;
}

/**
 * Whether what was seen speaks against what GoTallo confirmed, and may be from before it, as clocks differ. GoTallo's own
 * answer to a read is not: it was asked after.
 */
function contradicts({ state, source, at }: Evidence, confirmed: ConfirmedState | null): boolean {
    if (confirmed === null || source === 'proxy' || source === 'gotallo' || state === confirmed.state) return false;
    return at.getTime() - confirmed.at.getTime() <= CLOCKS_DIFFER_MS;
}

/** What the sources say, the newest first; of two that are equally old, the one that stands first here. */
function newestEvidence({ record, message, reading }: Facts): Evidence | null {
    const { confirmedState } = record;
    const all = [
        confirmedState && { ...confirmedState, source: 'proxy' as const },
        ...observations(record, reading),
        message?.state ? { state: message.state, at: message.at, source: 'heroku-message' as const } : null
    ];
    return newestOf(all);
}

/** The newest that was seen from outside and counts for everybody; null when nothing was. */
export function newestObservation(record: ConversationRecord, reading: Reading | null): SeenState | null {
    return newestOf(observations(record, reading));
}

function observations({ seenState }: ConversationRecord, reading: Reading | null): (SeenState | null)[] {
    return [seenState, reading?.state ? { state: reading.state, at: reading.stateAt, source: 'gotallo' } : null];
}

function newestOf<T extends { at: Date }>(all: readonly (T | null)[]): T | null {
    return all.reduce((newest, it) => (newest === null || (it !== null && it.at > newest.at) ? it : newest), null);
}
