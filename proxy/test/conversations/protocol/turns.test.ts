import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Turns } from '../../../src/conversations/protocol/turns.ts';
import { Failure } from '../../../src/lib/failure.ts';

function deferred(): { promise: Promise<void>; resolve: () => void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    return { promise, resolve };
}

/** A task that waits for its turn for longer than any test takes, unless it says so. */
function take<T>(turns: Turns<T>, key: string, sameAs: string, run: () => Promise<T>, waitMs = 60_000): Promise<T> {
    return turns.take(key, { sameAs, startBy: performance.now() + waitMs, run });
}

describe('Turns', () => {
    it('lets tasks of one key run in the order they came, one at a time', async () => {
        const turns = new Turns();
        const gate = deferred();
        const log: string[] = [];
        const first = take(turns, 'a', 'command 1', async () => {
            log.push('first starts');
            await gate.promise;
            log.push('first ends');
        });
        const second = take(turns, 'a', 'command 2', async () => {
            log.push('second starts');
        });
        gate.resolve();
        await Promise.all([first, second]);
        assert.deepEqual(log, ['first starts', 'first ends', 'second starts']);
    });

    it('does not hold back tasks of another key', async () => {
        const turns = new Turns();
        const gate = deferred();
        const held = take(turns, 'a', 'command 3', () => gate.promise);
        assert.equal(await take(turns, 'b', 'command 4', async () => 'done'), 'done');
        gate.resolve();
        await held;
    });

    it('gives the next its turn after a failure, and the failure to its own caller only', async () => {
        const turns = new Turns();
        const failing = take(turns, 'a', 'command 5', async () => {
            throw new Error('no');
        });
        const next = take(turns, 'a', 'command 6', async () => 'mine');
        await assert.rejects(failing, /no/);
        assert.equal(await next, 'mine');
    });

    it('lets those who want the same as the last in line share its result', async () => {
        const turns = new Turns<string>();
        const gate = deferred();
        const first = take(turns, 'a', 'same', async () => gate.promise.then(() => 'of the first'));
        const second = take(turns, 'a', 'same', async () => 'of the second');
        gate.resolve();
        assert.deepEqual(await Promise.all([first, second]), ['of the first', 'of the first']);
    });

    it('does not let a command share a result across another one in between', async () => {
        const turns = new Turns<string>();
        const log: string[] = [];
        const run = (name: string) => async () => String(log.push(name));
        await Promise.all([
            take(turns, 'a', 'block', run('first block')),
            take(turns, 'a', 'unblock', run('unblock')),
            take(turns, 'a', 'block', run('second block'))
        ]);
        assert.deepEqual(log, ['first block', 'unblock', 'second block']);
    });

    it('gives up a task whose turn does not come in time, and never runs it', async () => {
        const turns = new Turns<string>();
        const gate = deferred();
        const log: string[] = [];
        const first = take(turns, 'a', 'first', async () => gate.promise.then(() => 'done'));
        await assert.rejects(
            take(turns, 'a', 'late', async () => String(log.push('late')), 1),
            { code: 'conversation-busy' }
        );
        gate.resolve();
        assert.equal(await first, 'done');
        assert.equal(await take(turns, 'a', 'after', async () => 'after'), 'after');
        assert.deepEqual(log, []);
    });

    it('does not let a task share the result of one that was given up', async () => {
        const turns = new Turns<string>();
        const gate = deferred();
        const first = take(turns, 'a', 'first', async () => gate.promise.then(() => 'done'));
        await assert.rejects(take(turns, 'a', 'late', async () => 'late', 1));
        gate.resolve();
        assert.equal(await take(turns, 'a', 'late', async () => 'run anew'), 'run anew');
        await first;
    });

    it('shares no failure to sign in, but lets the others run for themselves', async () => {
        const turns = new Turns<string>();
        const gate = deferred();
        const first = take(turns, 'a', 'same', async () => {
            await gate.promise;
            throw new Failure('invalid-token');
        });
        const others = ['second', 'third'].map((name) => take(turns, 'a', 'same', async () => `of the ${name}`));
        gate.resolve();
        await assert.rejects(first, { code: 'invalid-token' });
        assert.deepEqual(await Promise.all(others), ['of the second', 'of the second']);
    });

    it('shares every other failure', async () => {
        const turns = new Turns<string>();
        const failing = async (): Promise<string> => {
            throw new Failure('gotallo-timeout');
        };
        const both = [take(turns, 'a', 'same', failing), take(turns, 'a', 'same', async () => 'of the second')];
        for (const each of await Promise.allSettled(both)) assert.equal(each.status, 'rejected');
    });
});
