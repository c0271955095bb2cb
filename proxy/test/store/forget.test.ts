import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Findings } from '../../src/conversations/knowledge/findings.ts';
import { NOTHING_STORED } from '../../src/conversations/knowledge/records.ts';
import { BLOCK, carryOut, confirmed, failed } from '../support/commands.ts';
import { newConversation, storeForFile } from '../support/journal.ts';

const MARIA = { channel: 'WHATSAPP', customerName: 'Maria Lopez', lastInboundAt: null };
const at = new Date();

describe('forgetting conversations that only webhooks named', () => {
    const file = storeForFile();

    async function told(findings: Findings = {}) {
        const journal = file.store.journalOf(newConversation());
        const id = newConversation();
        await journal.recordFindings(id, () => ({ contact: MARIA, ...findings }));
        return { journal, id };
    }

    it('leaves nothing of them once it is long enough ago', async () => {
        const { journal, id } = await told({ observedState: { state: 'OPEN', at, source: 'webhook' } });
        await journal.read(id);
        assert.deepEqual(await journal.forget(1), []);
        assert.equal((await journal.read(id)).contact.customerName, 'Maria Lopez');
        assert.deepEqual(await journal.forget(0), [id]);
        assert.deepEqual(await journal.read(id), NOTHING_STORED);
    });

    it('keeps what somebody here ever changed or tried to', async () => {
        for (const how of [confirmed(), failed()]) {
            const { journal, id } = await told();
            await carryOut(journal, id, BLOCK, how);
            assert.deepEqual(await journal.forget(0), []);
            assert.equal((await journal.read(id)).contact.customerName, 'Maria Lopez');
        }
    });

    it('forgets the name alone where others blocked, for they may have used the channel, too', async () => {
        for (const findings of [
            { observedState: { state: 'BLOCKED', at, source: 'webhook' } },
            { nativeBlock: { status: 'unconfirmed', reason: 'changed-elsewhere', at } }
        ] as const) {
            const { journal, id } = await told(findings);
            const before = await journal.read(id);
            assert.deepEqual(await journal.forget(0), [id]);
            const { contact, version, ...kept } = await journal.read(id);
            assert.equal(contact.customerName, null);
            assert.notEqual(version, before.version);
            assert.deepEqual({ ...kept, contact: before.contact, version: before.version }, before);
            assert.deepEqual(await journal.forget(0), [], 'once');
        }
    });

    it('forgets nothing of other tenants', async () => {
        const { journal, id } = await told();
        await file.store.journalOf(newConversation()).forget(0);
        assert.equal((await journal.read(id)).contact.customerName, 'Maria Lopez');
    });
});
