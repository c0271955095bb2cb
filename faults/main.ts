/**
 * `npm run faults`: random wishes of several agents, faults of GoTallo and kills of real proxy processes, and after all
 * of it every invariant of the block protocol. Exit code 1: one did not hold; 2: the options are wrong.
 *
 *     --histories 20000  --seed N  --path P  --proxies 1|2  --store embedded|postgres  --server path/to/server.ts
 */
import { readOptions, type Options } from './options.ts';
import { report } from './report.ts';
import { run, type Outcome } from './run.ts';

const options = readOrExit();
const outcomes: Outcome[] = [];
for (const mode of options.modes) {
    const { seed, path, server } = options;
    const histories = Math.ceil(options.histories / options.modes.length);
    const onProgress = (played: number): void => {
        if (process.stderr.isTTY) process.stderr.write(`\r${mode.store}: ${played} of ${histories} histories `);
    };
    outcomes.push(await run({ ...mode, histories, seed, path, server, onProgress }));
    if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}
console.log(report(outcomes));
process.exitCode = outcomes.some(({ violation }) => violation !== null) ? 1 : 0;

function readOrExit(): Options {
    try {
        return readOptions(process.argv.slice(2));
    } catch (error) {
        console.error(error instanceof Error ? error.message : String(error));
        process.exit(2);
    }
}
