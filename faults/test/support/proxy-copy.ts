import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** A mistake planted into a file of the proxy. */
export interface Mistake {
    /** Below `proxy/src`. */
    file: string;
    before: string;
    after: string;
}

/**
 * A copy of the proxy with a mistake in it; removed when the test ends.
 * @returns the path of its `server.ts`
 */
export async function proxyWith({ file, before, after }: Mistake, t: TestContext): Promise<string> {
    const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'proxy-copy-')));
    t.after(() => rm(root, { recursive: true, force: true }));
    await cp(path.join(ROOT, 'proxy/src'), path.join(root, 'proxy/src'), { recursive: true });
    await cp(path.join(ROOT, 'package.json'), path.join(root, 'package.json'));
    await symlink(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
    const target = path.join(root, 'proxy/src', file);
    const text = await readFile(target, 'utf8');
    // A mistake that is not planted proves nothing.
    assert.ok(text.includes(before), `${file} does not hold: ${before}`);
    await writeFile(
        target,
        text.replace(before, () => after)
    );
    return path.join(root, 'proxy/src/server.ts');
}
