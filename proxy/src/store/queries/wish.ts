import type { Selectable } from 'kysely';
import type { ConversationState } from '#contract';
import type { BlockTerms, Wish } from '../../conversations/records.ts';
import type { OperationTable, StoredTerms } from '../schema.ts';

/** The columns in which an operation keeps its wish. */
export const WISH_COLUMNS = [
    'kind',
    'wish',
    'reason',
    'reason_said',
    'note',
    'note_said',
    'until',
    'until_said',
    'undoes'
] as const;

type WishColumns = Pick<OperationTable, (typeof WISH_COLUMNS)[number]>;

/** The wish of an operation as columns; what is not spoken of is told apart from what is taken away. */
export function wishColumns({ kind, state, reason, note, until, undoes }: Wish): Selectable<WishColumns> {
    const told = { reason: reason ?? null, note: note ?? null, until: until ?? null };
    const said = {
        reason_said: reason !== undefined,
        note_said: note !== undefined,
        until_said: until !== undefined
    };
    return { kind, wish: state, ...told, ...said, undoes: undoes ?? null };
}

/** The wish of an operation that somebody carries out or will; findings, which nobody carries out, have none. */
function toWish(row: Selectable<WishColumns>): Wish {
    return {
        kind: row.kind as Wish['kind'],
        state: row.wish as ConversationState,
        reason: row.reason_said ? row.reason : undefined,
        note: row.note_said ? row.note : undefined,
        until: row.until_said ? row.until : undefined,
        undoes: row.undoes ?? undefined
    };
}

/** What a conversation is brought to: the columns of the operation that asked for it are null where none did. */
export type TargetColumns = { target_state: ConversationState | null } & {
    [Column in keyof Selectable<WishColumns>]: Selectable<WishColumns>[Column] | null;
};

/** As a wish. What others did is one to set the state, and nothing else. */
export function targetWish({ target_state, ...row }: TargetColumns): Wish {
    const { kind, wish, reason_said, note_said, until_said } = row;
    if (kind === null || wish === null) return { kind: 'state', state: target_state as ConversationState };
    const said = {
        reason_said: reason_said === true,
        note_said: note_said === true,
        until_said: until_said === true
    };
    return toWish({ ...row, ...said, kind, wish });
}

/** What a block said, as it was stored. */
export function toTerms({ until, ...said }: StoredTerms): BlockTerms {
    return { ...said, until: until === null ? null : new Date(until) };
}
