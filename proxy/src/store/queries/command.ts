import type { Selectable } from 'kysely';
import type { ConversationState } from '#contract';
import type { BlockTerms, Command } from '../../conversations/knowledge/records.ts';
import type { OperationTable, StoredTerms } from '../schema.ts';

/** The columns in which an operation keeps its command. */
export const COMMAND_COLUMNS = [
    'kind',
    'target',
    'reason',
    'reason_said',
    'note',
    'note_said',
    'until',
    'until_said',
    'undoes'
] as const;

type CommandColumns = Pick<OperationTable, (typeof COMMAND_COLUMNS)[number]>;

/** The command of an operation as columns; what is not spoken of is told apart from what is taken away. */
export function commandColumns({ kind, state, reason, note, until, undoes }: Command): Selectable<CommandColumns> {
    const told = { reason: reason ?? null, note: note ?? null, until: until ?? null };
    const said = {
        reason_said: reason !== undefined,
        note_said: note !== undefined,
        until_said: until !== undefined
    };
    return { kind, target: state, ...told, ...said, undoes: undoes ?? null };
}

/** The command of an operation that somebody carries out or will; findings, which nobody carries out, have none. */
function toCommand(row: Selectable<CommandColumns>): Command {
    return {
        kind: row.kind as Command['kind'],
        state: row.target as ConversationState,
        reason: row.reason_said ? row.reason : undefined,
        note: row.note_said ? row.note : undefined,
        until: row.until_said ? row.until : undefined,
        undoes: row.undoes ?? undefined
    };
}

/** What a conversation is brought to: the columns of the operation that asked for it are null where none did. */
export type TargetColumns = { target_state: ConversationState | null } & {
    [Column in keyof Selectable<CommandColumns>]: Selectable<CommandColumns>[Column] | null;
};

/** As a command. What others did is one to set the state, and nothing else. */
export function targetCommand({ target_state, ...row }: TargetColumns): Command {
    const { kind, target, reason_said, note_said, until_said } = row;
    if (kind === null || target === null) return { kind: 'state', state: target_state as ConversationState };
    const said = {
        reason_said: reason_said === true,
        note_said: note_said === true,
        until_said: until_said === true
    };
    return toCommand({ ...row, ...said, kind, target });
}

/** What a block said, as it was stored. */
export function toTerms({ until, ...said }: StoredTerms): BlockTerms {
    return { ...said, until: until === null ? null : new Date(until) };
}
