import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { it, type TestContext } from 'node:test';
import { formatProblem } from '../../checks/problem.ts';
import type { Problem } from '../../checks/problem.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const COPIED = ['force-app', 'org-setup', 'translations', 'config', 'types', 'sfdx-project.json'];

/** The repository itself, for checks that only read. */
export const PROJECT = ROOT;

/** A copy of what the checks read, to plant mistakes in; removed when the test ends. */
export class ProjectCopy {
    readonly root: string;

    private constructor(root: string) {
        this.root = root;
    }

    static async create(t: TestContext, parts: readonly string[] = COPIED): Promise<ProjectCopy> {
        const root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'project-copy-')));
        t.after(async () => await rm(root, { recursive: true, force: true }));
        const filter = (source: string): boolean => path.basename(source) !== 'node_modules';
        for (const part of parts) await cp(path.join(ROOT, part), path.join(root, part), { recursive: true, filter });
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

    /** Adds text to a file that must be there. */
    async append(file: string, text: string): Promise<void> {
        await this.write(file, (await readFile(path.join(this.root, file), 'utf8')) + text);
    }

    /** Makes a folder that may be there already. */
    async makeFolder(folder: string): Promise<void> {
        await mkdir(path.join(this.root, folder), { recursive: true });
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

/** A mistake planted into a file of the project, and what a check must say of it. */
export interface Mistake {
    what: string;
    file: string;
    before: string;
    after: string;
    found: RegExp;
}

/** One test per mistake: the check must find it in a copy of the project. */
export function itFinds(mistakes: readonly Mistake[], check: (root: string) => Promise<Problem[]>): void {
    for (const { what, file, before, after, found } of mistakes) {
        it(`finds ${what}`, async (t) => {
            const copy = await ProjectCopy.create(t);
            await copy.replace(file, before, after);
            assertFound(await check(copy.root), found);
        });
    }
}
