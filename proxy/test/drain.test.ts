import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { obligingGoTallo } from '../../fakes/gotallo.ts';
import { localServer } from '../../fakes/server.ts';
import { environment, proxyProcess, temporaryFolder, type ProxyProcess } from './support/proxy-process.ts';
import { ORG_ID, salesforceHandler, TOKENS } from './support/salesforce-handler.ts';

const BLOCK = '/v1/conversations/0f8fad5b-d9cb-469f-a165-70867728950e/block';
const HEAD = [
    `PUT ${BLOCK} HTTP/1.1`,
    'Host: proxy',
    `Authorization: Bearer ${TOKENS.ana}`,
    `X-Salesforce-Org-Id: ${ORG_ID}`,
    'Content-Type: application/json'
].join('\r\n');

/** A proxy whose drain limit is 10 seconds: with exit code 1 at its end, 0 before. */
async function startProxy(t: TestContext): Promise<ProxyProcess & { port: number }> {
    const salesforce = await localServer(t, salesforceHandler());
    const goTallo = await localServer(t, obligingGoTallo());
    const env = await environment(await temporaryFolder(t), { instanceUrl: salesforce.url, baseUrl: goTallo.url });
    const proxy = proxyProcess(t, { ...env, GOTALLO_TIMEOUT_SECONDS: '1' });
    return { ...proxy, port: await proxy.listening };
}

/** A client that says only what it is told to. */
async function client(t: TestContext, port: number): Promise<Socket> {
    const socket = connect(port, '127.0.0.1');
    t.after(() => socket.destroy());
    socket.on('error', () => {});
    await once(socket, 'connect');
    return socket;
}

/** All that arrives until the other side closes. */
async function restOf(socket: Socket): Promise<string> {
    const chunks: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    if (!socket.closed) await once(socket, 'close');
    return Buffer.concat(chunks).toString();
}

/** Tells the proxy to stop, and how long that took. */
async function stop(t: TestContext, { child, ended }: ProxyProcess): Promise<number | null> {
    const start = performance.now();
    child.kill('SIGTERM');
    const { code } = await ended;
    t.diagnostic(`stopped in ${Math.round(performance.now() - start)} ms`);
    return code;
}

describe('a proxy that is told to stop ends with exit code 0', () => {
    it('while a connection is kept open without a request', async (t) => {
        const proxy = await startProxy(t);
        const [used, unused] = [await client(t, proxy.port), await client(t, proxy.port)];
        used.write('GET /healthz HTTP/1.1\r\nHost: proxy\r\n\r\n');
        await once(used, 'data');
        assert.equal(await stop(t, proxy), 0);
        assert.deepEqual([await restOf(used), await restOf(unused)], ['', '']);
    });

    it('while a client has sent half a header', async (t) => {
        const proxy = await startProxy(t);
        const [first, second] = [await client(t, proxy.port), await client(t, proxy.port)];
        first.write(HEAD.slice(0, 60));
        second.write('GET /healthz HTTP/1.1\r\nHost: proxy\r\n\r\n');
        await once(second, 'data');
        second.write(HEAD.slice(0, 60));
        assert.equal(await stop(t, proxy), 0);
    });

    it('while a body never ends', async (t) => {
        const proxy = await startProxy(t);
        const socket = await client(t, proxy.port);
        socket.write(`${HEAD}\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n`);
        assert.match(String(await once(socket, 'data')), /100 Continue/);
        socket.write('{"note":');
        assert.equal(await stop(t, proxy), 0);
    });

    it('after it answered whoever was still sending, and told them that the connection is over', async (t) => {
        const proxy = await startProxy(t);
        const socket = await client(t, proxy.port);
        socket.write(`${HEAD}\r\nContent-Length: 15\r\nExpect: 100-continue\r\n\r\n`);
        assert.match(String(await once(socket, 'data')), /100 Continue/);
        const draining = proxy.logged('draining');
        const stopped = stop(t, proxy);
        await draining;
        socket.write('{"note":"late"}');
        const answer = await restOf(socket);
        assert.match(answer, /^HTTP\/1\.1 200 OK\r\n/);
        assert.match(answer, /\r\nConnection: close\r\n/i);
        assert.match(answer, /"note":"late"/);
        assert.equal(await stopped, 0);
    });
});
