import type { Kysely } from 'kysely';
import type { AcceptResult } from '../conversations/journal.ts';
import { Failure } from '../failure.ts';
import type { Schema } from './schema.ts';
import { completeOperation } from './complete-operation.ts';
import { inTransaction } from './transaction.ts';

type Accepted = Extract<AcceptResult, { kind: 'accepted' }>;

/**
 * Operations whose commit got no answer. They are not carried out, so what was committed all the same is ended before
 * anybody takes it up, as long as this process lives and the database comes back within the lease.
 */
export class Withdrawals {
    readonly #db: Kysely<Schema>;
    readonly #tenant: string;
    readonly #leaseMs: number;
    /** Each with the time until which it is looked for. */
    readonly #unsure = new Map<Accepted, number>();

    /** @param leaseMs after this nobody but us can have a commit under way that may still become visible */
    constructor(db: Kysely<Schema>, tenant: string, leaseMs: number) {
        this.#db = db;
        this.#tenant = tenant;
        this.#leaseMs = leaseMs;
    }

    /**
     * Ends it at once if that is possible, else before the next operations are taken over. Never throws.
     * @returns whether it surely is ended
     */
    async add(accepted: Accepted, at: Date): Promise<boolean> {
        this.#unsure.set(accepted, performance.now() + this.#leaseMs);
        await this.carryOut(at).catch(() => {});
        return !this.#unsure.has(accepted);
    }

    /** @throws what the database throws; then they stay to be ended */
    async carryOut(at: Date): Promise<void> {
        for (const [accepted, until] of [...this.#unsure]) {
            const isEnded = await this.#withdraw(accepted, at);
            if (isEnded || performance.now() > until) this.#unsure.delete(accepted);
        }
    }

    /** @returns false where nothing of it is to be seen: it was never committed, or its commit is still under way */
    async #withdraw({ operation, record }: Accepted, at: Date): Promise<boolean> {
        const key = { tenant: this.#tenant, conversation_id: operation.conversationId };
        const ending = { outcome: 'failed', failure: 'store-unavailable', before: record } as const;
        try {
            await inTransaction(this.#db, (trx) => completeOperation(trx, key, operation, { ending, at }));
            return true;
        } catch (error) {
            if (error instanceof Failure) return false;
            throw error;
        }
    }
}
