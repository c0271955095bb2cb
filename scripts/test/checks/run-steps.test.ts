import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runSteps } from '../../checks/run-steps.ts';
import type { Outcome, Step } from '../../checks/step.ts';

function step(name: string, run: () => Promise<Outcome>): Step {
    return { name, run };
}

const passes = async (): Promise<Outcome> => await Promise.resolve({ kind: 'passed' });

describe('runSteps', () => {
    it('runs every step, also after one has failed', async () => {
        const steps = [
            step('first', async () => await Promise.resolve({ kind: 'failed', output: 'wrong' })),
            step('second', passes)
        ];
        const results = await runSteps(steps, 1, () => undefined);
        assert.deepEqual(
            results.map(({ name, outcome }) => [name, outcome.kind]),
            [
                ['first', 'failed'],
                ['second', 'passed']
            ]
        );
    });

    it('takes a step that throws for failed, and keeps its message', async () => {
        const steps = [
            step('first', async () => await Promise.reject(new Error('tool is gone'))),
            step('second', passes)
        ];
        const [first, second] = await runSteps(steps, 2, () => undefined);
        assert.equal(first?.outcome.kind, 'failed');
        assert.match(first.outcome.output, /tool is gone/);
        assert.equal(second?.outcome.kind, 'passed');
    });

    it('reports in the order of the steps, whichever ends first', async () => {
        const slow = Promise.withResolvers<Outcome>();
        const steps = [
            step('slow', async () => await slow.promise),
            step('fast', async () => {
                slow.resolve({ kind: 'passed' });
                return await passes();
            })
        ];
        const reported: string[] = [];
        await runSteps(steps, 2, ({ name }) => reported.push(name));
        assert.deepEqual(reported, ['slow', 'fast']);
    });

    it('never runs more steps at once than allowed', async () => {
        let running = 0;
        let most = 0;
        const steps = Array.from({ length: 6 }, (_, index) =>
            step(String(index), async () => {
                most = Math.max(most, ++running);
                await new Promise(setImmediate);
                running--;
                return { kind: 'passed' };
            })
        );
        await runSteps(steps, 2, () => undefined);
        assert.equal(most, 2);
    });
});
