import type { ConversationState, StateSource } from '#contract';
import type { MessageEvidence, Reading } from './ports.ts';
import type { ConversationRecord } from './records.ts';

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

/**
 * The newest evidence wins. After a change that got no clear answer, older evidence no longer counts: the change may
 * have been applied, so the state is not known until something newer tells. While a change is not finished, it may be
 * carried out at any moment, so evidence of anything else than its wish does not count either.
 */
export function knownState(facts: Facts): KnownState {
    const newest = newestEvidence(facts);
    if (newest === null) return NOTHING_KNOWN;
    const { doubt, unfinished } = facts.record;
    if (doubt !== null && newest.at <= doubt.at) return NOTHING_KNOWN;
    const isOpen = unfinished !== null && unfinished.outcome !== 'confirmed';
    return isOpen && newest.state !== unfinished.wish.state ? NOTHING_KNOWN : newest;
}

/** Of two that are equally old, the one that stands first here. */
function newestEvidence({ record, message, reading }: Facts): Evidence | null {
    const { confirmedState, seenState } = record;
    const all: (Evidence | null)[] = [
        confirmedState && { ...confirmedState, source: 'proxy' },
        seenState,
        reading?.state ? { state: reading.state, at: reading.stateAt, source: 'gotallo' } : null,
        message?.state ? { state: message.state, at: message.at, source: 'heroku-message' } : null
    ];
    return all.reduce((newest, it) => (newest === null || (it !== null && it.at > newest.at) ? it : newest), null);
}
