import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BLOCK, carryOut, confirmed } from '../support/commands.ts';
import { newConversation, storeForFile } from '../support/journal.ts';

describe('what the store knows for the set-up check', () => {
    const file = storeForFile();

    it('is how it does', async () => {
        const { kind, answerMs, isWritable, room } = await file.store.health();
        assert.ok(answerMs !== null && answerMs < 5_000);
        assert.ok(isWritable);
        assert.equal(room === null, kind === 'server');
    });

    it('is which conversations blocks hold, those first in which the customer wrote since', async () => {
        const tenant = newConversation();
        const journal = file.store.journalOf(tenant);
        const [silent, writing, open] = [newConversation(), newConversation(), newConversation()];
        await carryOut(journal, writing, BLOCK, confirmed());
        await carryOut(journal, silent, BLOCK, confirmed());
        const contact = { channel: null, customerName: null, lastInboundAt: new Date(Date.now() + 60_000) };
        for (const id of [writing, open]) await journal.recordFindings(id, () => ({ contact }));
        const blocked = await file.store.blockedOf(tenant, 10);
        assert.deepEqual(
            blocked.map(({ id }) => id),
            [writing, silent]
        );
        assert.deepEqual(blocked[0]?.lastInboundAt, contact.lastInboundAt);
        assert.equal((await file.store.blockedOf(tenant, 1)).length, 1);
        assert.deepEqual(await file.store.blockedOf(newConversation(), 10), []);
    });

    it('is when a webhook was last taken for the tenant', async () => {
        const [tenant, other] = [newConversation(), newConversation()];
        const once = { id: 'm-1', modifiedAt: new Date() };
        assert.equal(await file.store.lastWebhookOf(tenant), null);
        await file.store.journalOf(tenant).recordFindings(newConversation(), () => null, once);
        const at = await file.store.lastWebhookOf(tenant);
        assert.ok(at !== null && Math.abs(at.getTime() - Date.now()) < 60_000);
        assert.equal(await file.store.lastWebhookOf(other), null);
    });
});
