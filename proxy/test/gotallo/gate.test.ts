import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import type { Attempt } from '../../src/gotallo/attempt.ts';
import { createGate, type GateOptions } from '../../src/gotallo/gate.ts';

const answered = (status: number): Attempt => {
    return { kind: 'answered', status, retryAfterMs: null, at: new Date(0), clockAheadMs: 0, body: null };
};
const OK = answered(200);
const SOON: Attempt = { kind: 'held-back', retryAfterMs: 1_000 };
const LONG = 60_000;

/** An attempt that ends when it is told to, and counts how often it was run. */
function heldAttempt() {
    const { promise, resolve: end } = Promise.withResolvers<Attempt>();
    const run = mock.fn(() => promise);
    return { run, end, runs: () => run.mock.callCount() };
}

/** A gate whose clock is moved by hand. */
function gateWith(options: GateOptions = {}) {
    let now = 0;
    const gate = createGate({ restAfter: 3, restMs: 5_000, ...options, now: () => now });
    const meet = async (...outcomes: Attempt[]): Promise<void> => {
        for (const outcome of outcomes) await gate.pass(() => Promise.resolve(outcome), LONG);
    };
    return { gate, meet, later: (ms: number) => (now += ms) };
}

/** Lets everything happen that waits for nothing from outside. */
async function turnOver(): Promise<void> {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

describe('the gate under load', () => {
    it('lets so many through at once, the others in their order, and none twice', async () => {
        const { gate } = gateWith({ concurrency: 2, queue: 10 });
        const held = Array.from({ length: 5 }, heldAttempt);
        const passed = held.map(({ run }) => gate.pass(run, LONG));
        await turnOver();
        assert.deepEqual(
            held.map(({ runs }) => runs()),
            [1, 1, 0, 0, 0]
        );
        held[1]?.end(OK);
        await turnOver();
        assert.deepEqual(
            held.map(({ runs }) => runs()),
            [1, 1, 1, 0, 0]
        );
        for (const { end } of held) end(OK);
        assert.deepEqual(await Promise.all(passed), [OK, OK, OK, OK, OK]);
        assert.deepEqual(
            held.map(({ runs }) => runs()),
            [1, 1, 1, 1, 1]
        );
    });

    it('holds back at once what does not fit the queue, and never runs it', async () => {
        const { gate } = gateWith({ concurrency: 1, queue: 1 });
        const [first, second, third] = [heldAttempt(), heldAttempt(), heldAttempt()];
        const passed = [gate.pass(first.run, LONG), gate.pass(second.run, LONG)];
        assert.deepEqual(await gate.pass(third.run, LONG), SOON);
        for (const { end } of [first, second, third]) end(OK);
        assert.deepEqual(await Promise.all(passed), [OK, OK]);
        assert.equal(third.runs(), 0);
    });

    it('holds back what waited too long, and never runs it when its turn comes', async (t) => {
        mock.timers.enable({ apis: ['setTimeout'] });
        t.after(() => mock.timers.reset());
        const { gate } = gateWith({ concurrency: 1 });
        const [first, second, third] = [heldAttempt(), heldAttempt(), heldAttempt()];
        const passed = gate.pass(first.run, LONG);
        const late = gate.pass(second.run, 50);
        mock.timers.tick(50);
        assert.deepEqual(await late, SOON);
        const next = gate.pass(third.run, LONG);
        for (const { end } of [first, second, third]) end(OK);
        assert.deepEqual([await passed, await next], [OK, OK]);
        assert.equal(second.runs(), 0);
    });

    it('does not hold back an attempt that has begun, however long it takes', async (t) => {
        mock.timers.enable({ apis: ['setTimeout'] });
        t.after(() => mock.timers.reset());
        const { gate } = gateWith();
        const slow = heldAttempt();
        const passed = gate.pass(slow.run, 50);
        mock.timers.tick(LONG);
        await turnOver();
        slow.end(OK);
        assert.deepEqual(await passed, OK);
    });

    it('holds back those who wait when a rest begins before their turn', async () => {
        const { gate } = gateWith({ concurrency: 1, restAfter: 1 });
        const [first, second] = [heldAttempt(), heldAttempt()];
        const passed = [gate.pass(first.run, LONG), gate.pass(second.run, LONG)];
        first.end(answered(500));
        assert.deepEqual(await Promise.all(passed), [answered(500), { kind: 'held-back', retryAfterMs: 5_000 }]);
        assert.equal(second.runs(), 0);
    });

    it('gives a turn back when an attempt fails in a way that nobody foresaw', async () => {
        const { gate } = gateWith({ concurrency: 1 });
        await assert.rejects(
            gate.pass(() => Promise.reject(new Error('bug')), LONG),
            /bug/
        );
        assert.deepEqual(await gate.pass(() => Promise.resolve(OK), LONG), OK);
    });
});

describe('the gate in trouble', () => {
    const troubles: Attempt[] = [
        answered(500),
        answered(503),
        { kind: 'no-answer' },
        { kind: 'broken', code: 'ECONNRESET' },
        { kind: 'not-sent', code: 'ECONNREFUSED' }
    ];
    for (const trouble of troubles) {
        it(`rests after three in a row of ${JSON.stringify(trouble)}, and not before`, async () => {
            const { gate, meet } = gateWith();
            await meet(trouble, trouble);
            assert.equal(gate.restsForSeconds(), null);
            await meet(trouble);
            assert.equal(gate.restsForSeconds(), 5);
            const attempt = heldAttempt();
            assert.deepEqual(await gate.pass(attempt.run, LONG), { kind: 'held-back', retryAfterMs: 5_000 });
            assert.equal(attempt.runs(), 0);
        });
    }

    for (const status of [200, 301, 400, 401, 404, 429]) {
        it(`does not rest for ${status}, which also ends a row of troubles`, async () => {
            const { gate, meet } = gateWith();
            const [bad, fine] = [answered(500), answered(status)];
            await meet(fine, fine, fine, fine, bad, bad, fine, bad, bad);
            assert.equal(gate.restsForSeconds(), null);
        });
    }

    it('counts down in whole seconds, at least one', async () => {
        const { gate, meet, later } = gateWith({ restAfter: 1 });
        await meet(answered(500));
        later(1);
        assert.equal(gate.restsForSeconds(), 5);
        later(1_000);
        assert.equal(gate.restsForSeconds(), 4);
        later(3_998);
        assert.equal(gate.restsForSeconds(), 1);
        later(1);
        assert.equal(gate.restsForSeconds(), null);
    });

    it('lets one through after the rest, nobody else meanwhile, and everybody when it went well', async () => {
        const { gate, meet, later } = gateWith({ restAfter: 1 });
        await meet(answered(500));
        later(5_000);
        const [trial, other] = [heldAttempt(), heldAttempt()];
        const passed = gate.pass(trial.run, LONG);
        await turnOver();
        assert.deepEqual([trial.runs(), gate.restsForSeconds()], [1, 1]);
        assert.deepEqual(await gate.pass(other.run, LONG), SOON);
        assert.equal(other.runs(), 0);
        trial.end(OK);
        assert.deepEqual(await passed, OK);
        assert.equal(gate.restsForSeconds(), null);
        assert.deepEqual(await gate.pass(() => Promise.resolve(OK), LONG), OK);
    });

    it('rests again when that one met trouble', async () => {
        const { gate, meet, later } = gateWith({ restAfter: 3 });
        await meet(answered(500), answered(500), answered(500));
        later(5_000);
        await meet({ kind: 'no-answer' });
        assert.equal(gate.restsForSeconds(), 5);
        later(5_000);
        await meet(answered(404));
        assert.equal(gate.restsForSeconds(), null);
    });

    for (const jump of [-3_600_000, 3_600_000]) {
        it(`rests for no other time when the time of day jumps by ${jump} ms`, async (t) => {
            mock.timers.enable({ apis: ['Date'], now: 10_000_000 });
            t.after(() => mock.timers.reset());
            const { gate, meet, later } = gateWith({ restAfter: 1 });
            await meet(answered(500));
            mock.timers.setTime(10_000_000 + jump);
            later(4_999);
            assert.deepEqual(await gate.pass(() => Promise.resolve(OK), LONG), SOON);
            later(1);
            assert.deepEqual(await gate.pass(() => Promise.resolve(OK), LONG), OK);
        });
    }
});
