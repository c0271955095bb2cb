import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Config } from '../src/config/config.ts';
import { Secret } from '../src/config/secret.ts';
import { startFailure, StartFailure } from '../src/start-failure.ts';

const CONFIG: Config = {
    port: 443,
    host: '0.0.0.0',
    dataDir: '/data',
    logLevel: 'info',
    authCacheSeconds: 60,
    evidenceSeconds: 30,
    databaseUrl: new Secret('postgres://me:pass-word@db/proxy'),
    goTalloTimeoutSeconds: 6,
    goTalloConcurrency: 20,
    writesPerMinute: 300,
    forgetAfterDays: 30,
    tenants: []
};

function systemError(code: string): Error {
    return Object.assign(new Error(code), { code });
}

describe('what keeps the proxy from starting', () => {
    for (const code of ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL']) {
        it(`is the port or the address, not the Postgres server, where listening fails with ${code}`, () => {
            const text = startFailure(new StartFailure('listening', systemError(code)), CONFIG);
            assert.match(text, /443|0\.0\.0\.0/);
            assert.match(text, /Set .*(?:HOST|PORT|them)|set PORT/);
            assert.doesNotMatch(text, /DATABASE_URL|DATA_DIR/);
        });
    }

    it('is the store where the same error comes from there', () => {
        for (const code of ['EACCES', 'ENOTFOUND', 'EADDRNOTAVAIL']) {
            const failure = new StartFailure('store', systemError(code));
            assert.match(startFailure(failure, CONFIG), /^The Postgres server of DATABASE_URL could not be used/);
            assert.match(startFailure(failure, { ...CONFIG, databaseUrl: null }), /^The folder \/data \(DATA_DIR\)/);
        }
    });

    it('is not guessed where nobody knows', () => {
        const text = startFailure(new TypeError('what'), CONFIG);
        assert.doesNotMatch(text, /PORT|HOST|DATA/);
        assert.match(text, /^The proxy could not start/);
    });
});
