import type { ChannelView, ConversationState } from '#contract';
import type { Findings } from '../knowledge/findings.ts';
import { knownChannel } from '../knowledge/known-channel.ts';
import { knownState } from '../knowledge/known-state.ts';
import { nativeWindow } from '../knowledge/native-window.ts';
import type { ConversationRecord } from '../knowledge/records.ts';
import type { ChangeListener } from '../ports.ts';
import type { Journal } from './journal.ts';

/** The same journal, telling a listener what was written down, whoever asked for it: an agent, recovery, or a webhook. */
export function announcing(journal: Journal, listener: ChangeListener, now: () => Date): Journal {
    const announce = (conversationId: string, record: ConversationRecord): void =>
        listener.conversationChanged({ conversationId, state: stateIn(record), at: now() });
    return {
        ...journal,
        async complete(operation, ending) {
            const record = await journal.complete(operation, ending);
            announce(operation.conversationId, record);
            return record;
        },
        async recordFindings(conversationId, find, once) {
            let isNews: (after: ConversationRecord) => boolean = () => false;
            const after = await journal.recordFindings(
                conversationId,
                (record) => {
                    const findings = find(record);
                    isNews = (then) =>
                        findings !== null && (isShown(findings, record, then) || isReopened(record, then, now()));
                    return findings;
                },
                once
            );
            if (isNews(after)) announce(conversationId, after);
            return after;
        }
    };
}

/** Whether cards show anything else than before: most messages change nothing. */
function isShown(findings: Findings, before: ConversationRecord, after: ConversationRecord): boolean {
    const { nativeBlock, blockEndedBy, resolvedBy } = findings;
    const isSaid = [nativeBlock, blockEndedBy, resolvedBy].some((found) => found != null);
    return isSaid || stateIn(before) !== stateIn(after);
}

/** Whether the channel takes a block again, so that cards offer to ask it once more: not more than once a day. */
function isReopened(before: ConversationRecord, after: ConversationRecord, now: Date): boolean {
    return after.openBlock !== null && windowIn(before, now) !== windowIn(after, now);
}

function windowIn(record: ConversationRecord, now: Date): ChannelView['nativePossible'] {
    const channel = knownChannel({ record, message: null, read: null }, new Set());
    return nativeWindow({ ...channel, isNative: true }, now).possible;
}

function stateIn(record: ConversationRecord): ConversationState | null {
    return knownState({ record, message: null, read: null }).state;
}
