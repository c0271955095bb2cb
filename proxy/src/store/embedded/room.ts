import { statfs } from 'node:fs/promises';
import { shared } from '../../lib/shared.ts';

/** Two files of the write-ahead log, 16 MiB each, and as much again for tables. */
export const RESERVE_BYTES = 64 * 1024 * 1024;

/** For how long an answer of the disk counts: it cannot take as much as the reserve in so short a time. */
const FRESH_MS = 50;

/**
 * Makes sure that the disk has room for more than what is under way. The embedded Postgres stops the whole process
 * when the disk is full to the last byte, so new work is refused before that, and results can still be written down.
 * @param reserveBytes what must be free
 * @returns throws an Error when it is not
 */
export function roomIn(folder: string, reserveBytes: number): () => Promise<void> {
    const free = shared(() => freeBytes(folder), FRESH_MS);
    return async () => {
        if ((await free()) < reserveBytes) {
            throw new Error(`Less than ${reserveBytes} bytes are free for the folder.`);
        }
    };
}

/** How many bytes are free on the disk of a folder, for a user without special rights. */
export async function freeBytes(folder: string): Promise<number> {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
}
