/** `npm run faults`: see `USAGE`. */
import { readOptions, USAGE, type Options } from './options.ts';
import { report } from './report.ts';
import type { Outcome } from './outcome.ts';
import { run } from './run.ts';

const options = readOrExit();
if (options.help) {
    console.log(USAGE);
    process.exit(0);
}
const outcomes: Outcome[] = [];
for (const mode of options.modes) {
    const { seed, only, keepGoing, server } = options;
    const histories = Math.ceil(options.histories / options.modes.length);
    const onProgress = (played: number): void => {
        if (process.stderr.isTTY) process.stderr.write(`\r${mode.store}: ${played} of ${histories} histories `);
    };
    outcomes.push(await run({ ...mode, histories, seed, only, keepGoing, server, onProgress }));
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}
console.log(report(outcomes));
process.exitCode = outcomes.some(({ violations }) => violations.length > 0) ? 1 : 0;

function readOrExit(): Options {
    try {
        return readOptions(process.argv.slice(2));
    } catch (error) {
        console.error(error instanceof Error ? error.message : String(error));
        process.exit(2);
    }
}
