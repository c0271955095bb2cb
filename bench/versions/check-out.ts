import { execFile } from 'node:child_process';
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { REPOSITORY, STARTER, type Commit } from './commit.ts';
import type { ProxyVersion } from './version.ts';

const run = promisify(execFile);

/**
 * Puts the files of an older commit into an empty folder, with the packages of the present project, and finds there how
 * that commit's own measurements started its proxy.
 * @throws Error when it cannot be unpacked
 */
export async function checkOut({ revision, hash }: Commit, folder: string): Promise<ProxyVersion> {
    const archive = `${folder}.tar`;
    await run('git', ['-C', REPOSITORY, 'archive', '--format=tar', '-o', archive, hash]);
    await run('tar', ['-xf', archive, '-C', folder]);
    await rm(archive);
    await symlink(path.join(REPOSITORY, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    const { proxyCommand, proxyEnvironment } = (await import(
        pathToFileURL(path.join(folder, STARTER)).href
    )) as typeof import('../servers/proxy.ts');
    return {
        name: revision,
        command: proxyCommand,
        environment: (surroundings) =>
            proxyEnvironment(surroundings).catch((cause: unknown) => {
                throw new Error(`The proxy of ${revision} does not start: ${String(cause)}`, { cause });
            })
    };
}
