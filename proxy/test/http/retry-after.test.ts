import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Failure } from '../../src/lib/failure.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { runningApp } from '../support/running-app.ts';

describe('Retry-After', () => {
    const file = storeForFile();

    const rows: [given: number | undefined, sent: string][] = [
        [7, '7'],
        [0.2, '1'],
        [-3, '0'],
        [undefined, '5'],
        [Number.NaN, '5'],
        [86_400, '3600'],
        [1e300, '3600']
    ];
    for (const [given, sent] of rows) {
        it(`is ${sent} when the failure says ${given}`, async (t) => {
            const failure = new Failure('store-unavailable', given === undefined ? {} : { retryAfterSeconds: given });
            const app = await runningApp(t, {
                store: {
                    ...file.store,
                    journalOf: (tenant) =>
                        journalWith(file.store.journalOf(tenant), { read: () => Promise.reject(failure) })
                }
            });
            const { headers } = await app.call('GET', `/v1/conversations/${newConversation()}`);
            assert.equal(headers.get('retry-after'), sent);
        });
    }
});
