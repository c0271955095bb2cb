import path from 'node:path';
import type { TestSuite } from '../test-suites.ts';

/** What a runner is started for. */
export interface RunnerOptions {
    /** Only these files; all of the suite's when empty. */
    files: readonly string[];
    /** Only tests whose name matches this regular expression. */
    name: string | null;
    isWatching: boolean;
    /** The file into which it writes what became of the tests. */
    output: string;
}

/** The program that runs these tests, and its arguments. */
export function runnerCommand({ runner }: TestSuite, options: RunnerOptions): [string, string[]] {
    return runner === 'jest' ? jestCommand(options) : nodeCommand(options);
}

function jestCommand({ files, name, isWatching, output }: RunnerOptions): [string, string[]] {
    const chosen = [...(name === null ? [] : [`--testNamePattern=${name}`]), ...files];
    return [
        'sfdx-lwc-jest',
        ['--', ...(isWatching ? ['--watchAll'] : ['--json', `--outputFile=${output}`]), ...chosen]
    ];
}

function nodeCommand({ files, name, isWatching, output }: RunnerOptions): [string, string[]] {
    const reporter = path.join(import.meta.dirname, '../test-counts-reporter.ts');
    const options = [
        ...(isWatching ? ['--watch'] : ['--test-isolation=none']),
        ...(name === null ? [] : [`--test-name-pattern=${name}`]),
        ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
        ...[`--test-reporter=${reporter}`, `--test-reporter-destination=${output}`]
    ];
    return ['node', ['--test', ...options, ...files]];
}
