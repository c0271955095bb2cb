import assert from 'node:assert/strict';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { stagedFiles } from '../../checks/staged-files.ts';
import { git, HAS_GIT, newCheckout, newFolder } from '../support/checkout.ts';

describe('stagedFiles', { skip: HAS_GIT ? false : 'needs git' }, () => {
    it('names what the next commit changes, and nothing else', async (t) => {
        const folder = await newCheckout(t);
        const file = (name: string): string => path.join(folder, name);
        for (const name of ['changed', 'deleted', 'old name', 'unstaged']) await writeFile(file(name), name);
        git(folder, 'add', '.');
        git(folder, '-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '-m', 'first');
        await writeFile(file('changed'), 'otherwise');
        await rm(file('deleted'));
        await rename(file('old name'), file('new näme'));
        git(folder, 'add', '.');
        await writeFile(file('unstaged'), 'otherwise');
        await writeFile(file('unknown'), '');
        assert.deepEqual(await stagedFiles(folder), [
            { path: 'changed', isDeleted: false },
            { path: 'deleted', isDeleted: true },
            { path: 'new näme', isDeleted: false },
            { path: 'old name', isDeleted: true }
        ]);
    });

    it('names nothing where nothing is staged', async (t) => {
        assert.deepEqual(await stagedFiles(await newCheckout(t)), []);
    });

    it('says so where there is no checkout', async (t) => {
        await assert.rejects(stagedFiles(await newFolder(t)), /git ended with/);
    });
});
