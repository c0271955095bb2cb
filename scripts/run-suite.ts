import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { availableParallelism, constants, setPriority } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import pLimit from 'p-limit';
import { findPostgres, startPostgres } from '../proxy/test/support/postgres-server.ts';
import { runnerCommand } from './suite/command.ts';
import { failing, NOTHING, readResult, together, type SuiteResult } from './suite/result.ts';
import { hasInstallPackages } from './suite/install-packages.ts';
import { filesOf, shareOut } from './suite/shares.ts';
import type { TestSuite } from './test-suites.ts';

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
    /** Beside another suite, to which it gives way; not if left out. */
    isBeside?: boolean;
}

/** How many processes work at a time. With one a core, a core would wait whenever its test waits. */
const MOST_AT_ONCE = availableParallelism() + 1;
/** A folder in memory, as Linux has it. */
const IN_MEMORY = '/dev/shm';
/** Where Node keeps scripts that it has compiled, for the processes after the first. */
const COMPILED = path.resolve('.cache/compiled');

/**
 * Runs one suite.
 * @returns the counts; a runner that fails without any failed test, or finds no test at all, counts as one failure, a suite that
 *   cannot run here as one that is skipped
 */
export async function runSuite(suite: TestSuite, options: RunOptions): Promise<SuiteResult> {
    if (suite.needs === 'postgres') return runOnPostgres(suite, options);
    if (suite.needs === 'install' && !(await hasInstallPackages())) {
        console.log(`skipped: the packages of install/ are not there, and cannot be installed here`);
        return { ...NOTHING, skipped: 1 };
    }
    return runTests(suite, options, {});
}

async function runOnPostgres(suite: TestSuite, options: RunOptions): Promise<SuiteResult> {
    const bin = await findPostgres();
    if (bin === null) {
        console.log("skipped: PostgreSQL is not installed; on Debian, install the package 'postgresql' to run it");
        return { ...NOTHING, skipped: 1 };
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
    const shares = sharesOf(suite, options);
    const isAlone = shares.length === 1 && options.isBeside !== true;
    const results = await pLimit(MOST_AT_ONCE).map(shares, (files, index) => {
        const share = { ...suite, name: `${suite.name}-${index}` };
        return runShare(share, { ...options, files }, { environment, isAlone });
    });
    const result = results.reduce(together, NOTHING);
    const { passed, failed, skipped } = result;
    return passed + failed + skipped > 0 ? result : failing(result, `${suite.name}: there was no test to run`);
}

/** The files of each process that is started. */
function sharesOf(suite: TestSuite, { files = [], isWatching }: RunOptions): readonly (readonly string[])[] {
    if (suite.runner === 'jest') return [files];
    const chosen = files.length > 0 ? files : filesOf(suite);
    return shareOut(chosen, isWatching === true ? 1 : (suite.shares ?? 1));
}

async function runShare(
    suite: TestSuite,
    { folder, files = [], name = null, isWatching = false, isShown = true, isBeside = false }: RunOptions,
    { environment, isAlone }: { environment: Record<string, string>; isAlone: boolean }
): Promise<SuiteResult> {
    const output = path.join(folder, `${suite.name}.json`);
    // What an earlier run has written must not count for this one.
    await rm(output, { force: true });
    const [command, args] = runnerCommand(suite, { files, name, isWatching, output });
    const memory = suite.writesMuch === true && existsSync(IN_MEMORY) ? { TMPDIR: IN_MEMORY } : {};
    const env = { ...process.env, NODE_COMPILE_CACHE: COMPILED, ...memory, ...environment };
    const child = spawn(command, args, { stdio: isShown && isAlone ? 'inherit' : 'pipe', env });
    if (isBeside && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    const ended = once(child, 'close');
    const printed = [child.stdout, child.stderr].map(async (stream) => (stream === null ? '' : text(stream)));
    const [code] = (await ended) as [number | null];
    // What several print at a time, nobody could read.
    if (isShown) process.stdout.write((await Promise.all(printed)).join(''));
    const result = await readResult(suite, output);
    return result.failed === 0 && code !== 0 ? failing(result, `${suite.name}: the runner itself failed`) : result;
}
