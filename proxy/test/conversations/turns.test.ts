import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Turns } from '../../src/conversations/turns.ts';

function deferred(): { promise: Promise<void>; resolve: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { promise, resolve };
}

describe('Turns', () => {
    it('lets tasks of one key run in the order they came, one at a time', async () => {
        const turns = new Turns(60_000);
        const gate = deferred();
        const log: string[] = [];
        const first = turns.take('a', 'wish 1', async () => {
            log.push('first starts');
            await gate.promise;
            log.push('first ends');
        });
        const second = turns.take('a', 'wish 2', async () => {
            log.push('second starts');
        });
        gate.resolve();
        await Promise.all([first, second]);
        assert.deepEqual(log, ['first starts', 'first ends', 'second starts']);
    });

    it('does not hold back tasks of another key', async () => {
        const turns = new Turns(60_000);
        const gate = deferred();
        const held = turns.take('a', 'wish 3', () => gate.promise);
        assert.equal(await turns.take('b', 'wish 4', async () => 'done'), 'done');
        gate.resolve();
        await held;
    });

    it('gives the next its turn after a failure, and the failure to its own caller only', async () => {
        const turns = new Turns(60_000);
        const failing = turns.take('a', 'wish 5', async () => {
            throw new Error('no');
        });
        const next = turns.take('a', 'wish 6', async () => 'mine');
        await assert.rejects(failing, /no/);
        assert.equal(await next, 'mine');
    });

    it('lets those who want the same as the last in line share its result', async () => {
        const turns = new Turns<string>(60_000);
        const gate = deferred();
        const first = turns.take('a', 'same', async () => gate.promise.then(() => 'of the first'));
        const second = turns.take('a', 'same', async () => 'of the second');
        gate.resolve();
        assert.deepEqual(await Promise.all([first, second]), ['of the first', 'of the first']);
    });

    it('does not let a wish share a result across another one in between', async () => {
        const turns = new Turns<string>(60_000);
        const log: string[] = [];
        const run = (name: string) => async () => String(log.push(name));
        await Promise.all([
            turns.take('a', 'block', run('first block')),
            turns.take('a', 'unblock', run('unblock')),
            turns.take('a', 'block', run('second block'))
        ]);
        assert.deepEqual(log, ['first block', 'unblock', 'second block']);
    });

    it('gives up a task whose turn does not come in time, and never runs it', async () => {
        const turns = new Turns<string>(1);
        const gate = deferred();
        const log: string[] = [];
        const first = turns.take('a', 'first', async () => gate.promise.then(() => 'done'));
        await assert.rejects(
            turns.take('a', 'late', async () => String(log.push('late'))),
            { code: 'conversation-busy' }
        );
        gate.resolve();
        assert.equal(await first, 'done');
        assert.equal(await turns.take('a', 'after', async () => 'after'), 'after');
        assert.deepEqual(log, []);
    });

    it('does not let a task share the result of one that was given up', async () => {
        const turns = new Turns<string>(1);
        const gate = deferred();
        const first = turns.take('a', 'first', async () => gate.promise.then(() => 'done'));
        await assert.rejects(turns.take('a', 'late', async () => 'late'));
        gate.resolve();
        assert.equal(await turns.take('a', 'late', async () => 'run anew'), 'run anew');
        await first;
    });
});
