import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { TestSuite } from '../test-suites.ts';

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

/** Of a run in which nothing was run. */
export const NOTHING: SuiteResult = { passed: 0, failed: 0, skipped: 0, failures: [] };

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
 * What a runner has written down.
 * @returns nothing of anything when it did not come to that
 */
export async function readResult({ runner }: TestSuite, output: string): Promise<SuiteResult> {
    const text = await readFile(output, 'utf8').catch(() => '');
    if (text === '') return NOTHING;
    if (runner === 'node') return nodeResult.parse(JSON.parse(text));
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

/** The same, and one failure more, which is no test's. */
export function failing(result: SuiteResult, why: string): SuiteResult {
    return { ...result, failed: 1, failures: [{ name: why, why: '' }] };
}

/** What became of all of it. */
export function together(one: SuiteResult, other: SuiteResult): SuiteResult {
    return {
        passed: one.passed + other.passed,
        failed: one.failed + other.failed,
        skipped: one.skipped + other.skipped,
        failures: [...one.failures, ...other.failures]
    };
}
