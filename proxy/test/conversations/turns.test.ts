import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Turns } from '../../src/conversations/turns.ts';

function deferred(): { promise: Promise<void>; resolve: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { promise, resolve };
}

describe('Turns', () => {
    it('lets tasks of one key run in the order they came, one at a time', async () => {
        const turns = new Turns();
        const gate = deferred();
        const log: string[] = [];
        const first = turns.take('a', async () => {
            log.push('first starts');
            await gate.promise;
            log.push('first ends');
        });
        const second = turns.take('a', async () => {
            log.push('second starts');
        });
        gate.resolve();
        await Promise.all([first, second]);
        assert.deepEqual(log, ['first starts', 'first ends', 'second starts']);
    });

    it('does not hold back tasks of another key', async () => {
        const turns = new Turns();
        const gate = deferred();
        const held = turns.take('a', () => gate.promise);
        assert.equal(await turns.take('b', async () => 'done'), 'done');
        gate.resolve();
        await held;
    });

    it('gives the next its turn after a failure, and the failure to its own caller only', async () => {
        const turns = new Turns();
        const failing = turns.take('a', async () => {
            throw new Error('no');
        });
        const next = turns.take('a', async () => 'mine');
        await assert.rejects(failing, /no/);
        assert.equal(await next, 'mine');
    });
});
