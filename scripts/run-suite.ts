import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
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

const nodeCounts = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });
const jestCounts = z.object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numRuntimeErrorTestSuites: z.number()
});

/**
 * Runs one suite with its output shown.
 * @param folder where the runner may write its counts
 * @returns the counts; a runner that fails without any failed test counts as one failure, a suite that cannot run here
 *   as one that is skipped
 */
export async function runSuite(suite: TestSuite, folder: string): Promise<TestCounts> {
    return suite.needs === 'postgres' ? runOnPostgres(suite, folder) : runTests(suite, folder, {});
}

async function runOnPostgres(suite: TestSuite, folder: string): Promise<TestCounts> {
    const bin = await findPostgres();
    if (bin === null) {
        console.log("skipped: PostgreSQL is not installed; on Debian, install the package 'postgresql' to run it");
        return { passed: 0, failed: 0, skipped: 1 };
    }
    const server = await startPostgres(bin);
    try {
        return await runTests(suite, folder, { TEST_POSTGRES_URL: server.url });
    } finally {
        await server.destroy();
    }
}

async function runTests(suite: TestSuite, folder: string, environment: Record<string, string>): Promise<TestCounts> {
    const file = path.join(folder, `${suite.name}.json`);
    const [command, args] = suite.runner === 'jest' ? jestCommand(file) : nodeCommand(suite.files ?? '', file);
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...environment } });
    const [code] = (await once(child, 'exit')) as [number | null];
    const counts = await readCounts(suite, file);
    return code === 0 || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function jestCommand(file: string): [string, string[]] {
    return ['sfdx-lwc-jest', ['--', '--json', `--outputFile=${file}`]];
}

function nodeCommand(files: string, file: string): [string, string[]] {
    const reporters = [
        ['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ['--test-reporter=./scripts/test-counts-reporter.ts', `--test-reporter-destination=${file}`]
    ];
    return ['node', ['--test', ...reporters.flat(), files]];
}

async function readCounts({ runner }: TestSuite, file: string): Promise<TestCounts> {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text === '') return { passed: 0, failed: 1, skipped: 0 };
    if (runner === 'node') return nodeCounts.parse(JSON.parse(text));
    const jest = jestCounts.parse(JSON.parse(text));
    return {
        passed: jest.numPassedTests,
        failed: jest.numFailedTests + jest.numRuntimeErrorTestSuites,
        skipped: jest.numPendingTests
    };
}
