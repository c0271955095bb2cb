import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { findCommit, STARTER } from '../../../bench/versions/commit.ts';

describe('the older commit of npm run bench -- --against', () => {
    it('is found by its branch, and by a short hash', async (t) => {
        const { folder, hash } = await cloneWithOneCommit(t);
        assert.deepEqual(await findCommit('main', folder), { revision: 'main', hash });
        assert.deepEqual(await findCommit(hash.slice(0, 7), folder), { revision: hash.slice(0, 7), hash });
    });

    it('is refused in one sentence when nothing has that name', async (t) => {
        const { folder } = await cloneWithOneCommit(t);
        for (const revision of ['0000000', 'no-such-branch', '--all', '', `main:${STARTER}`]) {
            await assert.rejects(findCommit(revision, folder), {
                message: `--against: there is no commit "${revision}" in this clone.`
            });
        }
    });

    it('is refused in one sentence when it does not say how its proxy is started', async (t) => {
        const { folder, hash } = await cloneWithOneCommit(t, 'another-file');
        await assert.rejects(findCommit(hash, folder), { message: new RegExp(`"${hash}" has no ${STARTER}`) });
    });

    it('is refused where there is no clone, also in a folder of another project', async (t) => {
        const { folder } = await cloneWithOneCommit(t);
        const inside = path.join(folder, 'inside');
        await mkdir(inside);
        for (const each of [inside, await newFolder(t)]) {
            await assert.rejects(findCommit('main', each), /needs a git clone/);
        }
    });
});

async function cloneWithOneCommit(t: TestContext, file = STARTER): Promise<{ folder: string; hash: string }> {
    const folder = await newFolder(t);
    const git = (...words: string[]): string =>
        execFileSync('git', ['-C', folder, '-c', 'user.name=Ana', '-c', 'user.email=ana@example.com', ...words], {
            encoding: 'utf8'
        }).trim();
    git('init', '--quiet', '--initial-branch=main');
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), '');
    git('add', '.');
    git('commit', '--quiet', '--no-verify', '-m', 'test: a file');
    return { folder, hash: git('rev-parse', 'HEAD') };
}

async function newFolder(t: TestContext): Promise<string> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'against-'));
    t.after(() => rm(folder, { recursive: true, force: true }));
    return folder;
}
