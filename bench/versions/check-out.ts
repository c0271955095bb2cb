import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { REPOSITORY, type Commit } from './commit.ts';
import type { ProxyVersion } from './version.ts';

const run = promisify(execFile);

/** Says how the proxy of a commit is started: its own command line, tenants file and names of permissions. */
const STARTER = 'bench/servers/proxy.ts';

/**
 * Puts the files of an older commit into an empty folder, with the packages of the present project, and finds there how
 * that commit's own measurements started its proxy.
 * @throws Error with a sentence that says what is wrong
 */
export async function checkOut({ revision, hash }: Commit, folder: string): Promise<ProxyVersion> {
    const archive = `${folder}.tar`;
    await run('git', ['-C', REPOSITORY, 'archive', '--format=tar', '-o', archive, hash]);
    await run('tar', ['-xf', archive, '-C', folder]);
    await rm(archive);
    const file = path.join(folder, STARTER);
    if (!existsSync(file)) {
        throw new Error(
            `--against: ${revision} cannot be started, for it has no ${STARTER}. Take a commit that has one.`
        );
    }
    await symlink(path.join(REPOSITORY, 'node_modules'), path.join(folder, 'node_modules'), 'dir');
    const { proxyCommand, proxyEnvironment } = (await import(
        pathToFileURL(file).href
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
