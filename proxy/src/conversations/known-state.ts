import type { ConversationState, StateSource } from '#contract';
import type { MessageEvidence } from './ports.ts';
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
}

const NOTHING_KNOWN: KnownState = { state: null, source: 'none', at: null };

/**
 * The newest evidence wins. After a change that got no clear answer, older evidence no longer counts: the change may
 * have been applied, so the state is not known until something newer tells.
 */
export function knownState(facts: Facts): KnownState {
    const newest = newestEvidence(facts);
    const { doubt } = facts.record;
    return doubt !== null && (newest.at === null || newest.at <= doubt.at) ? NOTHING_KNOWN : newest;
}

function newestEvidence({ record: { confirmedState }, message }: Facts): KnownState {
    const told: KnownState | null =
        message?.state == null ? null : { state: message.state, source: 'heroku-message', at: message.at };
    if (confirmedState === null) return told ?? NOTHING_KNOWN;
    if (told?.at != null && told.at > confirmedState.at) return told;
    return { state: confirmedState.state, source: 'proxy', at: confirmedState.at };
}
