import { LRUCache } from 'lru-cache';
import type { AgentName } from '#contract';
import type { Ending } from '../../conversations/ending.ts';
import type {
    Acceptance,
    AcceptResult,
    Decline,
    DueEnd,
    Findings,
    Journal,
    MessageKey,
    Progress
} from '../../conversations/journal.ts';
import type { ConversationRecord, HistoryEntry, Operation } from '../../conversations/records.ts';

const MAX_RECORDS = 10_000;

/**
 * A journal that answers `read` from memory. That is exact where every write comes through it, as with the embedded
 * store: a write forgets what was read before and while it ran. What is unfinished is never kept, for time alone
 * changes it; what is in flight is looked at only where a write has read anew.
 */
export class RememberingJournal implements Journal {
    readonly #journal: Journal;
    readonly #reads = new LRUCache<string, Promise<ConversationRecord>>({ max: MAX_RECORDS });

    constructor(journal: Journal) {
        this.#journal = journal;
    }

    read(conversationId: string): Promise<ConversationRecord> {
        const known = this.#reads.get(conversationId);
        if (known !== undefined) return known;
        const pending = this.#journal.read(conversationId);
        this.#reads.set(conversationId, pending);
        const forget = (): void => {
            if (this.#reads.peek(conversationId) === pending) this.#reads.delete(conversationId);
        };
        pending.then(({ unfinished }) => {
            if (unfinished !== null) forget();
        }, forget);
        return pending;
    }

    accept(
        conversationId: string,
        by: AgentName | null,
        judge: (record: ConversationRecord) => Acceptance | Decline
    ): Promise<AcceptResult> {
        return this.#write(conversationId, () => this.#journal.accept(conversationId, by, judge));
    }

    startNativeCall(operation: Operation): Promise<boolean> {
        return this.#write(operation.conversationId, () => this.#journal.startNativeCall(operation));
    }

    endNativeCall(...[operation, ...how]: Parameters<Journal['endNativeCall']>): Promise<void> {
        return this.#write(operation.conversationId, () => this.#journal.endNativeCall(operation, ...how));
    }

    complete(operation: Operation, ending: Ending): Promise<ConversationRecord> {
        return this.#write(operation.conversationId, () => this.#journal.complete(operation, ending));
    }

    progress(conversationId: string, operationId: string | null): Promise<Progress | null> {
        return this.#journal.progress(conversationId, operationId);
    }

    async claimDue(limit: number): Promise<Operation[]> {
        const operations = await this.#journal.claimDue(limit);
        // They were unfinished before, so nothing is kept of them but reads that are under way.
        for (const { conversationId } of operations) this.#reads.delete(conversationId);
        return operations;
    }

    /** When an end is due is nothing that a record tells. */
    claimDueEnds(limit: number): Promise<DueEnd[]> {
        return this.#journal.claimDueEnds(limit);
    }

    recordFindings(
        conversationId: string,
        find: (record: ConversationRecord) => Findings | null,
        once?: MessageKey
    ): Promise<void> {
        return this.#write(conversationId, () => this.#journal.recordFindings(conversationId, find, once));
    }

    async forget(days: number): Promise<string[]> {
        const forgotten = await this.#journal.forget(days);
        for (const id of forgotten) this.#reads.delete(id);
        return forgotten;
    }

    history(...page: Parameters<Journal['history']>): Promise<HistoryEntry[]> {
        return this.#journal.history(...page);
    }

    async #write<T>(conversationId: string, work: () => Promise<T>): Promise<T> {
        this.#reads.delete(conversationId);
        try {
            return await work();
        } finally {
            this.#reads.delete(conversationId);
        }
    }
}
