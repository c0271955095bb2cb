import type { Migration } from 'kysely/migration';
import { journal } from './0001-journal.ts';
import { protocol } from './0002-protocol.ts';
import { timedBlocks } from './0003-timed-blocks.ts';

/** Every migration, run in the order of the names. A released one is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
    '0001-journal': journal,
    '0002-protocol': protocol,
    '0003-timed-blocks': timedBlocks
};
