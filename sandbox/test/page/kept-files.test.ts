import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import express from 'express';
import { compressFiles } from '../../bundle/compress.ts';
import { listen, type Listening } from '../../listen.ts';
import { keptFiles } from '../../page/kept-files.ts';

const SCRIPT = `export const words = ${JSON.stringify('the same words again and again '.repeat(100))};`;

describe('keptFiles', () => {
    let folder: string;
    let server: Listening;

    before(async () => {
        folder = mkdtempSync(join(tmpdir(), 'kept-files-'));
        writeFileSync(join(folder, 'main-1a2b.js'), SCRIPT);
        compressFiles(folder);
        server = await listen(express().use(keptFiles(folder)));
    });
    after(async () => {
        await server.close();
        rmSync(folder, { recursive: true });
    });

    /** As it comes over the line. */
    async function load(path: string, accepted: string): Promise<{ response: IncomingMessage; body: Buffer }> {
        const response = await new Promise<IncomingMessage>((resolve, reject) => {
            get(server.url + path, { headers: { 'Accept-Encoding': accepted } }, resolve).on('error', reject);
        });
        return { response, body: await buffer(response) };
    }

    const ways: [what: string, accepted: string, encoding: string | undefined, read: (body: Buffer) => Buffer][] = [
        ['brotli to a browser that names it last', 'gzip, deflate, br', 'br', brotliDecompressSync],
        ['gzip where the line is not a safe one', 'gzip, deflate', 'gzip', gunzipSync],
        ['it plain to what reads nothing else', 'identity', undefined, (body) => body]
    ];
    for (const [what, accepted, encoding, read] of ways) {
        it(`sends ${what}`, async () => {
            const { response, body } = await load('/main-1a2b.js', accepted);
            assert.equal(response.headers['content-encoding'], encoding);
            assert.match(response.headers['content-type'] ?? '', /^text\/javascript/);
            assert.match(response.headers.vary ?? '', /Accept-Encoding/);
            assert.equal(read(body).toString(), SCRIPT);
        });
    }

    it('lets browsers keep it for good', async () => {
        const { response } = await load('/main-1a2b.js', 'gzip');
        assert.match(response.headers['cache-control'] ?? '', /max-age=31536000, immutable/);
    });

    it('has nothing under other names', async () => {
        for (const path of ['/main.js', '/..%2fmain-1a2b.js']) {
            const { response } = await load(path, 'gzip');
            assert.equal(response.statusCode, 404);
            assert.equal(response.headers['content-encoding'], undefined);
        }
    });
});
