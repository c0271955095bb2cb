import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closedServerUrl } from '../../../fakes/server.ts';
import {
    answers,
    client,
    failureOf,
    goTalloWith,
    ID,
    neverInTime,
    status,
    TIMEOUT_MS,
    type Answer
} from './gotallo-with.ts';

/** A clock that is moved by hand, and a rest after two troubles. */
function handClock() {
    let at = 0;
    return { load: { restAfter: 2, restMs: 5_000, now: () => at }, later: (ms: number) => (at += ms) };
}

describe('a GoTallo that is given a rest', () => {
    it('is not called by anything, and each says so in its way', async (t) => {
        const { load } = handClock();
        const { goTallo, requests } = await goTalloWith(t, [status(500)], { load, retry: { attempts: 1 } });
        await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.equal(goTallo.restsForSeconds(), null);
        await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.equal(goTallo.restsForSeconds(), 5);

        const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.deepEqual(
            [failure.code, failure.outcome, failure.retryAfterSeconds],
            ['gotallo-unavailable', 'not-applied', 5]
        );
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), { outcome: 'not-sent' });
        assert.equal(await goTallo.read(ID), null);
        assert.equal(requests.length, 2);
    });

    it('is called again after the rest, without anybody doing anything', async (t) => {
        const { load, later } = handClock();
        const turns = [status(500), status(500), answers.ok];
        const { goTallo, requests } = await goTalloWith(t, turns, { load, retry: { attempts: 1 } });
        for (let call = 0; call < 3; call++) await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        later(5_000);
        await goTallo.changeState(ID, 'BLOCKED', Infinity);
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), { outcome: 'confirmed' });
        assert.equal(requests.length, 4);
    });

    it('does not lead to the claim that nothing was changed, when an attempt before may have been applied', async (t) => {
        const { load } = handClock();
        const { goTallo, requests } = await goTalloWith(t, [status(500)], { load });
        const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.equal(requests.length, 2);
        assert.deepEqual([failure.code, failure.outcome, failure.retryAfterSeconds], ['gotallo-failed', 'unknown', 5]);
    });

    it('keeps the name of a time-out that was met before the rest', async (t) => {
        const { load } = handClock();
        const { goTallo } = await goTalloWith(t, [neverInTime(t)], { load, timeoutMs: TIMEOUT_MS });
        const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.deepEqual([failure.code, failure.outcome], ['gotallo-timeout', 'unknown']);
    });

    it('was not reached by anything: nothing was applied', async () => {
        const { load } = handClock();
        const failure = await failureOf(client(await closedServerUrl(), { load }).changeState(ID, 'BLOCKED', Infinity));
        assert.deepEqual([failure.code, failure.outcome], ['gotallo-unavailable', 'not-applied']);
    });

    it('gets it for what Block User and reads met, too', async (t) => {
        const { load } = handClock();
        const { goTallo } = await goTalloWith(t, [status(502)], { load });
        await goTallo.blockUser(ID, 'blocked', Infinity);
        assert.equal(goTallo.restsForSeconds(), null);
        await goTallo.read(ID);
        assert.equal(goTallo.restsForSeconds(), 5);
    });

    it('does not get it for refusals', async (t) => {
        const { load } = handClock();
        const { goTallo } = await goTalloWith(t, [status(404), status(429), status(401), status(400)], { load });
        for (let call = 0; call < 4; call++) await goTallo.blockUser(ID, 'blocked', Infinity);
        assert.equal(goTallo.restsForSeconds(), null);
    });
});

describe('calls at once', () => {
    it('are as many as configured, whatever they are for, and what does not fit fails without being sent', async (t) => {
        const { promise: full, resolve: isFull } = Promise.withResolvers<void>();
        const open: (() => void)[] = [];
        const hold: Answer = (r) => {
            if (open.push(() => answers.ok(r)) === 2) isFull();
        };
        const { goTallo, requests } = await goTalloWith(t, [hold], { load: { concurrency: 2, queue: 0 } });
        const underWay = [
            goTallo.changeState(ID, 'BLOCKED', Infinity),
            goTallo.blockUser(ID, 'blocked', Infinity)
        ] as const;
        await full;
        const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.deepEqual(
            [failure.code, failure.outcome, failure.retryAfterSeconds],
            ['gotallo-unavailable', 'not-applied', 1]
        );
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), { outcome: 'not-sent' });
        assert.equal(await goTallo.read(ID), null);
        assert.equal(requests.length, 2);
        for (const answer of open) answer();
        assert.deepEqual((await Promise.all(underWay))[1], { outcome: 'confirmed' });
        assert.equal(goTallo.restsForSeconds(), null);
    });
});
