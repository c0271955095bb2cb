import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { inspect, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { json, localServer, startServer, withBody, type Handler } from '../../../fakes/server.ts';
import { startTlsFront } from '../../../sandbox/rehearsal/tls-front.ts';
import { HttpTransport } from '../../src/salesforce/http-transport.ts';
import { temporaryFolder } from '../support/proxy-process.ts';
import { until } from '../support/until.ts';

const TOKEN = '00D000000000001!the.token';
const LIMIT = 1_000_000;
const PATH = '/services/data/v66.0/query?q=secret';
const TRANSPORT = new URL('../../src/salesforce/http-transport.ts', import.meta.url).href;

/** A call to a server, and the connections that it took. */
async function callTo(t: TestContext, handle: Handler, timeoutMs = 2_000) {
    const connections: Socket[] = [];
    const onConnection = (socket: Socket) => void connections.push(socket);
    const server = await startServer(withBody(handle), { onConnection });
    t.after(() => server.close());
    return { call: callerOf(server.url, timeoutMs), connections };
}

function callerOf(url: string, timeoutMs = 2_000) {
    const transport = new HttpTransport(url);
    const headers = { Authorization: `Bearer ${TOKEN}` };
    return () => transport.httpRequest({ method: 'GET', url: url + PATH, headers }, { timeout: timeoutMs });
}

/** Why a call failed; that nothing which was sent or answered is in it is checked as well. */
async function codeOf(call: PromiseLike<unknown>): Promise<unknown> {
    const error = await Promise.resolve(call).then(
        () => assert.fail('it was answered'),
        (reason: unknown) => reason
    );
    const shown = inspect(error, { depth: 9, showHidden: true });
    for (const hidden of [TOKEN, 'secret', 'xxxx']) assert.ok(!shown.includes(hidden), shown);
    return (error as { code?: unknown }).code;
}

function gzipped(response: ServerResponse, body: Buffer): void {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-type': 'application/json' }).end(body);
}

/** Writes as long as somebody listens. */
function endlessly(response: ServerResponse, text: string): void {
    const write = (): void => {
        if (!response.destroyed) response.write(text, () => setImmediate(write));
    };
    write();
}

describe('an answer', () => {
    it('is asked for packed, and unpacked', async (t) => {
        const { url, requests } = await localServer(t, (_, r) => gzipped(r, gzipSync('{"a":"ä"}')));
        const { statusCode, body, headers } = await callerOf(url)();
        assert.deepEqual([statusCode, body, headers['content-type']], [200, '{"a":"ä"}', 'application/json']);
        assert.equal(requests[0]?.headers['accept-encoding'], 'gzip');
    });

    it('may be as long as the limit', async (t) => {
        const { call } = await callTo(t, (_, r) => gzipped(r, gzipSync('x'.repeat(LIMIT))));
        assert.equal((await call()).body.length, LIMIT);
    });

    const unreadable: [what: string, body: Buffer, code: string][] = [
        ['unpacks to more than that', gzipSync('x'.repeat(LIMIT + 1)), 'ERR_BUFFER_TOO_LARGE'],
        ['is not packed as it says', Buffer.from('xxxx'), 'Z_DATA_ERROR'],
        ['is packed in part', gzipSync('xxxx').subarray(0, -9), 'Z_BUF_ERROR']
    ];
    for (const [what, body, code] of unreadable) {
        it(`that ${what} is refused`, async (t) => {
            const { url } = await localServer(t, (_, r) => gzipped(r, body));
            assert.equal(await codeOf(callerOf(url)()), code);
        });
    }

    const refused: [what: string, handle: Handler, code: string][] = [
        ['is a redirect', (_, r) => endlessly(r.writeHead(302, { location: '/secret' }), 'x'), 'REDIRECT_NOT_FOLLOWED'],
        ['has no end', (_, r) => endlessly(r, 'x'.repeat(10_000)), 'ANSWER_TOO_LONG'],
        ['breaks off', (_, r) => void r.writeHead(200).write('x', () => r.destroy()), 'ECONNRESET'],
        ['is a closed connection', (_, r) => void r.destroy(), 'ECONNRESET'],
        [
            'changes the protocol',
            (_, r) => void r.writeHead(101, { connection: 'upgrade', upgrade: 'other' }).flushHeaders(),
            'ECONNRESET'
        ],
        ['is not HTTP', (_, r) => void r.socket?.write('xxxx\r\n\r\n'), 'HPE_INVALID_CONSTANT']
    ];
    for (const [what, handle, code] of refused) {
        it(`that ${what} is refused, and its connection ended`, async (t) => {
            const { call, connections } = await callTo(t, handle);
            assert.equal(await codeOf(call()), code);
            await until(() => connections.every(({ destroyed }) => destroyed));
            assert.equal(connections.length, 1);
        });
    }

    const slow: [what: string, handle: Handler][] = [
        ['does not come', () => {}],
        ['stops after its headers', (_, r) => r.writeHead(200).flushHeaders()],
        ['never stops coming, a little at a time', (_, r) => endlessly(r, 'x')]
    ];
    for (const [what, handle] of slow) {
        it(`that ${what} is given up in time, and its connection ended`, async (t) => {
            const { call, connections } = await callTo(t, handle, 50);
            assert.equal(await codeOf(call()), 'ETIMEDOUT');
            await until(() => connections.every(({ destroyed }) => destroyed));
        });
    }
});

describe('a connection', () => {
    it('is used again', async (t) => {
        const { call, connections } = await callTo(t, (_, r) => json(r, 200, {}));
        for (let calls = 0; calls < 3; calls += 1) await call();
        assert.equal(connections.length, 1);
    });

    it('that was closed in between is replaced', async (t) => {
        const { call, connections } = await callTo(t, (_, r) => json(r, 200, {}));
        await call();
        const [first] = connections;
        assert.ok(first);
        // Whoever closes it hears of the other side's end only after that.
        const closed = once(first, 'close');
        first.end();
        await closed;
        assert.equal((await call()).statusCode, 200);
        assert.equal(connections.length, 2);
    });

    it('that breaks just when it is used again fails that call alone, which is not repeated', async (t) => {
        let requests = 0;
        const { call, connections } = await callTo(t, (_, response, number) => {
            requests = number;
            if (number === 2) response.destroy();
            else json(response, 200, {});
        });
        await call();
        assert.equal(await codeOf(call()), 'ECONNRESET');
        assert.equal(requests, 2);
        assert.equal((await call()).statusCode, 200);
        assert.equal(connections.length, 2);
    });

    it('is one of fifty at most', async (t) => {
        const held: ServerResponse[] = [];
        const { call, connections } = await callTo(t, (_, response, number) => {
            if (number <= 50) held.push(response);
            else json(response, 200, {});
        });
        const calls = Promise.all(Array.from({ length: 60 }, call));
        await until(() => held.length === 50);
        for (const response of held) json(response, 200, {});
        assert.equal((await calls).length, 60);
        assert.equal(connections.length, 50);
    });

    it('is waited for no longer than an answer', async (t) => {
        const { call } = await callTo(t, () => {}, 100);
        const codes = await Promise.all(Array.from({ length: 60 }, () => codeOf(call())));
        assert.deepEqual([...new Set(codes)], ['ETIMEDOUT']);
    });
});

/** What a process of its own prints that makes a call with these settings: the answer, or why there is none. */
async function printedBy(url: string, settings: Record<string, string>): Promise<string> {
    const program = `
        const { HttpTransport } = await import(${JSON.stringify(TRANSPORT)});
        const [url] = process.argv.slice(1);
        const call = new HttpTransport(url).httpRequest({ method: 'GET', url });
        console.log(await call.then(({ body }) => JSON.parse(body), ({ code }) => code));
        process.exit(0);`;
    const env = { PATH: process.env['PATH'] ?? '', ...settings };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, url], {
        env
    });
    return stdout.trim();
}

describe('a server with a certificate that nobody vouches for', () => {
    async function frontOf(t: TestContext) {
        const { url, requests } = await localServer(t, (_, r) => json(r, 200, 'answer'));
        const front = await startTlsFront(url);
        t.after(() => front.close());
        return { ...front, requests };
    }

    for (const NODE_TLS_REJECT_UNAUTHORIZED of ['1', '0']) {
        it(`gets no request, with NODE_TLS_REJECT_UNAUTHORIZED=${NODE_TLS_REJECT_UNAUTHORIZED}`, async (t) => {
            const { url, requests } = await frontOf(t);
            assert.equal(await printedBy(url, { NODE_TLS_REJECT_UNAUTHORIZED }), 'DEPTH_ZERO_SELF_SIGNED_CERT');
            assert.deepEqual(requests, []);
        });
    }

    it('is called once its authority is named by NODE_EXTRA_CA_CERTS', async (t) => {
        const { url, authority } = await frontOf(t);
        const folder = await temporaryFolder(t);
        const file = path.join(folder, 'authority.pem');
        await writeFile(file, authority);
        assert.equal(await printedBy(url, { NODE_EXTRA_CA_CERTS: file }), 'answer');
    });
});

describe('a proxy of the environment', () => {
    async function answeredBy(t: TestContext, settings: (proxyUrl: string) => Record<string, string>) {
        const own = await localServer(t, (_, r) => json(r, 200, 'direct'));
        const between = await localServer(t, (_, r) => json(r, 200, 'proxy'));
        return await printedBy(own.url, settings(between.url));
    }

    it('is used when Node is told so', async (t) => {
        assert.equal(await answeredBy(t, (url) => ({ HTTP_PROXY: url, NODE_USE_ENV_PROXY: '1' })), 'proxy');
    });

    it('is not used when Node is not told so', async (t) => {
        const settings = (url: string) => ({ HTTP_PROXY: url, HTTPS_PROXY: url, http_proxy: url, https_proxy: url });
        assert.equal(await answeredBy(t, settings), 'direct');
    });
});
