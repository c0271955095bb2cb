import type { OperationView } from '#contract';
import { exactTime, format, known, momentOf, reasonLabel, stateLabel } from 'c/conversationLabels';
import { changesOf } from './changes';
import * as i18n from './labels';

/** One operation in words. */
export interface Entry {
    id: string;
    /** Who did what. */
    what: string;
    /** Reason, end and what the channel did; empty when there is nothing to add. */
    details: string;
    /** What a block said before and says now, a line each. */
    changes: string[];
    note: string | null;
    /** How it went; empty where it simply went well. */
    outcome: string;
    when: string;
}

const NOTHING_SAID = { reason: null, until: null, note: null };

type Words = Readonly<Record<string, string>>;

const OUTCOMES: Words = {
    confirmed: '',
    failed: i18n.failed,
    pending: i18n.underWay
};

/** What the channel shows; {0} is the channel. */
const CHANNEL: Words = {
    blocked: i18n.channelBlocked,
    'not-blocked': i18n.channelNotBlocked,
    refused: i18n.channelNotBlocked,
    unconfirmed: i18n.channelUnknown
};

/** What an agent did; {0} is the agent, {1} the channel. Everything else sets a state. */
const DONE: Words = {
    block: i18n.blocked,
    unblock: i18n.unblocked,
    'native-block': i18n.resolved,
    retry: i18n.retried
};

/** What was only seen; {0} is the channel. Everything else is a state. */
const SEEN: Words = {
    block: i18n.seenBlocked,
    unblock: i18n.seenEnded,
    'native-block': i18n.seenChannel
};

export function entryOf(operation: OperationView, channelLabel: string | null, now: number): Entry {
    const { id, kind, target, outcome, acceptedAt, nativeBlock } = operation;
    const changes = changesOf(operation, now);
    // What was changed is said with what it was before.
    const { reason, until, note } = changes.length ? NOTHING_SAID : operation;
    const channel = channelLabel ?? i18n.channel;
    const shown = known(CHANNEL, kind === 'native-block' ? target : nativeBlock);
    const details = [
        reason && reasonLabel(reason),
        until && format(i18n.until, exactTime(until, now)),
        shown && format(shown, channel)
    ];
    return {
        id,
        what: changes.length ? format(i18n.changed, nameOf(operation)) : whatOf(operation, channel),
        details: details.filter(Boolean).join(' · '),
        changes,
        note,
        outcome: known(OUTCOMES, outcome) ?? i18n.unknown,
        when: momentOf(acceptedAt, now)
    };
}

function nameOf({ by }: OperationView): string {
    return by?.name ?? i18n.someone;
}

function whatOf(operation: OperationView, channel: string): string {
    const { target, origin, undoes } = operation;
    const kind = operation.retriesNativeBlock ? 'retry' : operation.kind;
    const agent = nameOf(operation);
    const subject = kind === 'native-block' || kind === 'retry' ? channel : stateLabel(target);
    if (undoes) {
        return format(i18n.undone, agent, subject);
    }
    if (origin === 'timer') {
        return i18n.timedEnd;
    }
    return origin === 'observation'
        ? format(known(SEEN, kind) ?? i18n.seenState, subject)
        : format(known(DONE, kind) ?? i18n.state, agent, subject);
}
