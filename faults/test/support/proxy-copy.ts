import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

const ROOT = path.resolve(import.meta.dirname, '../../..');

/** An edit of a file of the proxy. */
export interface Edit {
    /** Below `proxy/src`. */
    file: string;
    /** What is there, and what takes its place. */
    replace: [from: string, to: string];
}

/**
 * A copy of the proxy with edits in it; removed when the test ends.
 * @returns the path of its `server.ts`
 */
export async function proxyWith(edits: readonly Edit[], t: TestContext): Promise<string> {
    const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'proxy-copy-')));
    t.after(() => rm(root, { recursive: true, force: true }));
    await cp(path.join(ROOT, 'proxy/src'), path.join(root, 'proxy/src'), { recursive: true });
    await cp(path.join(ROOT, 'package.json'), path.join(root, 'package.json'));
    await symlink(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
    for (const { file, replace } of edits) await edit(path.join(root, 'proxy/src', file), replace);
    return path.join(root, 'proxy/src/server.ts');
}

/** A mistake that is not planted proves nothing, nor does one that is planted somewhere else. */
async function edit(file: string, [from, to]: Edit['replace']): Promise<void> {
    const text = await readFile(file, 'utf8');
    assert.equal(text.split(from).length - 1, 1, `${path.basename(file)} must hold once: ${from}`);
    await writeFile(
        file,
        text.replace(from, () => to)
    );
}
