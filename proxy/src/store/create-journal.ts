import { randomUUID } from 'node:crypto';
import type { Journal } from '../conversations/protocol/journal.ts';
import { acceptCommand } from './accept-command.ts';
import { completeOperation } from './complete-operation.ts';
import type { Database } from './database.ts';
import { endNativeCall, startNativeCall } from './native-call.ts';
import type { ConversationKey } from './queries/conversation.ts';
import { claimDueEnds } from './queries/due-ends.ts';
import { forgetUntouched } from './queries/forget.ts';
import { selectHistory } from './queries/history.ts';
import { claimDue, selectProgress } from './queries/operation.ts';
import { forgetOldMessages } from './queries/webhook-message.ts';
import { recordFindings } from './record-findings.ts';
import { storeWork } from './store-failure.ts';
import { inTransaction } from './transaction.ts';

/** How long an operation belongs to a process when nothing else is said. */
const LEASE_MS = 60_000;

const FORGET_EVERY_MS = 60 * 60 * 1000;

/** What a journal can be told about its work. */
export interface JournalOptions {
    /** For how long an operation belongs to the process that carries it out; 60,000 when left out. */
    leaseMs?: number | undefined;
    /** This process's clock, for the times that people see. Leases go by the clock of the database. */
    now?: (() => Date) | undefined;
    /** Asked before new work is written down; what it throws refuses the work. */
    ensureRoom?: (() => Promise<void>) | undefined;
}

/** The journal of one tenant in Postgres. */
export function createJournal(database: Database, tenant: string, options: JournalOptions = {}): Journal {
    const { db, quick } = database;
    const { leaseMs = LEASE_MS, now = () => new Date(), ensureRoom = async () => {} } = options;
    const keyOf = (conversationId: string): ConversationKey => ({ tenant, conversation_id: conversationId });
    const forgetNowAndThen = nowAndThen(() => forgetOldMessages(db, tenant));
    return {
        read: (id) => storeWork('reading', () => quick.read(keyOf(id))),
        accept: (id, by, judge, known) =>
            storeWork('accepting', async () => {
                await ensureRoom();
                return acceptCommand(database, keyOf(id), { by, judge, known, leaseMs, now });
            }),
        startNativeCall: (operation) =>
            storeWork('accepting', () => {
                // The lease runs already, so it is over by then.
                const overAt = new Date(now().getTime() + leaseMs);
                return startNativeCall(database, keyOf(operation.conversationId), operation, overAt);
            }),
        endNativeCall: (operation, end) =>
            storeWork('completing', () => endNativeCall(db, keyOf(operation.conversationId), operation, end)),
        complete: (operation, ending) =>
            storeWork('completing', () =>
                completeOperation(database, keyOf(operation.conversationId), operation, { ending, at: now() })
            ),
        progress: (id, operationId) => storeWork('reading', () => selectProgress(db, keyOf(id), operationId)),
        claimDue: (limit) =>
            storeWork('accepting', async () => {
                await forgetNowAndThen();
                return claimDue(db, tenant, limit, { id: randomUUID(), ms: leaseMs });
            }),
        claimDueEnds: (limit) => storeWork('accepting', () => claimDueEnds(db, tenant, { limit, leaseMs })),
        recordFindings: (id, find, once) =>
            storeWork('accepting', async () => {
                await ensureRoom();
                return inTransaction(db, (trx) => recordFindings(trx, keyOf(id), { find, once, now }));
            }),
        forget: (days) => storeWork('accepting', () => forgetUntouched(db, tenant, days)),
        history: (id, page = {}) => storeWork('reading', () => selectHistory(db, keyOf(id), page))
    };
}

/** The work at once and then an hour later at the earliest, however often it is called for. */
function nowAndThen(work: () => Promise<unknown>): () => Promise<void> {
    let doneAt = Number.NEGATIVE_INFINITY;
    return async () => {
        if (performance.now() - doneAt < FORGET_EVERY_MS) return;
        doneAt = performance.now();
        await work();
    };
}
