import type { Migration } from 'kysely/migration';
import { journal } from './0001-journal.ts';

/** Every migration, run in the order of the names. A released one is never changed; none is released yet. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
    '0001-journal': journal
};
