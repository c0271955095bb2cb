import type { Kysely } from 'kysely';
import { createQuickWay, type QuickWay } from './quick/quick-way.ts';
import type { Schema } from './schema.ts';

/** A database, and the quick way into it, which all who work with it share. */
export interface Database {
    db: Kysely<Schema>;
    quick: QuickWay;
}

export function databaseOf(db: Kysely<Schema>): Database {
    return { db, quick: createQuickWay(db) };
}
