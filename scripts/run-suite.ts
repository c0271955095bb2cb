import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { findPostgres, startPostgres } from '../proxy/test/support/postgres-server.ts';
import type { TestSuite } from './test-suites.ts';

/** How many tests of a suite did what. */
export interface TestCounts {
    passed: number;
    failed: number;
    skipped: number;
}

/** A test that failed. */
export interface TestFailure {
    /** Its file and its own name. */
    name: string;
    /** What the runner says of it; empty when it says nothing. */
    why: string;
}

/** What became of a suite. */
export interface SuiteResult extends TestCounts {
    failures: TestFailure[];
}

/** How a suite is run. */
export interface RunOptions {
    /** Where the runner may write its counts. */
    folder: string;
    /** Only these files; all of the suite's when empty or left out. */
    files?: readonly string[];
    /** Only tests whose name matches this regular expression; all when null or left out. */
    name?: string | null;
    /** Goes on, and runs again whenever a file changes; not if left out. */
    isWatching?: boolean;
    /** Whether the runner's own output is shown; it is, if left out. */
    isShown?: boolean;
}

/** A folder in memory, as Linux has it. */
const IN_MEMORY = '/dev/shm';

const NOTHING: SuiteResult = { passed: 0, failed: 0, skipped: 0, failures: [] };

const nodeResult = z.object({
    passed: z.number(),
    failed: z.number(),
    skipped: z.number(),
    failures: z.array(z.object({ name: z.string(), why: z.string() }))
});
type JestFile = z.infer<typeof jestResult>['testResults'][number];
const jestResult = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numRuntimeErrorTestSuites: z.number(),
    testResults: z.array(
        z.object({
            name: z.string(),
            status: z.string(),
            message: z.string(),
            assertionResults: z.array(
                z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) })
            )
        })
    )
});

/**
 * Runs one suite.
 * @returns the counts; a runner that fails without any failed test, or finds no test at all, counts as one failure, a suite that
 *   cannot run here as one that is skipped
 */
export async function runSuite(suite: TestSuite, options: RunOptions): Promise<SuiteResult> {
    return suite.needs === 'postgres' ? runOnPostgres(suite, options) : runTests(suite, options, {});
}

async function runOnPostgres(suite: TestSuite, options: RunOptions): Promise<SuiteResult> {
    const bin = await findPostgres();
    if (bin === null) {
        console.log("skipped: PostgreSQL is not installed; on Debian, install the package 'postgresql' to run it");
        return { passed: 0, failed: 0, skipped: 1, failures: [] };
    }
    const server = await startPostgres(bin);
    try {
        return await runTests(suite, options, { TEST_POSTGRES_URL: server.url });
    } finally {
        await server.destroy();
    }
}

async function runTests(
    suite: TestSuite,
    options: RunOptions,
    environment: Record<string, string>
): Promise<SuiteResult> {
    const { folder, isShown = true } = options;
    const output = path.join(folder, `${suite.name}.json`);
    // What an earlier run has written must not count for this one.
    await rm(output, { force: true });
    const [command, args] =
        suite.runner === 'jest' ? jestCommand(options, output) : nodeCommand(suite, options, output);
    const stdio = isShown ? 'inherit' : 'ignore';
    const memory = suite.writesMuch === true && existsSync(IN_MEMORY) ? { TMPDIR: IN_MEMORY } : {};
    const child = spawn(command, args, { stdio, env: { ...process.env, ...memory, ...environment } });
    const [code] = (await once(child, 'exit')) as [number | null];
    const result = await readResult(suite, output);
    const { passed, failed, skipped } = result;
    if (failed > 0) return result;
    if (code !== 0) return failing(result, `${suite.name}: the runner itself failed`);
    return passed + skipped > 0 ? result : failing(result, `${suite.name}: there was no test to run`);
}

function jestCommand({ files = [], name = null, isWatching }: RunOptions, output: string): [string, string[]] {
    const chosen = [...(name === null ? [] : [`--testNamePattern=${name}`]), ...files];
    return [
        'sfdx-lwc-jest',
        ['--', ...(isWatching ? ['--watchAll'] : ['--json', `--outputFile=${output}`]), ...chosen]
    ];
}

function nodeCommand(
    suite: TestSuite,
    { files = [], name = null, isWatching }: RunOptions,
    output: string
): [string, string[]] {
    const options = [
        `--test-concurrency=${suite.filesAtOnce ?? 1}`,
        ...(isWatching ? ['--watch'] : []),
        ...(name === null ? [] : [`--test-name-pattern=${name}`]),
        ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...['--test-reporter=./scripts/test-counts-reporter.ts', `--test-reporter-destination=${output}`]
    ];
    return ['node', ['--test', ...options, ...(files.length > 0 ? files : filesOf(suite))]];
}

function filesOf({ files, filesWith }: TestSuite): string[] {
    if (filesWith === undefined) return [files];
    return globSync(files).filter((file) => filesWith.test(readFileSync(file, 'utf8')));
}

async function readResult(suite: TestSuite, output: string): Promise<SuiteResult> {
    const text = await readFile(output, 'utf8').catch(() => '');
    if (text === '') return NOTHING;
    if (suite.runner === 'node') return nodeResult.parse(JSON.parse(text));
    const jest = jestResult.parse(JSON.parse(text));
    return {
        passed: jest.numPassedTests,
        failed: jest.numFailedTests + jest.numRuntimeErrorTestSuites,
        skipped: jest.numPendingTests,
        failures: jest.testResults.flatMap(failuresOf)
    };
}

/** A file that could not be run has no tests to name. */
function failuresOf({ name, status, message, assertionResults }: JestFile): TestFailure[] {
    const file = path.relative('', name);
    if (assertionResults.length === 0) return status === 'failed' ? [{ name: file, why: message }] : [];
    return assertionResults
        .filter((test) => test.status === 'failed')
        .map(({ fullName, failureMessages }) => ({ name: `${file}  ${fullName}`, why: failureMessages.join('\n') }));
}

function failing(result: SuiteResult, why: string): SuiteResult {
    return { ...result, failed: 1, failures: [{ name: why, why: '' }] };
}
