import type { OperationView, PlatformBlockView } from '#contract';
import { exactTime, format, momentOf, reasonLabel, stateLabel } from 'c/conversationLabels';
import type { Moment } from 'c/conversationLabels';
import * as i18n from './labels';

/** One operation in words. */
export interface Entry {
    id: string;
    /** Who did what. */
    what: string;
    /** Reason, end and what the channel did; empty when there is nothing to add. */
    details: string;
    /** How it went, where it did not simply go well. */
    outcome: string | null;
    note: string | null;
    at: string;
    when: Moment;
}

const OUTCOMES: Record<OperationView['outcome'], string | null> = {
    confirmed: null,
    failed: i18n.failed,
    'under-way': i18n.underWay,
    unknown: i18n.unknown
};

/** What the channel shows; {0} is the channel. */
const CHANNEL: Partial<Record<PlatformBlockView['status'], string>> = {
    blocked: i18n.channelBlocked,
    'not-blocked': i18n.channelNotBlocked,
    refused: i18n.channelNotBlocked,
    unconfirmed: i18n.channelUnknown
};

export function entryOf(operation: OperationView, channelLabel: string | null, now: number): Entry {
    const { id, kind, wish, reason, until, note, outcome, acceptedAt, platformBlock, undoes } = operation;
    const channel = channelLabel ?? i18n.channel;
    const shown = CHANNEL[(kind === 'platform-block' ? wish : platformBlock) as PlatformBlockView['status']];
    const details = [
        undoes && kind !== 'platform-block' ? stateLabel(wish as Parameters<typeof stateLabel>[0]) : null,
        reason && reasonLabel(reason),
        until && format(i18n.until, exactTime(until, now)),
        shown && format(shown, channel)
    ];
    return {
        id,
        what: whatOf(operation, channel),
        details: details.filter(Boolean).join(' · '),
        outcome: OUTCOMES[outcome] ?? i18n.unknown,
        note,
        at: acceptedAt,
        when: momentOf(acceptedAt, now)
    };
}

function whatOf({ kind, wish, origin, by, undoes }: OperationView, channel: string): string {
    const agent = by?.name ?? i18n.someone;
    const isSeen = origin === 'evidence';
    const state = stateLabel(wish as Parameters<typeof stateLabel>[0]);
    if (undoes !== null) {
        return format(i18n.undone, agent);
    }
    switch (kind) {
        case 'block':
            return isSeen ? i18n.seenBlocked : format(i18n.blocked, agent);
        case 'unblock':
            if (origin === 'timer') {
                return i18n.timedEnd;
            }
            return isSeen ? i18n.seenEnded : format(i18n.unblocked, agent);
        case 'platform-block':
            return isSeen ? format(i18n.seenChannel, channel) : format(i18n.settled, agent, channel);
        default:
            return isSeen ? format(i18n.seenState, state) : format(i18n.state, agent, state);
    }
}
