import { randomUUID } from 'node:crypto';
import { sql, type Insertable, type Kysely } from 'kysely';
import type { AgentName } from '#contract';
import { changesTerms } from '../../conversations/knowledge/block-terms.ts';
import type { Operation } from '../../conversations/knowledge/records.ts';
import type { AcceptedOperation } from '../../conversations/protocol/journal.ts';
import type { BlockTable, Schema } from '../schema.ts';
import type { ConversationKey } from './conversation.ts';
import { TERMS_COLUMNS, termsColumns, termsValues } from './terms.ts';

/** The block that a command opens; GoTallo has not confirmed it yet. */
export function blockRow(key: ConversationKey, operation: AcceptedOperation, by: AgentName): Insertable<BlockTable> {
    const { id, command, acceptedAt } = operation;
    const agent = { agent_id: by.id, agent_name: by.name };
    return {
        id: randomUUID(),
        ...key,
        opened_by: id,
        ...agent,
        ...termsColumns(command.terms ?? {}),
        since: acceptedAt
    };
}

const CONFIRMED_COLUMNS = [
    'id',
    'tenant',
    'conversation_id',
    'opened_by',
    'agent_id',
    'agent_name',
    'since',
    'confirmed',
    ...TERMS_COLUMNS
] as const;

/**
 * Confirms the open block, or opens a confirmed one where it was ended meanwhile, by an observation from before GoTallo's
 * answer. A repeat of a confirmed one changes nothing but what it says of reason and note; one that never was confirmed
 * is from now on the block of the agent whose command was.
 */
export async function confirmBlock(
    db: Kysely<Schema>,
    { tenant }: ConversationKey,
    operation: Operation
): Promise<void> {
    const { terms: said = {}, undoes } = operation.command;
    // One that was opened again stays the block of whoever it was.
    const isOldOne = undoes !== undefined;
    const isChanged = operation.blockBefore !== null && changesTerms(said, operation.blockBefore);
    await db
        .insertInto('block')
        .columns(CONFIRMED_COLUMNS)
        .expression((eb) =>
            eb
                .selectFrom('operation as o')
                .select([sql<string>`${randomUUID()}::uuid`.as('id'), 'o.tenant', 'o.conversation_id'])
                .select(['o.id as opened_by', 'o.agent_id', 'o.agent_name', 'o.accepted_at'])
                .select(sql<boolean>`true`.as('confirmed'))
                .select(termsValues(said))
                .where('o.tenant', '=', tenant)
                .where('o.id', '=', operation.id)
        )
        .onConflict((conflict) =>
            conflict
                .columns(['tenant', 'conversation_id'])
                .where('ended_at', 'is', null)
                .doUpdateSet({
                    ...(!isOldOne && {
                        agent_id: keptWhenConfirmed('agent_id'),
                        agent_name: keptWhenConfirmed('agent_name'),
                        since: keptWhenConfirmed('since')
                    }),
                    confirmed: true,
                    ...(isChanged && {
                        changed_by_id: sql.ref<string>('excluded.agent_id'),
                        changed_by_name: sql.ref<string>('excluded.agent_name'),
                        changed_at: sql.ref<Date>('excluded.since')
                    }),
                    ...termsColumns(said),
                    // Another end starts anew, however often the old one was tried.
                    ...(said.until !== undefined && { end_tries: 0, end_again_at: null })
                })
        )
        .execute();
}

function keptWhenConfirmed<K extends 'agent_id' | 'agent_name' | 'since'>(column: K) {
    const [old, proposed] = [sql.ref(`block.${column}`), sql.ref(`excluded.${column}`)];
    return sql<BlockTable[K]>`case when block.confirmed then ${old} else ${proposed} end`;
}
