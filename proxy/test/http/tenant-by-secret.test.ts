import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Secret } from '../../src/config/secret.ts';
import { tenantBySecret } from '../../src/http/tenant-by-secret.ts';

const ACME = { name: 'acme', webhookSecret: new Secret('acme-webhook-secret') };
const OTHER = { name: 'other', webhookSecret: new Secret('other-webhook-secret') };
const WITHOUT = { name: 'without', webhookSecret: null };

describe('the tenant of a webhook', () => {
    const tenantOf = tenantBySecret([ACME, WITHOUT, OTHER]);

    it('is the one whose secret is given, wherever it stands in the list', () => {
        assert.equal(tenantOf('acme-webhook-secret'), ACME);
        assert.equal(tenantOf('other-webhook-secret'), OTHER);
    });

    for (const given of ['', 'null', 'acme-webhook-secre', 'acme-webhook-secret2', 'ACME-WEBHOOK-SECRET', '[secret]']) {
        it(`is nobody to "${given}"`, () => {
            assert.equal(tenantOf(given), null);
        });
    }

    it('is nobody where no tenant takes webhooks', () => {
        assert.equal(tenantBySecret([WITHOUT])(''), null);
    });
});
