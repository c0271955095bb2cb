import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inspect } from 'node:util';
import { Secret } from '../../src/config/secret.ts';

describe('Secret', () => {
    const secret = new Secret('s3cr3t');

    it('is told only to those who ask', () => {
        assert.equal(secret.reveal(), 's3cr3t');
    });

    it('reads [secret] however it is printed', () => {
        for (const text of [`${secret}`, String(secret), JSON.stringify({ secret }), inspect({ secret })]) {
            assert.ok(!text.includes('s3cr3t'), text);
            assert.ok(text.includes('[secret]'), text);
        }
    });

    it('has no member that a copy would take along', () => {
        assert.deepEqual(Object.keys(secret), []);
        assert.deepEqual({ ...secret }, {});
    });
});
