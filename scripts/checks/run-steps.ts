import { performance } from 'node:perf_hooks';
import type { Outcome, Step } from './step.ts';

/** A step that has ended. */
export interface StepResult {
    name: string;
    outcome: Outcome;
    seconds: number;
}

/**
 * Runs every step to its end, also when others fail, and reports each as soon as it and all before it have ended.
 * A step that throws has failed.
 * @param atOnce  how many may run at the same time
 * @returns results in the order of the steps
 */
export async function runSteps(
    steps: Step[],
    atOnce: number,
    report: (result: StepResult) => void
): Promise<StepResult[]> {
    const results: (StepResult | undefined)[] = steps.map(() => undefined);
    let next = 0;
    let reported = 0;

    async function work(): Promise<void> {
        for (let index = next++; index < steps.length; index = next++) {
            results[index] = await runStep(steps[index] as Step);
            for (let result = results[reported]; result !== undefined; result = results[++reported]) report(result);
        }
    }

    await Promise.all(Array.from({ length: atOnce }, work));
    return results.filter((result) => result !== undefined);
}

async function runStep(step: Step): Promise<StepResult> {
    const start = performance.now();
    const outcome = await outcomeOf(step);
    return { name: step.name, outcome, seconds: (performance.now() - start) / 1000 };
}

async function outcomeOf(step: Step): Promise<Outcome> {
    try {
        return await step.run();
    } catch (error) {
        return { kind: 'failed', output: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    }
}
