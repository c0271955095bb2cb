import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The root of this working copy. */
export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** Says how the proxy of a commit is started: its own command line, tenants file and names of permissions. */
export const STARTER = 'bench/servers/proxy.ts';

/** A commit, and what it was asked for by. */
export interface Commit {
    /** As it was given: a short hash, a branch, a tag. */
    revision: string;
    hash: string;
}

/**
 * Finds a commit whose proxy can be measured.
 * @throws Error with a sentence that says what is wrong
 */
export async function findCommit(revision: string, repository = REPOSITORY): Promise<Commit> {
    if (!(await isClone(repository))) {
        throw new Error('--against needs a git clone of the project, with its history; this folder is none.');
    }
    const name = `${revision}^{commit}`;
    const words = ['-C', repository, 'rev-parse', '--verify', '--quiet', '--end-of-options', name];
    const found = await run('git', words).catch(() => null);
    const hash = found?.stdout.trim().split('\n').at(-1) ?? '';
    if (hash === '') throw new Error(`--against: there is no commit "${revision}" in this clone.`);
    const canStart = await run('git', ['-C', repository, 'cat-file', '-e', `${hash}:${STARTER}`]).then(
        () => true,
        () => false
    );
    if (!canStart)
        throw new Error(`--against: "${revision}" has no ${STARTER}, which starts its proxy. Take a commit that has.`);
    return { revision, hash };
}

/** A folder inside another project's clone is not meant. */
async function isClone(folder: string): Promise<boolean> {
    const found = await run('git', ['-C', folder, 'rev-parse', '--show-toplevel']).catch(() => null);
    return found !== null && (await realpath(found.stdout.trim())) === (await realpath(folder));
}
