import type { Selectable } from 'kysely';
import type { ConversationState } from '#contract';
import type { Command } from '../../conversations/knowledge/records.ts';
import type { OperationTable } from '../schema.ts';
import { storedTerms, toSaidTerms } from './terms.ts';

/** The columns in which an operation keeps its command. */
export const COMMAND_COLUMNS = ['kind', 'target', 'terms', 'undoes', 'retries_native'] as const;

type CommandColumns = Pick<OperationTable, (typeof COMMAND_COLUMNS)[number]>;

/** The command of an operation as columns. */
export function commandColumns({ kind, state, terms = {}, undoes, retriesNativeBlock }: Command) {
    return {
        kind,
        target: state,
        terms: storedTerms(terms),
        undoes: undoes ?? null,
        retries_native: retriesNativeBlock === true
    };
}

/** What a conversation is brought to: the columns of the operation that asked for it are null where none did. */
export type TargetColumns = { target_state: ConversationState | null } & {
    [Column in keyof Selectable<CommandColumns>]: Selectable<CommandColumns>[Column] | null;
};

/** As a command. What others did is one to set the state, and nothing else. */
export function targetCommand({ target_state, kind, target, terms, undoes, retries_native }: TargetColumns): Command {
    if (kind === null || target === null) return { kind: 'state', state: target_state as ConversationState };
    return {
        // Findings, which nobody carries out, are never a target.
        kind: kind as Command['kind'],
        state: target as ConversationState,
        ...(kind !== 'state' && terms !== null && { terms: toSaidTerms(terms) }),
        ...(undoes !== null && { undoes }),
        ...(retries_native && { retriesNativeBlock: true })
    };
}
