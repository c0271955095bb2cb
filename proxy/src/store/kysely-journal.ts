import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AgentName } from '#contract';
import type { Ending } from '../conversations/ending.ts';
import type {
    Acceptance,
    AcceptResult,
    Decline,
    DueEnd,
    Findings,
    HistoryPage,
    Journal,
    MessageKey,
    Progress
} from '../conversations/journal.ts';
import type { ConversationRecord, HistoryEntry, Operation, NativeBlock } from '../conversations/records.ts';
import { Failure } from '../failure.ts';
import { acceptCommand, type Asking } from './accept-command.ts';
import { writeFindings } from './record-findings.ts';
import { startNativeCall, endNativeCall } from './native-call.ts';
import type { ConversationKey } from './queries/conversation.ts';
import { claimDueEnds } from './queries/due-ends.ts';
import { forgetUntouched } from './queries/forget.ts';
import { selectHistory } from './queries/history.ts';
import { claimDue, selectProgress } from './queries/operation.ts';
import { lockRecord, readRecord } from './queries/record.ts';
import { forgetOldMessages, takeMessage } from './queries/webhook-message.ts';
import type { Schema } from './schema.ts';
import { completeOperation } from './complete-operation.ts';
import { storeWork } from './store-failure.ts';
import { inTransaction } from './transaction.ts';
import { Withdrawals } from './withdrawals.ts';

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
export class KyselyJournal implements Journal {
    readonly #db: Kysely<Schema>;
    readonly #tenant: string;
    readonly #leaseMs: number;
    readonly #now: () => Date;
    readonly #withdrawals: Withdrawals;
    readonly #ensureRoom: () => Promise<void>;
    #forgotAt = Number.NEGATIVE_INFINITY;

    constructor(db: Kysely<Schema>, tenant: string, options: JournalOptions = {}) {
        const { leaseMs = LEASE_MS, now = () => new Date(), ensureRoom = async () => {} } = options;
        this.#db = db;
        this.#tenant = tenant;
        this.#withdrawals = new Withdrawals(db, tenant, leaseMs);
        this.#leaseMs = leaseMs;
        this.#now = now;
        this.#ensureRoom = ensureRoom;
    }

    async read(conversationId: string): Promise<ConversationRecord> {
        return storeWork('reading', () => readRecord(this.#db, this.#key(conversationId)));
    }

    async accept(
        conversationId: string,
        by: AgentName | null,
        judge: (record: ConversationRecord) => Acceptance | Decline
    ): Promise<AcceptResult> {
        const asking = { by, judge, leaseMs: this.#leaseMs, now: this.#now };
        return storeWork('accepting', async () => {
            await this.#ensureRoom();
            return this.#accept(this.#key(conversationId), asking);
        });
    }

    async startNativeCall(operation: Operation): Promise<boolean> {
        const at = this.#now();
        return storeWork('accepting', () => startNativeCall(this.#db, this.#keyOf(operation), operation, at));
    }

    async endNativeCall(operation: Operation, nativeBlock: NativeBlock, inFlightMs: number): Promise<void> {
        const how = { nativeBlock, inFlightMs };
        await storeWork('completing', () => endNativeCall(this.#db, this.#keyOf(operation), operation, how));
    }

    async complete(operation: Operation, ending: Ending): Promise<ConversationRecord> {
        const how = { ending, at: this.#now() };
        return storeWork('completing', () =>
            inTransaction(this.#db, (trx) => completeOperation(trx, this.#keyOf(operation), operation, how))
        );
    }

    async progress(conversationId: string, operationId: string | null): Promise<Progress | null> {
        return storeWork('reading', () => selectProgress(this.#db, this.#key(conversationId), operationId));
    }

    async claimDue(limit: number): Promise<Operation[]> {
        return storeWork('accepting', async () => {
            await this.#withdrawals.carryOut(this.#now());
            await this.#forgetNowAndThen();
            return claimDue(this.#db, this.#tenant, limit, { id: randomUUID(), ms: this.#leaseMs });
        });
    }

    async claimDueEnds(limit: number): Promise<DueEnd[]> {
        return storeWork('accepting', () => claimDueEnds(this.#db, this.#tenant, { limit, leaseMs: this.#leaseMs }));
    }

    async recordFindings(
        conversationId: string,
        find: (record: ConversationRecord) => Findings | null,
        once?: MessageKey
    ): Promise<void> {
        const key = this.#key(conversationId);
        const work = async (trx: Kysely<Schema>): Promise<void> => {
            if (once !== undefined && !(await takeMessage(trx, this.#tenant, once))) return;
            const record = await lockRecord(trx, key);
            const findings = find(record);
            if (findings !== null) await writeFindings(trx, key, findings, { record, at: this.#now() });
        };
        await storeWork('accepting', async () => {
            await this.#ensureRoom();
            await inTransaction(this.#db, work);
        });
    }

    async forget(days: number): Promise<string[]> {
        return storeWork('accepting', () => forgetUntouched(this.#db, this.#tenant, days));
    }

    async history(conversationId: string, page: HistoryPage = {}): Promise<HistoryEntry[]> {
        return storeWork('reading', () => selectHistory(this.#db, this.#key(conversationId), page));
    }

    #key(conversationId: string): ConversationKey {
        return { tenant: this.#tenant, conversation_id: conversationId };
    }

    #keyOf({ conversationId }: Operation): ConversationKey {
        return this.#key(conversationId);
    }

    async #accept(key: ConversationKey, asking: Asking): Promise<AcceptResult> {
        let result: AcceptResult | undefined;
        try {
            const accept = async (trx: Kysely<Schema>) => (result = await acceptCommand(trx, key, asking));
            return await inTransaction(this.#db, accept, ({ kind }) => kind === 'accepted');
        } catch (error) {
            if (result?.kind !== 'accepted') throw error;
            const isWithdrawn = await this.#withdrawals.add(result, this.#now());
            throw isWithdrawn ? error : new Failure('result-not-stored', { cause: error });
        }
    }

    async #forgetNowAndThen(): Promise<void> {
        const now = performance.now();
        if (now - this.#forgotAt < FORGET_EVERY_MS) return;
        this.#forgotAt = now;
        await forgetOldMessages(this.#db, this.#tenant);
    }
}
