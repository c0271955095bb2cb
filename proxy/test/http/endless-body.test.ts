import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { newConversation, storeForFile } from '../support/journal.ts';
import { runningApp } from '../support/running-app.ts';
import { ORG_ID, TOKENS } from '../support/salesforce-handler.ts';

const KILOBYTES_64 = 'x'.repeat(64 * 1024);
/** Far below the time in which a whole request has to arrive. */
const AT_ONCE = { timeout: 10_000 };

describe('a body that is larger than it may be', () => {
    const file = storeForFile();

    /** A client that has sent the header of a block, and what follows. */
    async function sending(t: TestContext, ...headers: string[]): Promise<Socket> {
        const { url } = await runningApp(t, { store: file.store });
        const socket = connect(Number(new URL(url).port), '127.0.0.1');
        t.after(() => socket.destroy());
        socket.on('error', () => {});
        const lines = [
            `PUT /v1/conversations/${newConversation()}/block HTTP/1.1`,
            'Host: proxy',
            `Authorization: Bearer ${TOKENS.ana}`,
            `X-Salesforce-Org-Id: ${ORG_ID}`,
            'Content-Type: application/json',
            ...headers
        ];
        socket.write(`${lines.join('\r\n')}\r\n\r\n`);
        return socket;
    }

    async function assertRefused(socket: Socket): Promise<void> {
        const closed = new Promise((resolve) => socket.once('close', resolve));
        const answer = String(await once(socket, 'data'));
        assert.match(answer, /^HTTP\/1\.1 413 /);
        assert.match(answer, /\r\nConnection: close\r\n/i);
        assert.match(answer, /"code":"body-too-large"/);
        await closed;
    }

    it('is refused by its length, before any of it has come', AT_ONCE, async (t) => {
        await assertRefused(await sending(t, 'Content-Length: 1000000'));
    });

    it('is refused as soon as too much has come, when it has no length and no end', AT_ONCE, async (t) => {
        const socket = await sending(t, 'Transfer-Encoding: chunked');
        socket.write(`${KILOBYTES_64.length.toString(16)}\r\n${KILOBYTES_64}\r\n1\r\nx\r\n`);
        await assertRefused(socket);
    });

    it('is refused as soon as too much is unpacked, when it goes on', AT_ONCE, async (t) => {
        const socket = await sending(t, 'Transfer-Encoding: chunked', 'Content-Encoding: gzip');
        const packed = gzipSync(`"${KILOBYTES_64}"`);
        socket.write(`${packed.length.toString(16)}\r\n`);
        socket.write(packed);
        socket.write('\r\n');
        await assertRefused(socket);
    });

    it('is answered also while it is still being sent', AT_ONCE, async (t) => {
        const socket = await sending(t, 'Transfer-Encoding: chunked');
        const chunk = `${KILOBYTES_64.length.toString(16)}\r\n${KILOBYTES_64}\r\n`;
        const send = (): void => {
            while (!socket.destroyed && socket.write(chunk));
        };
        socket.on('drain', send);
        send();
        await assertRefused(socket);
    });
});
