import { LRUCache } from 'lru-cache';
import { atMost } from '../../lib/at-most.ts';
import type { ConversationRecord } from '../../conversations/knowledge/records.ts';
import type { Journal } from '../../conversations/protocol/journal.ts';

const MAX_RECORDS = 10_000;

/**
 * The same journal, answering `read` from memory. That is exact where every write comes through it, as with the embedded
 * store: a write forgets what was read before and while it ran. What is unfinished is never kept, nor that Block User may
 * still take effect, for time alone changes it; a state in flight is looked at only where a write has read anew.
 */
export function remembering(journal: Journal): Journal {
    const reads = new LRUCache<string, Promise<ConversationRecord>>(atMost(MAX_RECORDS));
    const write = async <T>(id: string, work: () => Promise<T>): Promise<T> => {
        reads.delete(id);
        try {
            return await work();
        } finally {
            reads.delete(id);
        }
    };
    return {
        ...journal,
        read: (id) => reads.get(id) ?? keep(reads, id, journal.read(id)),
        accept: (id, ...asked) => write(id, () => journal.accept(id, ...asked)),
        startNativeCall: (operation) => write(operation.conversationId, () => journal.startNativeCall(operation)),
        endNativeCall: (operation, ...how) =>
            write(operation.conversationId, () => journal.endNativeCall(operation, ...how)),
        complete: (operation, ending) => write(operation.conversationId, () => journal.complete(operation, ending)),
        recordFindings: (id, ...found) => write(id, () => journal.recordFindings(id, ...found)),
        // They were unfinished before, so nothing is kept of them but reads that are under way.
        claimDue: (limit) => forgetting(journal.claimDue(limit), (all) => all.map((each) => each.conversationId)),
        forget: (days) => forgetting(journal.forget(days), (ids) => ids)
    };

    async function forgetting<T>(work: Promise<T>, touched: (result: T) => string[]): Promise<T> {
        const result = await work;
        for (const id of touched(result)) reads.delete(id);
        return result;
    }
}

/** Keeps a read for the next one, unless it fails or tells of something that ends by itself. */
function keep(
    reads: LRUCache<string, Promise<ConversationRecord>>,
    id: string,
    read: Promise<ConversationRecord>
): Promise<ConversationRecord> {
    reads.set(id, read);
    const forget = (): void => {
        if (reads.peek(id) === read) reads.delete(id);
    };
    read.then(({ unfinished, nativeInFlightMs }) => {
        if (unfinished !== null || nativeInFlightMs > 0) forget();
    }, forget);
    return read;
}
