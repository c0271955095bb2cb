import assert from 'node:assert/strict';
import { createServer, type AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import type { ConversationState } from '#contract';
import { closedServerUrl, json, plain } from '../../../fakes/server.ts';
import { Secret } from '../../src/config/secret.ts';
import {
    answers,
    client,
    failureOf,
    goTalloWith,
    ID,
    neverInTime,
    status,
    TENANT,
    TIMEOUT_MS,
    TOKEN,
    type Answer
} from './gotallo-with.ts';

/** For calls that must not use up their budget waiting. */
const AT_ONCE = { timeout: 2_000 };

describe('changeState', () => {
    it('sends one PUT as GoTallo documents it', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [answers.ok]);
        await goTallo.changeState(ID, 'BLOCKED', Infinity);
        assert.equal(requests.length, 1);
        const [request] = requests;
        assert.equal(request?.method, 'PUT');
        assert.equal(request?.url, `/tenants/${TENANT}/conversations/6f9619ff-8b86-d011-b42d-00c04fc964ff/details/`);
        assert.equal(request?.body, '{"action":"change_state","state":4}');
        assert.equal(request?.headers.accept, 'application/json');
        assert.equal(request?.headers['content-type'], 'application/json');
        assert.equal(request?.headers.authorization, `Bearer ${TOKEN}`);
    });

    const numbers: [ConversationState, number][] = [
        ['OPEN', 0],
        ['EXPIRED', 1],
        ['AUTO_BOT', 2],
        ['CLOSED', 3],
        ['BLOCKED', 4]
    ];
    for (const [state, number] of numbers) {
        it(`writes ${state} as ${number}`, async (t) => {
            const { goTallo, requests } = await goTalloWith(t, [(r) => void r.writeHead(204).end()]);
            await goTallo.changeState(ID, state, Infinity);
            assert.deepEqual(JSON.parse(requests[0]?.body ?? ''), { action: 'change_state', state: number });
        });
    }

    const confirming = ['', '{}', '[]', 'null', '"ok"', '{"state":4}', '{"state":"4"}', '{"state":"done"}'];
    for (const body of [...confirming, '{"conversation_state":"blocked"}', '{"state":{}}']) {
        it(`takes 200 with ${body || 'nothing'} as a confirmation`, async (t) => {
            const { goTallo } = await goTalloWith(t, [(r) => plain(r, 200, body, 'application/json')]);
            await goTallo.changeState(ID, 'BLOCKED', Infinity);
        });
    }
});

describe('a confirmation', () => {
    const late: [what: string, first: Answer, isInFlight: boolean][] = [
        ['500', status(500), true],
        ['a cut connection', answers.cut, true],
        ['a cut answer', answers.cutBody, true],
        ['429', status(429), false]
    ];
    for (const [what, first, isInFlight] of late) {
        it(`after ${what} ${isInFlight ? 'warns' : 'does not warn'} that the earlier sending may come late`, async (t) => {
            const { goTallo } = await goTalloWith(t, [first, answers.ok]);
            assert.equal((await goTallo.changeState(ID, 'BLOCKED', Infinity)).isInFlight, isInFlight);
        });
    }

    it('at the first answer does not warn', async (t) => {
        const { goTallo } = await goTalloWith(t, [answers.ok]);
        assert.equal((await goTallo.changeState(ID, 'BLOCKED', Infinity)).isInFlight, false);
    });

    it('has the time of its answer', async (t) => {
        const { goTallo } = await goTalloWith(t, [answers.ok]);
        const before = Date.now();
        const { at } = await goTallo.changeState(ID, 'BLOCKED', Infinity);
        assert.ok(before <= at.getTime() && at.getTime() <= Date.now());
    });

    it("has the time of GoTallo's clock where that is five hours behind ours", async (t) => {
        const date = new Date(Date.now() - 5 * 3_600_000).toUTCString();
        const { goTallo } = await goTalloWith(t, [(r) => json(r, 200, {}, { date })]);
        const { at } = await goTallo.changeState(ID, 'BLOCKED', Infinity);
        assert.equal(at.getTime(), Date.parse(date) + 999);
    });

    for (const date of [new Date(Date.now() + 3_600_000).toUTCString(), 'Fri, 31 Dec 9999 23:59:59 GMT']) {
        it(`has the time of our clock where GoTallo's Date is ${date}, in the future`, async (t) => {
            const { goTallo } = await goTalloWith(t, [(r) => json(r, 200, {}, { date })]);
            const before = Date.now();
            const { at } = await goTallo.changeState(ID, 'BLOCKED', Infinity);
            assert.ok(before <= at.getTime() && at.getTime() <= Date.now());
        });
    }
});

describe('an answer of GoTallo that confirms nothing', () => {
    const rows: [what: string, answer: Answer, code: string, outcome: string, sent: number][] = [
        ['400', status(400), 'gotallo-refused', 'not-applied', 1],
        ['401', status(401), 'gotallo-refused', 'not-applied', 1],
        ['403', status(403), 'gotallo-refused', 'not-applied', 1],
        ['404', status(404), 'unknown-conversation', 'not-applied', 1],
        ['405', status(405), 'gotallo-refused', 'not-applied', 1],
        ['409', status(409), 'gotallo-refused', 'not-applied', 1],
        ['429 three times', status(429), 'too-many-requests', 'not-applied', 3],
        ['500 three times', status(500), 'gotallo-failed', 'unknown', 3],
        ['503 as a web page three times', (r) => plain(r, 503, '<html>'), 'gotallo-failed', 'unknown', 3],
        ['200 with a web page', (r) => plain(r, 200, '<html>Welcome</html>'), 'gotallo-failed', 'unknown', 1],
        ['200 with broken JSON', (r) => plain(r, 200, '{"state":', 'application/json'), 'gotallo-failed', 'unknown', 1],
        ['200 with a body without end', (r) => plain(r, 200, ' '.repeat(70_000)), 'gotallo-failed', 'unknown', 1],
        ['200 with another state', (r) => json(r, 200, { state: 0 }), 'gotallo-failed', 'unknown', 1],
        ['200 with another name', (r) => json(r, 200, { conversation_state: 'OPEN' }), 'gotallo-failed', 'unknown', 1],
        ['a redirect', answers.redirect, 'gotallo-failed', 'unknown', 1],
        ['a cut connection three times', answers.cut, 'gotallo-failed', 'unknown', 3],
        ['a cut answer three times', answers.cutBody, 'gotallo-failed', 'unknown', 3]
    ];
    for (const [what, answer, code, outcome, sent] of rows) {
        it(`${what}: ${code}, ${outcome}`, async (t) => {
            const { goTallo, requests } = await goTalloWith(t, [answer]);
            const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
            assert.deepEqual([failure.code, failure.outcome, requests.length], [code, outcome, sent]);
        });
    }

    it('no answer in time: gotallo-timeout, unknown', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [neverInTime(t)], { timeoutMs: TIMEOUT_MS });
        const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.deepEqual([failure.code, failure.outcome, requests.length], ['gotallo-timeout', 'unknown', 3]);
    });

    it('headers but no body in time: gotallo-timeout, unknown', async (t) => {
        const halt = neverInTime(t, (r) => void r.writeHead(200).write('{'));
        const { goTallo } = await goTalloWith(t, [halt], { timeoutMs: TIMEOUT_MS, retry: { attempts: 1 } });
        const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.deepEqual([failure.code, failure.outcome], ['gotallo-timeout', 'unknown']);
    });

    it('refused connections: gotallo-unreachable, not applied', async () => {
        const failure = await failureOf(client(await closedServerUrl()).changeState(ID, 'BLOCKED', Infinity));
        assert.deepEqual([failure.code, failure.outcome], ['gotallo-unreachable', 'not-applied']);
        assert.match(String(failure.cause), /ECONNREFUSED, ECONNREFUSED, ECONNREFUSED/);
    });

    it('a TLS handshake that gets no answer in time: gotallo-unreachable, not applied', async (t) => {
        const silent = createServer((socket) => void socket.on('error', () => undefined));
        await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
        t.after(() => silent.close());
        const url = `https://127.0.0.1:${(silent.address() as AddressInfo).port}`;
        const failure = await failureOf(client(url, { timeoutMs: 20 }).changeState(ID, 'BLOCKED', Infinity));
        assert.deepEqual([failure.code, failure.outcome], ['gotallo-unreachable', 'not-applied']);
    });

    it('a refusal whose text does not arrive whole: still a refusal', async (t) => {
        const cutRefusal: Answer = (r) =>
            void r.writeHead(400, { 'content-length': '99' }).write('{', () => r.destroy());
        const { goTallo } = await goTalloWith(t, [cutRefusal]);
        assert.equal((await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity))).code, 'gotallo-refused');
    });

    it('a token that cannot be sent: gotallo-unreachable, not applied, and the token stays out of the error', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [answers.ok], { token: new Secret(`${TOKEN}\n!`) });
        const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.deepEqual([failure.code, failure.outcome, requests.length], ['gotallo-unreachable', 'not-applied', 0]);
    });
});

describe('a call that is sent again', () => {
    const recovering: [what: string, first: Answer][] = [
        ['429', status(429)],
        ['500', status(500)],
        ['502', status(502)],
        ['a cut connection', answers.cut],
        ['a cut answer', answers.cutBody]
    ];
    for (const [what, first] of recovering) {
        it(`succeeds after ${what}, with the same body`, async (t) => {
            const { goTallo, requests } = await goTalloWith(t, [first, answers.ok]);
            await goTallo.changeState(ID, 'BLOCKED', Infinity);
            assert.equal(requests.length, 2);
            assert.equal(requests[1]?.body, requests[0]?.body);
        });
    }

    it('succeeds after no answer in time', async (t) => {
        const { goTallo } = await goTalloWith(t, [answers.never, answers.ok], { timeoutMs: 50 });
        await goTallo.changeState(ID, 'BLOCKED', Infinity);
    });

    const doubtful: [what: string, turns: Answer[], code: string][] = [
        ['500, then 400', [status(500), status(400)], 'gotallo-failed'],
        ['a cut connection, then 404', [answers.cut, status(404)], 'gotallo-failed'],
        ['a cut connection, then 401', [answers.cut, status(401)], 'gotallo-failed'],
        ['a cut answer, then 429 twice', [answers.cutBody, status(429)], 'gotallo-failed']
    ];
    for (const [what, turns, code] of doubtful) {
        it(`does not say that nothing was changed after ${what}`, async (t) => {
            const { goTallo } = await goTalloWith(t, turns);
            const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
            assert.deepEqual([failure.code, failure.outcome], [code, 'unknown']);
        });
    }

    it('is not applied after 429, then 400', async (t) => {
        const { goTallo } = await goTalloWith(t, [status(429), status(400)]);
        assert.equal((await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity))).outcome, 'not-applied');
    });

    it('is not sent more often than allowed', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [status(500)], { retry: { attempts: 1 } });
        await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.equal(requests.length, 1);
    });

    it('ends at once when the wait does not fit the budget', AT_ONCE, async (t) => {
        const retry = { budgetMs: 5_000, backOffMs: () => 5_000 };
        const { goTallo, requests } = await goTalloWith(t, [status(500)], { retry });
        await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.equal(requests.length, 1);
    });
});

describe('Retry-After', () => {
    const later = (seconds: number): string => new Date(Date.now() + seconds * 1000).toUTCString();

    for (const header of ['0', later(-60), 'soon', '1.5', '-1']) {
        it(`of ${header} does not stop the next attempt`, async (t) => {
            const { goTallo, requests } = await goTalloWith(t, [status(429, { 'retry-after': header }), answers.ok]);
            await goTallo.changeState(ID, 'BLOCKED', Infinity);
            assert.equal(requests.length, 2);
        });
    }

    it('ends the call at once when it does not fit the budget, and is passed on', AT_ONCE, async (t) => {
        for (const header of ['120', later(120)]) {
            const { goTallo, requests } = await goTalloWith(t, [status(429, { 'retry-after': header })]);
            const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
            assert.deepEqual([failure.code, failure.outcome, requests.length], ['too-many-requests', 'not-applied', 1]);
            assert.ok(Math.abs((failure.retryAfterSeconds ?? 0) - 120) <= 1, String(failure.retryAfterSeconds));
        }
    });

    it('is passed on with 503 too', AT_ONCE, async (t) => {
        const { goTallo } = await goTalloWith(t, [status(503, { 'retry-after': '60' })]);
        const failure = await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
        assert.deepEqual([failure.code, failure.retryAfterSeconds], ['gotallo-failed', 60]);
    });

    it('has a value of ours when GoTallo names none with 429', async (t) => {
        const { goTallo } = await goTalloWith(t, [status(429)]);
        assert.equal((await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity))).retryAfterSeconds, 30);
    });
});

describe('the alarm', () => {
    for (const code of [400, 401, 403, 404, 500]) {
        const expected = code === 401 || code === 403 ? [`GoTallo refused our token (status ${code})`] : [];
        it(`is ${expected.length ? '' : 'not '}raised by ${code}`, async (t) => {
            const alarms: string[] = [];
            const { goTallo } = await goTalloWith(t, [status(code)], { onAlarm: (message) => alarms.push(message) });
            await failureOf(goTallo.changeState(ID, 'BLOCKED', Infinity));
            assert.deepEqual(alarms, expected);
        });
    }
});

describe('reachable', () => {
    it('is true for any answer below 500, and sends no token', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [status(404)]);
        assert.equal(await goTallo.reachable(), true);
        assert.equal(requests[0]?.headers.authorization, undefined);
    });

    it('is false when GoTallo is down or silent', async (t) => {
        const { goTallo: down } = await goTalloWith(t, [status(502)]);
        const { goTallo: silent } = await goTalloWith(t, [answers.never], { timeoutMs: 20 });
        assert.deepEqual(await Promise.all([down.reachable(), silent.reachable()]), [false, false]);
        assert.equal(await client(await closedServerUrl()).reachable(), false);
    });
});

describe('a call that comes too late, because whoever made it stood still', () => {
    it('is not sent, and says that nothing was changed', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, []);
        const over = performance.now() - 1;
        await assert.rejects(goTallo.changeState(ID, 'BLOCKED', over), {
            code: 'gotallo-unreachable',
            outcome: 'not-applied'
        });
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', over), { outcome: 'not-sent' });
        assert.deepEqual(requests, []);
    });
});
