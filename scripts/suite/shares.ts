import { globSync, readFileSync, statSync } from 'node:fs';
import type { TestSuite } from '../test-suites.ts';

/** The files of a suite. */
export function filesOf({ files, filesWith }: TestSuite): string[] {
    const all = globSync(files);
    return filesWith === undefined ? all : all.filter((file) => filesWith.test(readFileSync(file, 'utf8')));
}

/**
 * Which files are run together in one process.
 * @param files the longest of them go first, each to the share that has the least: their length tells roughly how long
 *   they take
 * @returns at most so many shares, none of them empty
 */
export function shareOut(files: readonly string[], shares: number): string[][] {
    const shared = Array.from({ length: shares }, () => ({ files: [] as string[], size: 0 }));
    const sized = files.map((file) => ({ file, size: statSync(file).size }));
    for (const { file, size } of sized.toSorted((a, b) => b.size - a.size)) {
        const least = shared.reduce((one, other) => (other.size < one.size ? other : one));
        least.files.push(file);
        least.size += size;
    }
    return shared.map((share) => share.files).filter((share) => share.length > 0);
}
