import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AgentName } from '#contract';
import type { Acceptance, ConversationRecord, Ending, Journal, Operation, Wish } from '../conversations/records.ts';
import { confirmBlock, endBlock, endOpenBlock, endRefusedBlock, openBlock } from './block-queries.ts';
import {
    insertConversation,
    readRecord,
    setConfirmedState,
    setDoubt,
    type ConversationKey
} from './conversation-queries.ts';
import { endOperation, endUnsettled, insertOperation, selectHistory } from './operation-queries.ts';
import type { Schema } from './schema.ts';
import { storeWork } from './store-failure.ts';

/** The journal of one tenant in Postgres. */
export class KyselyJournal implements Journal {
    readonly #db: Kysely<Schema>;
    readonly #tenant: string;

    constructor(db: Kysely<Schema>, tenant: string) {
        this.#db = db;
        this.#tenant = tenant;
    }

    async read(conversationId: string): Promise<ConversationRecord> {
        return storeWork('reading', () => readRecord(this.#db, this.#key(conversationId)));
    }

    async accept(conversationId: string, wish: Wish, by: AgentName, acceptance: Acceptance): Promise<Operation> {
        const key = this.#key(conversationId);
        const acceptedAt = new Date();
        const operation: Operation = {
            id: randomUUID(),
            wish,
            by,
            acceptedAt,
            endedAt: null,
            outcome: 'under-way',
            failure: null
        };
        await this.#write('accepting', async (trx) => {
            await insertConversation(trx, key);
            await endUnsettled(trx, key, acceptedAt);
            await insertOperation(trx, key, operation);
            if (acceptance.isDoubtful) await setDoubt(trx, key, { kind: wish.kind, at: acceptedAt });
            if (acceptance.endsOpenBlock) await endOpenBlock(trx, key, acceptedAt);
            if (wish.kind === 'block') await openBlock(trx, key, operation);
        });
        return operation;
    }

    async settle(conversationId: string, operation: Operation, ending: Ending): Promise<ConversationRecord> {
        const key = this.#key(conversationId);
        const at = new Date();
        return this.#write('settling', async (trx) => {
            await endOperation(trx, key, operation.id, ending, at);
            await setDoubt(trx, key, ending.doubt);
            if (ending.outcome === 'confirmed') await confirm(trx, key, operation, at);
            if (ending.outcome === 'failed') await endRefusedBlock(trx, key, operation, at);
            return readRecord(trx, key);
        });
    }

    async endBlock(conversationId: string, blockId: string): Promise<void> {
        await storeWork('accepting', () => endBlock(this.#db, this.#key(conversationId), blockId, new Date()));
    }

    async history(conversationId: string): Promise<Operation[]> {
        return storeWork('reading', () => selectHistory(this.#db, this.#key(conversationId)));
    }

    #key(conversationId: string): ConversationKey {
        return { tenant: this.#tenant, conversation_id: conversationId };
    }

    async #write<T>(what: 'accepting' | 'settling', work: (trx: Kysely<Schema>) => Promise<T>): Promise<T> {
        return storeWork(what, () => this.#db.transaction().execute(work));
    }
}

async function confirm(trx: Kysely<Schema>, key: ConversationKey, operation: Operation, at: Date): Promise<void> {
    const { wish } = operation;
    await setConfirmedState(trx, key, { state: wish.state, at });
    if (wish.kind === 'block') {
        // It may have been ended meanwhile, by evidence from before GoTallo's answer.
        await openBlock(trx, key, operation);
        await confirmBlock(trx, key, operation);
    }
    if (wish.kind === 'unblock') await endOpenBlock(trx, key, at);
}
