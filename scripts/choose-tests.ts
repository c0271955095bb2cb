import { existsSync, globSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { TestSuite } from './test-suites.ts';

/** A suite, and which of its files are run. */
export interface ChosenSuite {
    suite: TestSuite;
    /** Empty: all of them. */
    files: string[];
}

/** What a run of the tests is about. */
export interface TestChoice {
    chosen: ChosenSuite[];
    /** Only tests whose name matches this regular expression; null: all. */
    name: string | null;
    /** Runs them again whenever a file changes. */
    isWatching: boolean;
}

const USAGE = 'Usage: npm test -- [suite, file or folder …] [--name <pattern>] [--watch] [--deep].';

/**
 * What is asked for.
 * @param args `[suite, file or folder …] [--name <pattern>] [--watch] [--deep]`; without any suite or path, all suites but
 *   the deep ones
 * @returns what is wrong, in words, when it cannot be
 */
export function chooseTests(args: readonly string[], suites: readonly TestSuite[]): TestChoice | string {
    const options = optionsIn(args);
    if (typeof options === 'string') return options;
    const { wanted, name, isWatching, isDeep } = options;
    const chosen = wanted.map((each) => chosenBy(each, suites));
    const unknown = wanted.filter((_, index) => chosen[index] === null);
    if (unknown.length > 0) {
        const names = suites.map((suite) => suite.name).join(', ');
        return `There is no suite and no test in "${unknown.join('", "')}". Suites: ${names}.`;
    }
    const all = suites.filter((suite) => isDeep || suite.isDeep !== true).map((suite) => ({ suite, files: [] }));
    const some = together(chosen.filter((each) => each !== null));
    const result = wanted.length === 0 ? all : some;
    if (isWatching && result.length !== 1) return 'Name one suite, or a file or folder of it, to watch.';
    return { chosen: result, name, isWatching };
}

interface Options {
    wanted: string[];
    name: string | null;
    isWatching: boolean;
    isDeep: boolean;
}

function optionsIn(args: readonly string[]): Options | string {
    try {
        const { values, positionals } = parseArgs({
            args: [...args],
            allowPositionals: true,
            options: { name: { type: 'string' }, watch: { type: 'boolean' }, deep: { type: 'boolean' } }
        });
        const { name = null, watch: isWatching = false, deep: isDeep = false } = values;
        return { wanted: positionals, name, isWatching, isDeep };
    } catch {
        return USAGE;
    }
}

/** @returns null when it is neither a suite nor a path with tests in it */
function chosenBy(wanted: string, suites: readonly TestSuite[]): ChosenSuite | null {
    const named = suites.find(({ name }) => name === wanted);
    if (named) return { suite: named, files: [] };
    if (!existsSync(wanted)) return null;
    const relative = path.relative('', wanted);
    const below = statSync(wanted).isDirectory() ? path.join(relative, '**/*.test.ts') : relative;
    const files = globSync(below).filter((file) => file.endsWith('.test.ts'));
    for (const suite of suites) {
        const own = files.filter((file) => path.matchesGlob(file, suite.files));
        if (own.length > 0) return { suite, files: own };
    }
    return null;
}

/** Several paths of one suite are run together. */
function together(chosen: readonly ChosenSuite[]): ChosenSuite[] {
    const bySuite = Map.groupBy(chosen, ({ suite }) => suite);
    return [...bySuite].map(([suite, parts]) => ({
        suite,
        files: parts.some(({ files }) => files.length === 0) ? [] : parts.flatMap(({ files }) => files)
    }));
}
