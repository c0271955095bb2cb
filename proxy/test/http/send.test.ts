import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newConversation, storeForFile } from '../support/journal.ts';
import { headersOf, rawCall } from '../support/raw-call.ts';
import { runningApp } from '../support/running-app.ts';
import { TOKENS } from '../support/salesforce-handler.ts';

const SAFE_HEADERS = [
    'Cache-Control: no-store',
    'X-Content-Type-Options: nosniff',
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'"
];

describe('an answer, byte for byte,', () => {
    const file = storeForFile();
    const id = 'X-Request-Id: from-the-caller-1';

    /** The first line and the headers but the date, and the body. */
    function parts(answer: string): { head: string[]; body: string } {
        const [head = '', body = ''] = answer.split('\r\n\r\n');
        return { head: head.split('\r\n').filter((header) => !header.startsWith('Date: ')), body };
    }

    it('is a view as JSON in UTF-8, with its length and the headers that keep it safe', async (t) => {
        const { url, call } = await runningApp(t, { store: file.store });
        const path = `/v1/conversations/${newConversation()}`;
        await call('PUT', `${path}/block`, { body: { note: 'Grüße 👋' } });
        const { head, body } = parts(await rawCall(url, `GET ${path}`, { headers: [...headersOf(TOKENS.ana), id] }));
        assert.match(body, /"note":"Grüße 👋"/);
        assert.deepEqual(head, [
            'HTTP/1.1 200 OK',
            id,
            ...SAFE_HEADERS,
            'Content-Type: application/json; charset=utf-8',
            `Content-Length: ${Buffer.byteLength(body)}`,
            'Connection: close'
        ]);
        const asked = await rawCall(url, `HEAD ${path}`, { headers: [...headersOf(TOKENS.ana), id] });
        assert.deepEqual(parts(asked), { head, body: '' });
    });

    it('is a problem, with its length and the headers that keep it safe', async (t) => {
        const { url } = await runningApp(t, { store: file.store });
        const { head, body } = parts(await rawCall(url, 'GET /v1/setup', { headers: [id] }));
        assert.deepEqual(head, [
            'HTTP/1.1 401 Unauthorized',
            id,
            ...SAFE_HEADERS,
            'WWW-Authenticate: Bearer error="invalid_token"',
            'Content-Type: application/problem+json; charset=utf-8',
            `Content-Length: ${Buffer.byteLength(body)}`,
            'Connection: close'
        ]);
        const asked = await rawCall(url, 'HEAD /v1/setup', { headers: [id] });
        assert.deepEqual(parts(asked), { head, body: '' });
    });

    it('is never "not modified", whatever the caller says they have', async (t) => {
        const { url } = await runningApp(t, { store: file.store });
        for (const condition of [
            'If-None-Match: *',
            'If-None-Match: "any"',
            'If-Modified-Since: Fri, 27 Nov 2099 00:00:00 GMT'
        ]) {
            const headers = [...headersOf(TOKENS.ana), condition];
            assert.match(
                await rawCall(url, `GET /v1/conversations/${newConversation()}`, { headers }),
                /^HTTP\/1\.1 200 /
            );
        }
    });
});
