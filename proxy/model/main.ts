/**
 * `npm run model`: searches the model of the block protocol in every order within the bounds of every configuration, and
 * finds every planted mistake in it. Exit code 1: a property is broken, a mistake is not found, or a search is not complete.
 */
import os from 'node:os';
import pLimit from 'p-limit';
import { CHECKS } from './model.ts';
import { reportOf } from './report.ts';
import { AT_ONCE, whyNot } from './spin.ts';

const reason = await whyNot();
if (reason !== null) {
    console.log(`skipped: ${reason}`);
    process.exit(0);
}
const started = performance.now();
const limit = pLimit(Math.min(AT_ONCE, os.availableParallelism()));
const running = CHECKS.map((check) => limit(check));
// In their order, each as soon as those before it are done.
for (const check of running) console.log(reportOf(await check));
const checked = await Promise.all(running);
const states = checked.reduce((sum, { outcome }) => sum + outcome.states, 0);
const failed = checked.filter(({ fault }) => fault !== null);
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
    `\n${checked.length - failed.length} as they must be, ${failed.length} not; ` +
        `${states.toLocaleString('en-US')} states in ${seconds} s`
);
process.exitCode = failed.length > 0 ? 1 : 0;
