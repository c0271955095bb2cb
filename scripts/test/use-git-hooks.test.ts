import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { git, HAS_GIT, newCheckout, newFolder, runIn } from './support/checkout.ts';
import { PROJECT } from './support/project-copy.ts';

const SCRIPT = path.join(PROJECT, 'scripts/use-git-hooks.js');

function hooksPath(folder: string): string {
    return git(folder, 'config', '--default', '', '--get', 'core.hooksPath').trim();
}

describe('use-git-hooks', { skip: HAS_GIT ? false : 'needs git' }, () => {
    it('lets git run the hooks of the project', async (t) => {
        const folder = await newCheckout(t);
        runIn(folder, SCRIPT);
        assert.equal(hooksPath(folder), '.githooks');
        runIn(folder, SCRIPT);
        assert.equal(hooksPath(folder), '.githooks');
    });

    it('keeps a folder of hooks that is set already', async (t) => {
        const folder = await newCheckout(t);
        git(folder, 'config', 'core.hooksPath', 'my-hooks');
        runIn(folder, SCRIPT);
        assert.equal(hooksPath(folder), 'my-hooks');
    });

    it('keeps hooks that are installed already', async (t) => {
        const folder = await newCheckout(t);
        await mkdir(path.join(folder, '.git/hooks'), { recursive: true });
        await writeFile(path.join(folder, '.git/hooks/pre-push'), '#!/bin/sh\n');
        runIn(folder, SCRIPT);
        assert.equal(hooksPath(folder), '');
    });

    it('changes nothing in a folder that is no checkout itself, not even in the checkout around it', async (t) => {
        const outer = await newCheckout(t);
        const inner = path.join(outer, 'unpacked');
        await mkdir(inner);
        runIn(inner, SCRIPT);
        assert.equal(hooksPath(outer), '');
        assert.equal(existsSync(path.join(inner, '.git')), false);
    });

    it('does not mind a machine without git', async (t) => {
        const folder = await newCheckout(t);
        runIn(folder, SCRIPT, { PATH: await newFolder(t) });
        assert.equal(hooksPath(folder), '');
    });
});
