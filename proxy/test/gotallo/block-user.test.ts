import assert from 'node:assert/strict';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import type { NativeBlockReason } from '#contract';
import { BLOCK_USER } from '../../../fakes/gotallo.ts';
import { closedServerUrl, json, plain, startServer } from '../../../fakes/server.ts';
import type { NativeBlockConfig } from '../../src/config/config.ts';
import { Secret } from '../../src/config/secret.ts';
import type { BlockUserResult } from '../../src/conversations/ports.ts';
import {
    answers,
    client,
    goTalloWith,
    ID,
    neverInTime,
    READ,
    status,
    TENANT,
    TIMEOUT_MS,
    TOKEN,
    type Answer
} from './gotallo-with.ts';

const says = (body: unknown, code = 200): Answer => {
    return (r) => json(r, code, body);
};
const refused = (reason: NativeBlockReason): BlockUserResult => ({ outcome: 'refused', reason });

describe('blockUser', () => {
    it('sends the configured call with its templates filled in', async (t) => {
        const nativeBlock: NativeBlockConfig = {
            ...BLOCK_USER,
            method: 'PATCH',
            body: { to: [{ id: '{conversation_id}', at: '{tenant_id}/{conversation_id}' }], n: 1, plain: '{other}' }
        };
        const { goTallo, requests } = await goTalloWith(t, [says({})], { nativeBlock });
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), { outcome: 'confirmed' });
        const [request] = requests;
        assert.equal(request?.method, 'PATCH');
        assert.equal(request?.url, `/tenants/${TENANT}/conversations/${ID}/block/`);
        assert.deepEqual(JSON.parse(request?.body ?? ''), {
            to: [{ id: ID, at: `${TENANT}/${ID}` }],
            n: 1,
            plain: '{other}'
        });
        assert.equal(request?.headers.accept, 'application/json');
        assert.equal(request?.headers['content-type'], 'application/json');
        assert.equal(request?.headers.authorization, `Bearer ${TOKEN}`);
    });

    it('sends no body where none is configured', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [says({})], { nativeBlock: { ...BLOCK_USER, body: null } });
        await goTallo.blockUser(ID, 'blocked', Infinity);
        assert.equal(requests[0]?.body, '');
        assert.equal(requests[0]?.headers['content-type'], undefined);
    });

    it('escapes for the path what would not stay in its place', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [says({})], { tenantId: 'a/b?c' });
        await goTallo.blockUser(ID, 'blocked', Infinity);
        assert.equal(requests[0]?.url, `/tenants/a%2Fb%3Fc/conversations/${ID}/block/`);
    });

    it('sends nothing where it is not configured, and names no channel', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [says({})], { nativeBlock: null });
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), { outcome: 'not-sent' });
        assert.deepEqual([requests.length, goTallo.nativeChannels.size], [0, 0]);
    });

    it('names the configured channels', async (t) => {
        const { goTallo } = await goTalloWith(t, [says({})]);
        assert.deepEqual([...goTallo.nativeChannels], ['WHATSAPP']);
    });
});

describe('the answer to Block User is confirmed by', () => {
    const bodies = ['', ' ', '{}', '[]', 'null', '"done"', '{"error":null}', '{"errors":[],"failed_users":[]}'];
    for (const body of [...bodies, '{"is_blocked":true}', '{"is_blocked":"no"}', '{"success":true}']) {
        it(`200 with ${JSON.stringify(body)}`, async (t) => {
            const { goTallo } = await goTalloWith(t, [(r) => plain(r, 200, body)]);
            assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), { outcome: 'confirmed' });
        });
    }

    it('204, and by false where the command is to unblock', async (t) => {
        const { goTallo } = await goTalloWith(t, [(r) => void r.writeHead(204).end(), says({ is_blocked: false })]);
        assert.deepEqual(await goTallo.blockUser(ID, 'not-blocked', Infinity), { outcome: 'confirmed' });
        assert.deepEqual(await goTallo.blockUser(ID, 'not-blocked', Infinity), { outcome: 'confirmed' });
    });

    it('any boolean in a field that is not configured to tell', async (t) => {
        const read = { ...READ, blockedField: null };
        const { goTallo } = await goTalloWith(t, [says({ is_blocked: false })], { read });
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), { outcome: 'confirmed' });
    });
});

describe('the answer to Block User is unconfirmed, and nothing is sent again, with', () => {
    const rows: [what: string, answer: Answer][] = [
        ['200 and an error', says({ error: { code: 131_047 } })],
        ['200 and an error as text', says({ error: 'no' })],
        ['200 and errors deep inside', says({ data: [{ x: { errors: [{ code: 1 }] } }] })],
        ['200 and failed users', says({ block_users: { failed_users: [{ input: '1' }] } })],
        ['200 and no success', says({ success: false })],
        ['200 and the person not blocked', says({ is_blocked: false })],
        ['200 and a web page', (r) => plain(r, 200, '<html>Welcome</html>')],
        ['200 and broken JSON', (r) => plain(r, 200, '{"a":', 'application/json')],
        ['200 and a body without end', (r) => plain(r, 200, ' '.repeat(70_000))],
        ['500', status(500)],
        ['500 and a known code', says({ code: 139_103 }, 500)],
        ['502', status(502)],
        ['503 and Retry-After: 0', status(503, { 'retry-after': '0' })],
        ['301', answers.redirect],
        ['303 and a known code', (r) => json(r, 303, { code: 131_047 }, { location: '/elsewhere' })],
        ['a cut connection', answers.cut],
        ['a cut answer', answers.cutBody]
    ];
    for (const [what, answer] of rows) {
        it(what, async (t) => {
            const { goTallo, requests } = await goTalloWith(t, [answer, answers.ok]);
            assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), {
                outcome: 'unconfirmed',
                reason: 'not-clear'
            });
            assert.equal(requests.length, 1);
        });
    }

    it('200 and the person still blocked, where the command is to unblock', async (t) => {
        const { goTallo } = await goTalloWith(t, [says({ is_blocked: true })]);
        assert.deepEqual(await goTallo.blockUser(ID, 'not-blocked', Infinity), {
            outcome: 'unconfirmed',
            reason: 'not-clear'
        });
    });

    it('no answer in time', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [neverInTime(t)], { timeoutMs: TIMEOUT_MS });
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), {
            outcome: 'unconfirmed',
            reason: 'no-answer'
        });
        assert.equal(requests.length, 1);
    });

    it('a body of nothing but brackets', async (t) => {
        const body = '['.repeat(30_000) + ']'.repeat(30_000);
        const { goTallo } = await goTalloWith(t, [(r) => plain(r, 400, body), (r) => plain(r, 502, body)]);
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), refused('not-accepted'));
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), {
            outcome: 'unconfirmed',
            reason: 'not-clear'
        });
    });
});

describe('the answer to Block User is refused', () => {
    const rows: [what: string, answer: Answer, reason: NativeBlockReason][] = [
        ['131047 in an error', says({ error: { code: 131_047 } }, 400), 'window-closed'],
        ['2048 as digits', says({ errors: [{ code: '2048' }] }, 400), 'window-closed'],
        ['139101', says({ error_code: 139_101 }, 409), 'list-full'],
        ['131021', says({ error: { error_subcode: 131_021 } }, 403), 'own-number'],
        ['130429', says({ code: 130_429 }, 400), 'too-many'],
        ['139102', says({ code: 139_102 }, 400), 'channel-trouble'],
        ['139103', says({ code: 139_103 }, 422), 'channel-trouble'],
        ['139100', says({ code: 139_100 }, 400), 'not-done'],
        [
            '139100 with 131047 inside',
            says({ code: 139_100, failed_users: [{ errors: [{ code: 131_047 }] }] }, 400),
            'window-closed'
        ],
        ['a known number that is no code', says({ phone: 131_047 }, 400), 'not-accepted'],
        ['400 and nothing known', status(400), 'not-accepted'],
        ['409', status(409), 'not-accepted'],
        ['422 and a web page', (r) => plain(r, 422, '<html>'), 'not-accepted'],
        ['429', status(429, { 'retry-after': '0' }), 'too-many'],
        ['404', status(404), 'set-up'],
        ['405', status(405), 'set-up'],
        ['415', status(415), 'set-up']
    ];
    for (const [what, answer, reason] of rows) {
        it(`as ${reason} by ${what}`, async (t) => {
            const alarms: string[] = [];
            const { goTallo, requests } = await goTalloWith(t, [answer], { onAlarm: (alarm) => alarms.push(alarm) });
            assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), refused(reason));
            assert.deepEqual([requests.length, alarms], [1, []]);
            assert.equal(goTallo.record.tokenRefused, null, 'it is the channel that refused, and not the token');
        });
    }

    for (const code of [401, 403]) {
        it(`as set-up by ${code}, with an alarm`, async (t) => {
            const alarms: string[] = [];
            const onAlarm = (alarm: string): number => alarms.push(alarm);
            const { goTallo } = await goTalloWith(t, [status(code)], { onAlarm });
            assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), refused('set-up'));
            assert.deepEqual(alarms, [`GoTallo refused our token (status ${code})`]);
            assert.equal(goTallo.record.tokenRefused?.status, code);
        });
    }
});

describe('Block User is not sent', () => {
    it('where nobody listens', async () => {
        const goTallo = client(await closedServerUrl());
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), { outcome: 'not-sent' });
    });

    it('with a token that cannot be sent', async (t) => {
        const { goTallo, requests } = await goTalloWith(t, [says({})], { token: new Secret('line\nbreak') });
        assert.deepEqual(await goTallo.blockUser(ID, 'blocked', Infinity), { outcome: 'not-sent' });
        assert.equal(requests.length, 0);
    });
});

/** A server below HTTP, which counts every request line of Block User that arrives, on whichever connection. */
async function rawServer(t: TestContext, onBlockUser: (socket: Socket) => void) {
    const seen = { blockUser: 0 };
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
        sockets.add(socket.on('error', () => undefined));
        let text = '';
        socket.on('data', (chunk) => {
            text += chunk.toString();
            const whole = /^[^]*?\r\n\r\n(?:\{[^}]*\})?/.exec(text)?.[0];
            if (!whole || (/content-length: [1-9]/i.test(whole) && !whole.endsWith('}'))) return;
            text = text.slice(whole.length);
            if (!whole.includes('/block/')) return void socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
            seen.blockUser += 1;
            onBlockUser(socket);
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => {
        for (const socket of sockets) socket.destroy();
        server.close();
    });
    return { seen, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

describe('the connection of Block User', () => {
    it('is used for nothing before and nothing after, while other calls share one', async (t) => {
        const seen: { isBlockUser: boolean; port: number | undefined; connection: string | undefined }[] = [];
        const { url, close } = await startServer(({ url = '', socket, headers }, response) => {
            const { connection } = headers;
            seen.push({ isBlockUser: url.endsWith('/block/'), port: socket.remotePort, connection });
            json(response, 200, {});
        });
        t.after(close);
        const goTallo = client(url);
        for (let round = 0; round < 2; round += 1) {
            await goTallo.changeState(ID, 'BLOCKED', Infinity);
            await goTallo.blockUser(ID, 'blocked', Infinity);
        }
        await goTallo.changeState(ID, 'BLOCKED', Infinity);
        const alone = seen.filter(({ isBlockUser }) => isBlockUser);
        const kept = new Set(seen.filter(({ isBlockUser }) => !isBlockUser).map(({ port }) => port));
        assert.equal(kept.size, 1);
        assert.equal(new Set([...alone.map(({ port }) => port), ...kept]).size, 3);
        assert.deepEqual(
            alone.map(({ connection }) => connection),
            ['close', 'close']
        );
    });
});

describe('Block User reaches GoTallo exactly once', () => {
    const endings: [what: string, end: (socket: Socket) => void, outcome: BlockUserResult['outcome']][] = [
        ['the connection is reset', (socket) => socket.resetAndDestroy(), 'unconfirmed'],
        ['the connection is closed', (socket) => void socket.end(), 'unconfirmed'],
        ['it is answered 421', (socket) => void socket.write('HTTP/1.1 421 X\r\ncontent-length: 0\r\n\r\n'), 'refused'],
        ['it is answered 408', (socket) => void socket.end('HTTP/1.1 408 X\r\ncontent-length: 0\r\n\r\n'), 'refused'],
        ['it is answered 425', (socket) => void socket.write('HTTP/1.1 425 X\r\ncontent-length: 0\r\n\r\n'), 'refused'],
        ['it is answered 503', (socket) => void socket.end('HTTP/1.1 503 X\r\nretry-after: 0\r\n\r\n'), 'unconfirmed'],
        ['the answer is not HTTP', (socket) => void socket.end('hello\r\n\r\n'), 'unconfirmed'],
        [
            'the answer breaks off',
            (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{'),
            'unconfirmed'
        ],
        [
            'the protocol is switched',
            (socket) => void socket.write('HTTP/1.1 101 X\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
            'unconfirmed'
        ]
    ];
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
        for (const [what, end, outcome] of endings) {
            it(`by ${method} when ${what}`, async (t) => {
                const { seen, url } = await rawServer(t, end);
                const goTallo = client(url, { nativeBlock: { ...BLOCK_USER, method } });
                // A connection that was used before is the one on which clients send again.
                await goTallo.changeState(ID, 'BLOCKED', Infinity);
                assert.equal((await goTallo.blockUser(ID, 'blocked', Infinity)).outcome, outcome);
                await goTallo.changeState(ID, 'BLOCKED', Infinity);
                assert.equal(seen.blockUser, 1);
            });
        }
    }
});
