import assert from 'node:assert/strict';
import { IncomingMessage, ServerResponse } from 'node:http';
import { describe, it } from 'node:test';
import { createHttpServer } from '../../src/http/http-server.ts';

describe('the HTTP server', () => {
    it('gives a whole request 30 seconds to arrive, and its header 10', () => {
        const { server } = createHttpServer({ listener: () => {}, classes: { IncomingMessage, ServerResponse } });
        assert.deepEqual([server.requestTimeout, server.headersTimeout], [30_000, 10_000]);
    });
});
