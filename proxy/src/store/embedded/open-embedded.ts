import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { Kysely } from 'kysely';
import { migrateToLatest } from '../migrate.ts';
import { releaseAll } from '../queries/operation.ts';
import { PLANS_THAT_LAST } from '../plans.ts';
import type { Schema } from '../schema.ts';
import { EmbeddedDialect } from './embedded-dialect.ts';
import { lockFolder, type FolderLock } from './folder-lock.ts';

/** An open database, and how it is closed. */
export interface OpenDatabase {
    db: Kysely<Schema>;
    close(): Promise<void>;
}

/**
 * Opens the embedded Postgres, which is this process's alone. What an earlier process was carrying out is due at once.
 * @param dataDir folder, made when it is not there; `memory://` keeps everything in memory
 * @throws StoreInUse when another process works on the folder
 * @throws Error when the folder or the database in it cannot be used
 */
export async function openEmbedded(dataDir: string): Promise<OpenDatabase> {
    const lock = isInMemory(dataDir) ? null : await takeFolder(dataDir);
    try {
        const pglite = await PGlite.create(dataDir);
        await pglite.exec(PLANS_THAT_LAST);
        const db = new Kysely<Schema>({ dialect: new EmbeddedDialect(pglite) });
        try {
            await migrateToLatest(db);
            await releaseAll(db);
        } catch (error) {
            await db.destroy();
            throw error;
        }
        return { db, close: () => db.destroy().finally(() => lock?.release()) };
    } catch (error) {
        lock?.release();
        throw error;
    }
}

/** Whether nothing of the store is on a disk. */
export function isInMemory(dataDir: string): boolean {
    return dataDir.includes('://');
}

async function takeFolder(dataDir: string): Promise<FolderLock> {
    await mkdir(dataDir, { recursive: true });
    return lockFolder(path.resolve(dataDir));
}
