import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { changedSteps, planFor } from './checks/changed-steps.ts';
import { runSteps } from './checks/run-steps.ts';
import type { StepResult } from './checks/run-steps.ts';
import { stagedFiles } from './checks/staged-files.ts';
import { checkSteps } from './checks/steps.ts';

/**
 * Checks everything that can be known without running the project: `npm run check`. Ends with exit code 1 when a step
 * failed. `--deploy` also asks whether every value that differs per org is set in the environment; `--changed` checks
 * only format, lint and types, and only of what is staged.
 */
const { values } = parseArgs({
    options: { deploy: { type: 'boolean', default: false }, changed: { type: 'boolean', default: false } }
});
const root = path.dirname(import.meta.dirname);
const steps = values.changed
    ? changedSteps(root, planFor(root, await stagedFiles(root)))
    : checkSteps(root, values.deploy ? process.env : undefined);
const results = await runSteps(steps, Math.min(2, os.availableParallelism()), print);
const failed = results.filter(({ outcome }) => outcome.kind === 'failed');
console.log(
    failed.length === 0
        ? `All checks passed${steps.length === 0 ? ': nothing is staged' : ''}.`
        : `Failed: ${failed.map(({ name }) => name).join(', ')}`
);
process.exitCode = failed.length === 0 ? 0 : 1;

function print({ name, outcome, seconds }: StepResult): void {
    if (outcome.kind === 'skipped') {
        console.log(outcome.reason);
        return;
    }
    console.log(`${outcome.kind === 'passed' ? 'ok    ' : 'FAILED'} ${name.padEnd(40)} ${seconds.toFixed(1)} s`);
    if (outcome.kind === 'failed') console.log(outcome.output.trimEnd());
}
