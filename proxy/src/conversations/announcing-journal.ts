import type { AgentName } from '#contract';
import type { Ending } from './ending.ts';
import type { Acceptance, AcceptResult, Decline, DueEnd, Findings, Journal, MessageKey, Progress } from './journal.ts';
import { knownState } from './known-state.ts';
import type { ChangeListener } from './ports.ts';
import type { ConversationRecord, HistoryEntry, Operation, NativeBlock } from './records.ts';
import { withObserved } from './findings.ts';

/** A journal that tells a listener what was written down, whoever asked for it: an agent, recovery, or a webhook. */
export class AnnouncingJournal implements Journal {
    readonly #journal: Journal;
    readonly #listener: ChangeListener;

    constructor(journal: Journal, listener: ChangeListener) {
        this.#journal = journal;
        this.#listener = listener;
    }

    read(conversationId: string): Promise<ConversationRecord> {
        return this.#journal.read(conversationId);
    }

    accept(
        conversationId: string,
        by: AgentName | null,
        judge: (record: ConversationRecord) => Acceptance | Decline
    ): Promise<AcceptResult> {
        return this.#journal.accept(conversationId, by, judge);
    }

    startNativeCall(operation: Operation): Promise<boolean> {
        return this.#journal.startNativeCall(operation);
    }

    endNativeCall(operation: Operation, nativeBlock: NativeBlock, inFlightMs: number): Promise<void> {
        return this.#journal.endNativeCall(operation, nativeBlock, inFlightMs);
    }

    async complete(operation: Operation, ending: Ending): Promise<ConversationRecord> {
        const record = await this.#journal.complete(operation, ending);
        this.#tell(operation.conversationId, record);
        return record;
    }

    progress(conversationId: string, operationId: string | null): Promise<Progress | null> {
        return this.#journal.progress(conversationId, operationId);
    }

    claimDue(limit: number): Promise<Operation[]> {
        return this.#journal.claimDue(limit);
    }

    claimDueEnds(limit: number): Promise<DueEnd[]> {
        return this.#journal.claimDueEnds(limit);
    }

    async recordFindings(
        conversationId: string,
        find: (record: ConversationRecord) => Findings | null,
        once?: MessageKey
    ): Promise<void> {
        let after: ConversationRecord | null = null;
        await this.#journal.recordFindings(
            conversationId,
            (record) => {
                const findings = find(record);
                after = findings === null ? null : changedBy(record, findings);
                return findings;
            },
            once
        );
        if (after !== null) this.#tell(conversationId, after);
    }

    forget(days: number): Promise<string[]> {
        return this.#journal.forget(days);
    }

    history(...page: Parameters<Journal['history']>): Promise<HistoryEntry[]> {
        return this.#journal.history(...page);
    }

    #tell(conversationId: string, record: ConversationRecord): void {
        const { state } = knownState({ record, message: null, read: null });
        this.#listener.conversationChanged({ conversationId, state, at: new Date() });
    }
}

/** What is stored then, as far as cards show it; null when they show what they did: most messages change nothing. */
function changedBy(record: ConversationRecord, findings: Findings): ConversationRecord | null {
    const { observedState, nativeBlock, blockEndedBy, resolvedBy } = findings;
    const after: ConversationRecord = {
        ...withObserved(record, observedState ?? null),
        nativeBlock: nativeBlock ?? record.nativeBlock,
        openBlock: blockEndedBy == null ? record.openBlock : null
    };
    const isShown = [nativeBlock, blockEndedBy, resolvedBy].some((found) => found != null);
    const [was, is] = [record, after].map((each) => knownState({ record: each, message: null, read: null }).state);
    return isShown || was !== is ? after : null;
}
