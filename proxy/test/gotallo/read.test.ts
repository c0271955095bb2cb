import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closedServerUrl, json, plain } from '../../../fakes/server.ts';
import { answers, client, goTalloWith, ID, READ, status, TENANT, TOKEN, type Answer } from './gotallo-with.ts';

const says = (body: unknown): Answer => {
    return (r) => json(r, 200, body);
};

describe('read', () => {
    it('asks once by GET and takes the configured fields', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [says({ details: { state: 'BLOCKED' }, is_blocked: true })]);
        const before = Date.now();
        const reading = await goTallo.read(ID);
        assert.deepEqual([reading?.state, reading?.isNativeBlocked], ['BLOCKED', true]);
        assert.ok(reading && before <= reading.at.getTime() && reading.at.getTime() <= Date.now());
        assert.equal(requests.length, 1);
        assert.equal(requests[0]?.method, 'GET');
        assert.equal(requests[0]?.url, `/tenants/${TENANT}/conversations/${ID}/`);
        assert.equal(requests[0]?.body, '');
        assert.equal(requests[0]?.headers.authorization, `Bearer ${TOKEN}`);
    });

    const understood: [body: unknown, state: string | null, isNativeBlocked: boolean | null][] = [
        [{ details: { state: 4 } }, 'BLOCKED', null],
        [{ details: { state: 0 } }, 'OPEN', null],
        [{ details: { state: '2' } }, 'AUTO_BOT', null],
        [{ details: { state: 'closed' }, is_blocked: 'yes' }, 'CLOSED', null],
        [{ details: { state: 'ARCHIVED' }, is_blocked: false }, null, false],
        [{ is_blocked: true }, null, true]
    ];
    for (const [body, state, isNativeBlocked] of understood) {
        it(`reads ${state} and ${isNativeBlocked} in ${JSON.stringify(body)}`, async (t) => {
            const { goTallo } = await goTalloWith(t, [says(body)]);
            const reading = await goTallo.read(ID);
            assert.deepEqual([reading?.state, reading?.isNativeBlocked], [state, isNativeBlocked]);
        });
    }

    it('does not take a boolean for the native block where none is configured', async (t) => {
        const read = { ...READ, blockedField: null };
        const { goTallo } = await goTalloWith(t, [says({ details: { state: 4 }, is_blocked: true })], { read });
        assert.equal((await goTallo.read(ID))?.isNativeBlocked, null);
    });

    it('says what it can tell', () => {
        const reads = [null, { ...READ, blockedField: null }, READ].map((read) => client('http://x', { read }).reads);
        assert.deepEqual(reads, ['nothing', 'state', 'state-and-native-block']);
    });
});

describe('the times of a reading', () => {
    it("are when it was asked, by our clock, and the same moment by GoTallo's clock where that is behind", async (t) => {
        const date = new Date(Date.now() - 5 * 3_600_000).toUTCString();
        const { goTallo } = await goTalloWith(t, [(r) => json(r, 200, { is_blocked: true }, { date })]);
        const before = Date.now();
        const reading = await goTallo.read(ID);
        const tookMs = Date.now() - before;
        assert.ok(reading);
        assert.ok(reading.at.getTime() - before <= tookMs && reading.at.getTime() >= before);
        const answeredAt = Date.parse(date) + 999;
        assert.ok(reading.stateAt.getTime() <= answeredAt, reading.stateAt.toISOString());
        assert.ok(reading.stateAt.getTime() >= answeredAt - tookMs, reading.stateAt.toISOString());
    });

    for (const date of [undefined, new Date(Date.now() + 86_400_000).toUTCString(), 'Fri, 31 Dec 9999 23:59:59 GMT']) {
        it(`are the same when GoTallo's Date is ${date}`, async (t) => {
            const headers = date === undefined ? {} : { date };
            const { goTallo } = await goTalloWith(t, [(r) => json(r, 200, { is_blocked: true }, headers)]);
            const reading = await goTallo.read(ID);
            assert.deepEqual(reading?.stateAt, reading?.at);
        });
    }
});

describe('read tells nothing', () => {
    const rows: [what: string, answer: Answer][] = [
        ['of 200 with neither field', says({ state: 4 })],
        ['of 200 with a state that is not one of the five', says({ details: { state: 5 } })],
        ['of 200 with true as the state', says({ details: { state: true } })],
        ['of a state inherited from nowhere', says({ details: 'text' })],
        ['of 200 without a body', (r) => plain(r, 200, '')],
        ['of a web page', (r) => plain(r, 200, '<html>')],
        ['of an error that names a state', (r) => json(r, 404, { details: { state: 4 } })],
        ['of a redirect', answers.redirect],
        ['of 500', status(500)],
        ['of 401', status(401)],
        ['of a cut answer', answers.cutBody]
    ];
    for (const [what, answer] of rows) {
        it(`${what}, and does not ask again`, async (t) => {
            const { goTallo, requests } = await goTalloWith(t, [answer]);
            assert.equal(await goTallo.read(ID), null);
            assert.equal(requests.length, 1);
        });
    }

    it('where it is not configured, nobody listens, or no answer comes', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [answers.ok], { read: null });
        assert.equal(await goTallo.read(ID), null);
        assert.equal(requests.length, 0);
        assert.equal(await client(await closedServerUrl()).read(ID), null);
        const { goTallo: silent } = await goTalloWith(t, [answers.never], { timeoutMs: 30 });
        assert.equal(await silent.read(ID), null);
    });
});
