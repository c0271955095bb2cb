import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const LOCK_FILE = 'in-use.lock';
/** https://www.sqlite.org/rescode.html#busy */
const SQLITE_BUSY = 5;

/** Another process, or another store of this one, works on the folder. */
export class StoreInUse extends Error {
    override readonly name = 'StoreInUse';
    readonly folder: string;

    constructor(folder: string) {
        super(`The folder ${folder} is in use by another proxy.`);
        this.folder = folder;
    }
}

/** A folder that is ours alone until it is released or the process ends. */
export interface FolderLock {
    release(): void;
}

/**
 * Takes a folder. The lock is SQLite's on a file in it: the kernel frees it with the process, however that ends, so
 * nothing stays behind. (https://www.sqlite.org/lockingv3.html)
 * @throws StoreInUse
 * @throws Error when the folder cannot be written
 */
export function lockFolder(folder: string): FolderLock {
    const file = new DatabaseSync(path.join(folder, LOCK_FILE), { timeout: 0 });
    try {
        // In memory, so that no journal file is left behind by a process that is killed.
        file.exec('pragma journal_mode = memory; begin exclusive');
    } catch (error) {
        file.close();
        throw isBusy(error) ? new StoreInUse(folder) : error;
    }
    return { release: () => file.close() };
}

function isBusy(error: unknown): boolean {
    return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
