import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { runSuite } from '../run-suite.ts';
import type { SuiteResult } from '../suite/result.ts';
import type { TestSuite } from '../test-suites.ts';

const RESULTS = 'test-results';

interface Wanted {
    suite: TestSuite;
    times: number;
    files: string[];
}

/**
 * The command `npm run repeat`.
 * @param args `<suite> <times> [file …]`
 * @param options `print` gets each line; `isShown`: whether the runner's own output is shown; it is, if left out
 * @returns the exit code
 */
export async function repeat(
    args: readonly string[],
    suites: readonly TestSuite[],
    { print, isShown = true }: { print: (line: string) => void; isShown?: boolean }
): Promise<0 | 1 | 2> {
    const wanted = readArguments(args, suites);
    if (typeof wanted === 'string') {
        print(wanted);
        return 2;
    }
    const results: SuiteResult[] = [];
    await mkdir(RESULTS, { recursive: true });
    const folder = await mkdtemp(path.join(RESULTS, 'repeat-'));
    try {
        while (results.length < wanted.times) {
            print(`\n== ${wanted.suite.name}: run ${results.length + 1} of ${wanted.times}`);
            results.push(await runSuite(wanted.suite, { folder, files: wanted.files, isShown }));
        }
    } finally {
        await rm(folder, { recursive: true });
    }
    print(`\n${summaryOf(results)}`);
    return results.some(({ failed }) => failed > 0) ? 1 : 0;
}

/** @returns what is wanted, or what is wrong with the arguments, in words */
function readArguments([name, times, ...files]: readonly string[], suites: readonly TestSuite[]): Wanted | string {
    const suite = suites.find((each) => each.name === name);
    if (!suite) {
        const names = suites.map((each) => each.name).join(', ');
        return `Usage: npm run repeat -- <suite> <times> [file …]. Suites: ${names}.`;
    }
    if (!/^[1-9]\d{0,3}$/.test(times ?? '')) return 'How many times? A whole number from 1 to 9999.';
    return { suite, times: Number(times), files };
}

/** Which test failed how often, the worst first; how many passed, when none did. */
function summaryOf(results: readonly SuiteResult[]): string {
    const runs = `${results.length} ${results.length === 1 ? 'run' : 'runs'}`;
    const bad = results.filter(({ failed }) => failed > 0);
    if (bad.length === 0) return `${runs}, ${inWords(results)}`;
    const counts = new Map<string, number>();
    for (const { name } of bad.flatMap(({ failures }) => failures)) counts.set(name, (counts.get(name) ?? 0) + 1);
    const lines = [...counts]
        .sort(([, a], [, b]) => b - a)
        .map(([name, count]) => `  ${count} of ${results.length}  ${name}`);
    return [`${runs}, ${bad.length} with failures`, ...lines].join('\n');
}

function inWords(results: readonly SuiteResult[]): string {
    const passed = [...new Set(results.map((result) => result.passed))].join(' or ');
    const skipped = results[0]?.skipped ?? 0;
    return `${passed} passed each time${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
