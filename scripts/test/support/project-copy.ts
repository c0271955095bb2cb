import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { formatProblem } from '../../checks/problem.ts';
import type { Problem } from '../../checks/problem.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const COPIED = ['force-app', 'types', 'sfdx-project.json'];

/** The repository itself, for checks that only read. */
export const PROJECT = ROOT;

/** A copy of what the checks read, to plant mistakes in; removed when the test ends. */
export class ProjectCopy {
    readonly root: string;

    private constructor(root: string) {
        this.root = root;
    }

    static async create(t: TestContext): Promise<ProjectCopy> {
        const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'project-copy-')));
        t.after(async () => await rm(root, { recursive: true, force: true }));
        for (const part of COPIED) await cp(path.join(ROOT, part), path.join(root, part), { recursive: true });
        return new ProjectCopy(root);
    }

    /** Replaces text that must be there: a mistake that is not planted proves nothing. */
    async replace(file: string, before: string, after: string): Promise<void> {
        const text = await readFile(path.join(this.root, file), 'utf8');
        assert.ok(text.includes(before), `${file} does not hold: ${before}`);
        await writeFile(
            path.join(this.root, file),
            text.replace(before, () => after)
        );
    }

    async write(file: string, text: string): Promise<void> {
        await writeFile(path.join(this.root, file), text);
    }

    async rename(before: string, after: string): Promise<void> {
        await rename(path.join(this.root, before), path.join(this.root, after));
    }

    async remove(file: string): Promise<void> {
        await rm(path.join(this.root, file), { recursive: true });
    }
}

/** Asserts that a check found exactly the one mistake that was planted. */
export function assertFound(problems: Problem[], expected: RegExp): void {
    const lines = problems.map(formatProblem);
    assert.equal(lines.length, 1, `one problem expected, found:\n${lines.join('\n')}`);
    assert.match(lines[0] ?? '', expected);
}
