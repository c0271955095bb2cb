import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { AgentName } from '#contract';
import { changesTerms, termsAfter } from '../../conversations/knowledge/block-terms.ts';
import type { HistoryEntry, NativeBlockStatus } from '../../conversations/knowledge/records.ts';
import { HISTORY_LIMIT, type HistoryPage } from '../../conversations/protocol/journal.ts';
import type { OperationTable, Schema } from '../schema.ts';
import type { ConversationKey } from './conversation.ts';
import { toBlockTerms, toSaidTerms } from './terms.ts';

/** Named one by one: a statement kept prepared fails once `*` stands for others than when it was prepared. */
const ENTRY_COLUMNS = [
    'id',
    'number',
    'kind',
    'target',
    'agent_id',
    'agent_name',
    'accepted_at',
    'ended_at',
    'outcome',
    'failure',
    'native_outcome',
    'origin',
    'terms',
    'block_before',
    'undoes',
    'retries_native'
] as const;

/** A page, newest first. The limit is the database's: a long history is never held here as a whole. */
export async function selectHistory(
    db: Kysely<Schema>,
    key: ConversationKey,
    { before = null, limit = HISTORY_LIMIT }: HistoryPage
): Promise<HistoryEntry[]> {
    const rows = await db
        .selectFrom('operation')
        .select(ENTRY_COLUMNS)
        .where('tenant', '=', key.tenant)
        .where('conversation_id', '=', key.conversation_id)
        .$if(before !== null, (query) => query.where('number', '<', before))
        .orderBy('number', 'desc')
        .limit(limit)
        .execute();
    return rows.map(toEntry);
}

/** Something that was found out, as an operation that has ended. */
export interface Finding {
    kind: HistoryEntry['kind'];
    target: HistoryEntry['target'];
    by: AgentName | null;
    at: Date;
    nativeBlock: NativeBlockStatus | null;
}

/** Puts a finding into the history. */
export async function insertFinding(db: Kysely<Schema>, key: ConversationKey, finding: Finding): Promise<void> {
    const { kind, target, by, at, nativeBlock } = finding;
    await db
        .insertInto('operation')
        .values({
            id: randomUUID(),
            ...key,
            kind,
            target,
            agent_id: by?.id ?? null,
            agent_name: by?.name ?? null,
            accepted_at: at,
            ended_at: at,
            outcome: 'confirmed',
            origin: by === null ? 'observation' : 'agent',
            native_outcome: nativeBlock
        })
        .execute();
}

type Row = Pick<Selectable<OperationTable>, (typeof ENTRY_COLUMNS)[number]>;

function toEntry(row: Row): HistoryEntry {
    const { agent_id: id, agent_name: name } = row;
    return {
        id: row.id,
        number: String(row.number),
        kind: row.kind,
        target: row.target,
        by: id === null || name === null ? null : { id, name },
        terms: toBlockTerms(row.terms),
        acceptedAt: row.accepted_at,
        endedAt: row.ended_at,
        outcome: row.outcome,
        failure: row.failure,
        nativeBlock: row.native_outcome,
        origin: row.origin,
        changed: changedBy(row),
        undoes: row.undoes,
        retriesNativeBlock: row.retries_native
    };
}

/** What the block said before and after, where this changed one that held. */
function changedBy(row: Row): HistoryEntry['changed'] {
    if (row.block_before === null || row.outcome === 'failed') return null;
    const before = toBlockTerms(row.block_before);
    const said = toSaidTerms(row.terms);
    return changesTerms(said, before) ? { before, after: termsAfter(before, said) } : null;
}
