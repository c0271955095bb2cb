import type { Kysely } from 'kysely';
import type { AcceptResult } from '../conversations/journal.ts';
import { Failure } from '../failure.ts';
import type { Schema } from './schema.ts';
import { settleOperation } from './settle-operation.ts';
import { inTransaction } from './transaction.ts';

type Accepted = Extract<AcceptResult, { kind: 'accepted' }>;

/**
 * Operations whose commit got no answer. Their callers are told that nothing was accepted, so what was committed all
 * the same is ended before anybody carries it out.
 */
export class Withdrawals {
    readonly #db: Kysely<Schema>;
    readonly #tenant: string;
    readonly #unsure = new Set<Accepted>();

    constructor(db: Kysely<Schema>, tenant: string) {
        this.#db = db;
        this.#tenant = tenant;
    }

    /** Ends it at once if that is possible, else before the next operations are taken over. Never throws. */
    async add(accepted: Accepted, at: Date): Promise<void> {
        this.#unsure.add(accepted);
        await this.carryOut(at).catch(() => {});
    }

    /** @throws what the database throws; then they stay to be ended */
    async carryOut(at: Date): Promise<void> {
        for (const accepted of [...this.#unsure]) {
            await this.#withdraw(accepted, at);
            this.#unsure.delete(accepted);
        }
    }

    async #withdraw({ operation, record }: Accepted, at: Date): Promise<void> {
        const key = { tenant: this.#tenant, conversation_id: operation.conversationId };
        const ending = {
            outcome: 'failed',
            failure: 'store-unavailable',
            at,
            doubt: record.doubt,
            platform: null,
            lateMs: 0,
            againMs: null
        } as const;
        try {
            await inTransaction(this.#db, (trx) => settleOperation(trx, key, operation, { ending, at }));
        } catch (error) {
            // It was never committed, or it is another's already.
            if (!(error instanceof Failure)) throw error;
        }
    }
}
