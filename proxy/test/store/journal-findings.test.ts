import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Findings } from '../../src/conversations/knowledge/findings.ts';
import type { MessageKey } from '../../src/conversations/knowledge/record-store.ts';
import { NOTHING_STORED, type ObservedState } from '../../src/conversations/knowledge/records.ts';
import { accept, ANA, BLOCK, carryOut, confirmed, SAM } from '../support/commands.ts';
import { newConversation, storeForFile } from '../support/journal.ts';

const NOON = new Date('2026-01-01T12:00:00Z');
const BEFORE = new Date('2026-01-01T11:59:59Z');
const AFTER = new Date('2026-01-01T12:00:01Z');
const SEEN: ObservedState = { state: 'CLOSED', at: NOON, source: 'webhook' };

describe('findings in the journal', () => {
    const file = storeForFile();
    const journal = () => file.store.journalOf('acme');

    async function noting(id: string, findings: Findings | null, once?: MessageKey) {
        await journal().recordFindings(id, () => findings, once);
        return journal().read(id);
    }

    it('are stored also of a conversation nobody touched', async () => {
        const contact = { channel: 'WHATSAPP', customerName: 'Maria Lopez', lastInboundAt: NOON };
        const nativeBlock = { status: 'unconfirmed', reason: 'wrote-since', at: NOON } as const;
        const found = { observedState: SEEN, contact, nativeBlock };
        const { version, ...record } = await noting(newConversation(), found);
        assert.equal(typeof version, 'string');
        assert.deepEqual({ ...record, version: null }, { ...NOTHING_STORED, ...found, nativeVersion: 1 });
    });

    it('are made of what is stored at that moment', async () => {
        const id = newConversation();
        await carryOut(journal(), id, BLOCK, confirmed());
        const stored = await journal().read(id);
        await journal().recordFindings(id, (record) => {
            assert.deepEqual(record, stored);
            return null;
        });
        assert.deepEqual(await journal().read(id), stored);
    });

    it('keep the newest seen state, in whatever order they come', async () => {
        const id = newConversation();
        await noting(id, { observedState: SEEN });
        const older = await noting(id, { observedState: { ...SEEN, state: 'OPEN', at: BEFORE } });
        assert.deepEqual(older.observedState, SEEN);
        const same = await noting(id, { observedState: { ...SEEN, state: 'OPEN' } });
        assert.deepEqual(same.observedState, SEEN);
        const newer: ObservedState = { state: 'OPEN', at: AFTER, source: 'gotallo' };
        assert.deepEqual((await noting(id, { observedState: newer })).observedState, newer);
    });

    it('leave of a contact what they do not tell, and the last inbound time where theirs is older', async () => {
        const id = newConversation();
        await noting(id, { contact: { channel: 'WHATSAPP', customerName: 'Maria', lastInboundAt: NOON } });
        const silent = await noting(id, { contact: { channel: null, customerName: null, lastInboundAt: null } });
        assert.deepEqual(silent.contact, { channel: 'WHATSAPP', customerName: 'Maria', lastInboundAt: NOON });
        const older = await noting(id, { contact: { channel: null, customerName: 'Ana', lastInboundAt: BEFORE } });
        assert.deepEqual(older.contact, { channel: 'WHATSAPP', customerName: 'Ana', lastInboundAt: NOON });
        const newer = await noting(id, { contact: { channel: null, customerName: null, lastInboundAt: AFTER } });
        assert.deepEqual(newer.contact.lastInboundAt, AFTER);
    });

    it('change nothing where they are empty', async () => {
        const id = newConversation();
        const stored = await noting(id, { observedState: SEEN });
        assert.deepEqual(await noting(id, {}), stored);
        const nulls = { observedState: null, contact: null, nativeBlock: null, blockEndedBy: null, resolvedBy: null };
        assert.deepEqual(await noting(id, nulls), stored);
        assert.deepEqual(await journal().history(id), []);
    });

    it('take a message once, however often it comes, and its later change anew', async () => {
        const id = newConversation();
        const message = { id: 'message 1', modifiedAt: NOON };
        await noting(id, { observedState: SEEN }, message);
        let asked = 0;
        const count = () => {
            asked += 1;
            return { observedState: { ...SEEN, at: AFTER } };
        };
        await journal().recordFindings(id, count, message);
        assert.equal(asked, 0);
        assert.deepEqual((await journal().read(id)).observedState, SEEN);
        await journal().recordFindings(id, count, { ...message, modifiedAt: AFTER });
        assert.equal(asked, 1);
        await file.store.journalOf('other').recordFindings(id, count, message);
        assert.equal(asked, 2);
    });

    it('take one of the same message told many times at once', async () => {
        const id = newConversation();
        let asked = 0;
        const count = () => {
            asked += 1;
            return { observedState: SEEN };
        };
        const once = { id: 'message 2', modifiedAt: NOON };
        await Promise.all(Array.from({ length: 8 }, () => journal().recordFindings(id, count, once)));
        assert.equal(asked, 1);
    });

    it('do not take a message whose finding failed, so that it can come again', async () => {
        const id = newConversation();
        const once = { id: 'message 3', modifiedAt: NOON };
        const broken = journal().recordFindings(
            id,
            () => {
                throw new Error('broken');
            },
            once
        );
        await assert.rejects(broken);
        assert.deepEqual((await noting(id, { observedState: SEEN }, once)).observedState, SEEN);
    });

    it('end a block that was ended elsewhere, and say so in the history as nobody here', async () => {
        const id = newConversation();
        await carryOut(journal(), id, BLOCK, confirmed());
        const { openBlock } = await noting(id, { blockEndedBy: { state: 'CLOSED', at: AFTER } });
        assert.equal(openBlock, null);
        const [entry] = await journal().history(id);
        assert.equal(entry?.kind, 'unblock');
        assert.equal(entry.target, 'CLOSED');
        assert.equal(entry.by, null);
        assert.equal(entry.outcome, 'confirmed');
        assert.deepEqual(entry.acceptedAt, entry.endedAt);
    });

    it('say nothing of a block that ended elsewhere where there is none', async () => {
        const id = newConversation();
        await noting(id, { blockEndedBy: { state: 'OPEN', at: NOON } });
        assert.deepEqual(await journal().history(id), []);
    });

    it('say in the history who saw what the channel shows', async () => {
        const id = newConversation();
        const nativeBlock = { status: 'blocked', reason: null, at: NOON } as const;
        await noting(id, { nativeBlock, resolvedBy: { by: SAM, status: 'blocked' } });
        await noting(id, { resolvedBy: { by: null, status: 'not-blocked' } });
        const entries = (await journal().history(id)).map(({ kind, target, by, outcome }) => [
            kind,
            target,
            by,
            outcome
        ]);
        assert.deepEqual(entries, [
            ['native-block', 'not-blocked', null, 'confirmed'],
            ['native-block', 'blocked', SAM, 'confirmed']
        ]);
    });

    it('are written down while an operation is under way, and leave it as it is', async () => {
        const id = newConversation();
        const operation = await accept(journal(), id, BLOCK);
        const { unfinished, observedState } = await noting(id, {
            observedState: SEEN,
            resolvedBy: { by: ANA, status: 'blocked' }
        });
        assert.deepEqual(observedState, SEEN);
        assert.equal(unfinished?.id, operation.id);
        assert.equal(unfinished.isLeased, true);
        assert.equal((await journal().complete(operation, confirmed())).openBlock?.confirmed, true);
    });
});
