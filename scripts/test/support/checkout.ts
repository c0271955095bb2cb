import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

/** Nothing of the machine's settings, and of the commit that a hook may run these tests for. */
const ENVIRONMENT = {
    PATH: process.env['PATH'],
    GIT_CONFIG_GLOBAL: os.devNull,
    GIT_CONFIG_NOSYSTEM: '1'
};

/** Whether this machine has git. */
export const HAS_GIT = spawnSync('git', ['--version']).status === 0;

/** A new folder, removed when the test ends. */
export async function newFolder(t: TestContext): Promise<string> {
    const folder = await realpath(await mkdtemp(path.join(os.tmpdir(), 'checkout-')));
    t.after(async () => await rm(folder, { recursive: true, force: true }));
    return folder;
}

/** A new folder that is a git checkout. */
export async function newCheckout(t: TestContext): Promise<string> {
    const folder = await newFolder(t);
    git(folder, 'init', '--quiet');
    return folder;
}

/** Runs git in a folder. */
export function git(folder: string, ...args: string[]): string {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: folder, env: ENVIRONMENT, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    return stdout;
}

/** Runs a script of this project in a folder, and expects that it succeeds in silence. */
export function runIn(folder: string, script: string, env: NodeJS.ProcessEnv = {}): void {
    const options = { cwd: folder, env: { ...ENVIRONMENT, ...env }, encoding: 'utf8' } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], options);
    assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
}
