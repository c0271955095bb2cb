import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it, type TestContext } from 'node:test';
import { repeat } from '../repeat/repeat.ts';
import { runSuite } from '../run-suite.ts';
import type { TestSuite } from '../test-suites.ts';

const PASSING = `
import { it } from 'node:test';
it('holds', () => {});
it('holds as well', () => {});
`;

/** Fails in every second run, by what the run before has left beside it. */
const UNSTEADY = `
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
const trace = import.meta.filename + '.trace';
describe('something', () => {
    it('holds now and then', () => {
        if (!existsSync(trace)) return writeFileSync(trace, '');
        rmSync(trace);
        throw new Error('not this time');
    });
});
`;

/** Ends its process before anything can be counted. */
const GONE = 'process.kill(process.pid, "SIGKILL");';

/** Node's runner runs nothing when it is started by a test of Node's runner, which it tells by this variable. */
const CONTEXT = 'NODE_TEST_CONTEXT';

describe('npm run repeat', () => {
    const context = process.env[CONTEXT];
    before(() => delete process.env[CONTEXT]);
    after(() => Object.assign(process.env, context !== undefined && { [CONTEXT]: context }));

    async function suiteOf(t: TestContext, files: Record<string, string>): Promise<TestSuite> {
        const folder = await mkdtemp(path.join(os.tmpdir(), 'repeat-'));
        t.after(() => rm(folder, { recursive: true }));
        for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
        return { name: 'fake', covers: 'nothing', runner: 'node', files: `${folder}/*.test.mjs` };
    }

    async function run(suite: TestSuite, ...args: string[]): Promise<{ code: number; last: string }> {
        const lines: string[] = [];
        const code = await repeat(args, [suite], { print: (line) => lines.push(line), isShown: false });
        return { code, last: lines.at(-1) ?? '' };
    }

    it('says how many passed each time when none failed', async (t) => {
        const suite = await suiteOf(t, { 'good.test.mjs': PASSING });
        assert.deepEqual(await run(suite, 'fake', '3'), { code: 0, last: '\n3 runs, 2 passed each time' });
    });

    it('names the test that failed, its file, and how often', async (t) => {
        const suite = await suiteOf(t, { 'good.test.mjs': PASSING, 'bad.test.mjs': UNSTEADY });
        const { code, last } = await run(suite, 'fake', '4');
        assert.equal(code, 1);
        assert.match(last, /^\n4 runs, 2 with failures\n {2}2 of 4 {2}\S+bad\.test\.mjs:6 {2}holds now and then$/);
    });

    it('tells why a test failed', async (t) => {
        const suite = await suiteOf(t, { 'bad.test.mjs': UNSTEADY });
        const folder = path.dirname(suite.files);
        await writeFile(path.join(folder, 'bad.test.mjs.trace'), '');
        const { failures } = await runSuite(suite, { folder, isShown: false });
        assert.deepEqual(
            failures.map(({ why }) => why),
            ['not this time']
        );
    });

    it('counts what every process says that a suite is shared out to, and that one of them has said nothing', async (t) => {
        const suite = await suiteOf(t, { 'good.test.mjs': PASSING, 'bad.test.mjs': UNSTEADY, 'gone.test.mjs': GONE });
        const folder = path.dirname(suite.files);
        await writeFile(path.join(folder, 'bad.test.mjs.trace'), '');
        const { passed, failures } = await runSuite({ ...suite, shares: 3 }, { folder, isShown: false });
        assert.equal(passed, 2);
        assert.equal(failures.length, 2);
        assert.match(failures.map(({ name }) => name).join(), /holds now and then/);
        assert.match(failures.map(({ name }) => name).join(), /the runner itself failed/);
    });

    it('runs only the files that are named', async (t) => {
        const suite = await suiteOf(t, { 'good.test.mjs': PASSING, 'bad.test.mjs': UNSTEADY });
        const good = suite.files.replace('*', 'good');
        assert.deepEqual(await run(suite, 'fake', '2', good), { code: 0, last: '\n2 runs, 2 passed each time' });
    });

    it('names a file that cannot be run', async (t) => {
        const suite = await suiteOf(t, { 'broken.test.mjs': 'import "./nothing.mjs";' });
        const { code, last } = await run(suite, 'fake', '2');
        assert.equal(code, 1);
        assert.match(last, /^\n2 runs, 2 with failures\n {2}2 of 2 {2}\S+broken\.test\.mjs$/);
    });

    it('fails when there is nothing to run', async (t) => {
        const { code, last } = await run(await suiteOf(t, {}), 'fake', '1');
        assert.equal(code, 1);
        assert.match(last, /1 of 1 {2}fake: there was no test to run$/);
    });

    for (const [what, args, words] of [
        ['a suite that is not there', ['nonsense', '2'], /^Usage: .* Suites: fake\.$/],
        ['nothing at all', [], /^Usage: /],
        ['no number', ['fake', 'often'], /^How many times\?/],
        ['no run', ['fake', '0'], /^How many times\?/]
    ] as const) {
        it(`says what is wrong with ${what}`, async (t) => {
            const { code, last } = await run(await suiteOf(t, {}), ...args);
            assert.equal(code, 2);
            assert.match(last, words);
        });
    }
});
