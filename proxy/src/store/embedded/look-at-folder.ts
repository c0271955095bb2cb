import { existsSync } from 'node:fs';
import path from 'node:path';
import { lockFolder, StoreInUse } from './folder-lock.ts';
import { freeBytes } from './room.ts';

/** The folder of an embedded store, seen from outside: only one process may look into it. */
export interface FolderLook {
    /** `in-use`: a proxy works on it. `absent`: none ever did. */
    state: 'free' | 'in-use' | 'absent' | 'unusable';
    /** Null where it cannot be told. */
    freeBytes: number | null;
}

/** Looks at the folder, and makes none. Never throws. */
export async function lookAtFolder(folder: string): Promise<FolderLook> {
    const state = existsSync(folder) ? stateOf(folder) : 'absent';
    return { state, freeBytes: await freeBytes(folder).catch(() => null) };
}

function stateOf(folder: string): FolderLook['state'] {
    try {
        lockFolder(path.resolve(folder)).release();
        return 'free';
    } catch (error) {
        return error instanceof StoreInUse ? 'in-use' : 'unusable';
    }
}
