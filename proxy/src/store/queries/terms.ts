import { sql, type Selectable } from 'kysely';
import { NO_TERMS, termsAfter, type BlockTerms, type SaidTerms } from '../../conversations/knowledge/block-terms.ts';
import type { BlockTable, StoredTerms } from '../schema.ts';
import { toJson } from './json.ts';

/** The columns in which a block keeps what it says. */
export const TERMS_COLUMNS = ['reason', 'note', 'until'] as const satisfies (keyof BlockTable)[];

type TermsColumns = Pick<Selectable<BlockTable>, (typeof TERMS_COLUMNS)[number]>;

/** What is said of a block, as its columns; those of what is not spoken of are left out. */
export function termsColumns(said: SaidTerms): Partial<TermsColumns> {
    return said;
}

/** What is said of a block, as values of a select; null where nothing is. */
export function termsValues(said: SaidTerms) {
    const { reason, note, until } = termsAfter(NO_TERMS, said);
    return [
        sql<string | null>`${reason}::text`.as('reason'),
        sql<string | null>`${note}::text`.as('note'),
        sql<Date | null>`${until}::timestamptz`.as('until')
    ];
}

/** What a block says, from its columns. */
export function toTerms({ reason, note, until }: TermsColumns): BlockTerms {
    return { reason, note, until };
}

/** What is said of a block, as the JSON of an operation: what is not spoken of is not in it. */
export function storedTerms(said: SaidTerms): string {
    return toJson(said);
}

/** What was said of a block, from the JSON of an operation. */
export function toSaidTerms(stored: StoredTerms): SaidTerms {
    const { until, ...said } = stored;
    return until === undefined ? said : { ...said, until: until === null ? null : new Date(until) };
}

/** What a block said, from the JSON of an operation. */
export function toBlockTerms(stored: StoredTerms): BlockTerms {
    return termsAfter(NO_TERMS, toSaidTerms(stored));
}
