/**
 * `npm test -- [suite, file or folder …] [--name <pattern>] [--watch] [--deep]`: runs every suite that takes no minutes, or
 * what is named, and ends with what failed and the counts of all.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { chooseTests, type ChosenSuite } from './choose-tests.ts';
import { runSuite } from './run-suite.ts';
import type { TestCounts, TestFailure } from './suite/result.ts';
import { TEST_SUITES } from './test-suites.ts';

const RESULTS = 'test-results';
/** In characters. */
const LONGEST_WHY = 8000;

const choice = chooseTests(process.argv.slice(2), TEST_SUITES);
if (typeof choice === 'string') {
    console.error(choice);
    process.exit(2);
}

await mkdir(RESULTS, { recursive: true });
const folder = await mkdtemp(path.join(RESULTS, 'counts-'));
const total: TestCounts = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
const failures: TestFailure[] = [];
const { name, isWatching, chosen } = choice;
const hasWaiting = chosen.some(({ suite }) => suite.mostlyWaits === true);
const beside = hasWaiting ? chosen.filter(({ suite }) => suite.isPatient === true) : [];
for (const each of chosen.filter((one) => !beside.includes(one))) {
    if (each.suite.mostlyWaits === true)
        await Promise.all([runChosen(each), ...beside.map((one) => runChosen(one, true))]);
    else await runChosen(each);
}
await rm(folder, { recursive: true });
// Once more at the end: what came first may be cut off where the output is kept.
for (const { name, why } of failures) console.log(`\nfailed: ${name}\n${why.slice(0, LONGEST_WHY)}`);
console.log(`\n${lines.join('\n')}\n${inWords(total)}`);
process.exitCode = total.failed > 0 ? 1 : 0;

async function runChosen({ suite, files }: ChosenSuite, isBeside = false): Promise<void> {
    console.log(`\n== ${suite.name}: ${suite.covers}`);
    const started = performance.now();
    const counts = await runSuite(suite, { folder, files, name, isWatching, isBeside });
    failures.push(...counts.failures);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
    lines.push(`${suite.name.padEnd(8)} ${inWords(counts)}  (${Math.round((performance.now() - started) / 1000)} s)`);
}

function inWords({ passed, failed, skipped }: TestCounts): string {
    return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
