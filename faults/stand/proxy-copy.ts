import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** An edit of a file of the proxy. */
export interface Edit {
    /** Below `proxy/src`. */
    file: string;
    /** What is there, and what takes its place. */
    replace: [from: string, to: string];
}

/** A proxy of its own. */
export interface ProxyCopy {
    /** Its `proxy/src`. */
    source: string;
    /** Path of its `server.ts`. */
    server: string;
    remove(): Promise<void>;
}

/** A copy of the proxy with edits in it. */
export async function copyProxy(edits: readonly Edit[]): Promise<ProxyCopy> {
    const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'proxy-copy-')));
    const source = path.join(root, 'proxy/src');
    await cp(path.join(ROOT, 'proxy/src'), source, { recursive: true });
    await cp(path.join(ROOT, 'package.json'), path.join(root, 'package.json'));
    await symlink(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'));
    for (const { file, replace } of edits) await edit(path.join(source, file), replace);
    const remove = (): Promise<void> => rm(root, { recursive: true, force: true });
    return { source, server: path.join(source, 'server.ts'), remove };
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
