import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { CACHE } from './paths.ts';

/** A folder of one run, named after its process so that what a crashed run left behind can be told. */
export function createRunFolder(): string {
    mkdirSync(CACHE, { recursive: true });
    for (const name of readdirSync(CACHE)) {
        const pid = /^run-(\d+)-/.exec(name)?.[1];
        if (pid && !isAlive(Number(pid))) removeFolder(CACHE + name);
    }
    return mkdtempSync(`${CACHE}run-${process.pid}-`);
}

export function removeFolder(folder: string): void {
    rmSync(folder, { recursive: true, force: true });
}

function isAlive(pid: number): boolean {
    try {
        return process.kill(pid, 0);
    } catch {
        return false;
    }
}
