import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { shareOut } from '../../suite/shares.ts';

async function filesOf(t: TestContext, sizes: readonly number[]): Promise<string[]> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'shares-'));
    t.after(() => rm(folder, { recursive: true }));
    const files = sizes.map((size, index) => ({ size, file: path.join(folder, `${index}.test.ts`) }));
    await Promise.all(files.map(({ size, file }) => writeFile(file, 'x'.repeat(size))));
    return files.map(({ file }) => file);
}

describe('shareOut', () => {
    it('gives every file to one share, and to no other', async (t) => {
        const files = await filesOf(t, [5, 40, 10, 10, 20, 0]);
        const shared = shareOut(files, 3);
        assert.deepEqual(shared.flat().toSorted(), files.toSorted());
    });

    it('puts the longest first, each where there is least so far', async (t) => {
        const [small = '', large = '', middle = ''] = await filesOf(t, [10, 40, 20]);
        assert.deepEqual(shareOut([small, large, middle], 2), [[large], [middle, small]]);
    });

    it('makes no share without a file', async (t) => {
        const files = await filesOf(t, [1, 2]);
        assert.equal(shareOut(files, 5).length, 2);
        assert.deepEqual(shareOut([], 5), []);
    });
});
