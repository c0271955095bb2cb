import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EarlierBlocksView } from '#contract';
import type { Conversations } from '../../src/conversations/conversations.ts';
import { callerWhoSees } from '../support/caller.ts';
import { hasCode } from '../support/failures.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith } from '../support/service.ts';
import { message, ROBIN, SUPERVISOR } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';

const HOUR_MS = 3_600_000;
const TELEGRAM = message({ medium: 'telegram' });
const at = (ms: number): Date => new Date(Date.now() + ms);

describe('the blocks that a conversation had before', () => {
    const file = storeForFile();
    let tenants = 0;

    /** @param agoMs where agents live then, an end within that time from now is over for the database */
    function setUp(agoMs = 0) {
        const goTallo = new TrueGoTallo();
        const journal = file.store.journalOf(`tenant ${(tenants += 1)}`);
        const service = serviceWith({ goTallo, journal, now: () => at(-agoMs) });
        const [ana, sue] = [callerWhoSees(TELEGRAM), callerWhoSees(TELEGRAM, SUPERVISOR)];
        const id = newConversation();
        const earlier = async () => short((await service.view(ana, id)).earlierBlocks);
        return { goTallo, journal, service, ana, sue, id, over: at(-HOUR_MS), earlier };
    }

    function short(earlier: EarlierBlocksView | null): unknown {
        return earlier && [earlier.count, earlier.last.ended, earlier.last.by.name, earlier.last.reason];
    }

    async function end(service: Conversations): Promise<void> {
        await service.endDueBlocks((failure) => assert.fail(String(failure)));
    }

    it('are none while the first one is open', async () => {
        const { service, ana, id, earlier } = setUp();
        assert.equal(await earlier(), null);
        assert.equal((await service.block(ana, id, { reason: 'Spam' })).earlierBlocks, null);
        assert.equal(await earlier(), null);
    });

    it('are counted where they end, with who had blocked, when and why the last time', async () => {
        const { service, ana, sue, id } = setUp();
        const { block } = await service.block(ana, id, { reason: 'Spam' });
        const { earlierBlocks } = await service.unblock(sue, id);
        const { endedAt, ...last } = earlierBlocks?.last ?? {};
        assert.deepEqual(last, { since: block?.since, ended: 'agent', by: block?.by, reason: 'Spam' });
        assert.ok(Date.parse(endedAt ?? '') >= Date.parse(block?.since ?? ''));
    });

    it('do not speak of the block that is open, nor of a change of it', async () => {
        const { service, ana, sue, id, earlier } = setUp();
        await service.block(ana, id, { reason: 'Spam' });
        await service.unblock(ana, id);
        await service.block(sue, id, { reason: 'Fraud' });
        await service.block(ana, id, { reason: 'Abuse' });
        assert.deepEqual(await earlier(), [1, 'agent', 'Ana Silva', 'Spam']);
        await service.unblock(ana, id);
        assert.deepEqual(await earlier(), [2, 'agent', 'Sue Pervisor', 'Abuse']);
    });

    it('say that one ended by itself', async () => {
        const { service, ana, id, over, earlier } = setUp(2 * HOUR_MS);
        await service.block(ana, id, { until: over });
        await end(service);
        await end(service);
        assert.deepEqual(await earlier(), [1, 'timer', 'Ana Silva', null]);
    });

    it('say that one ended by itself when somebody blocks anew before the proxy came to it', async () => {
        const { goTallo, journal, ana, sue, id, over, earlier, service } = setUp(2 * HOUR_MS);
        await service.block(ana, id, { until: over });
        await serviceWith({ goTallo, journal }).block(sue, id, { reason: 'Fraud' });
        assert.deepEqual(await earlier(), [1, 'timer', 'Ana Silva', null]);
    });

    it('say that one was ended elsewhere', async () => {
        const { service, id, sue } = setUp();
        await service.block(sue, id, { reason: 'Spam' });
        await service.observeWebhook({
            id: 'm',
            conversationId: id,
            writtenAt: at(HOUR_MS),
            modifiedAt: at(HOUR_MS),
            toldModifiedAt: at(HOUR_MS),
            isInbound: false,
            state: 'OPEN',
            channel: null,
            customerName: null
        });
        assert.deepEqual(short((await service.view(sue, id)).earlierBlocks), [1, 'elsewhere', 'Sue Pervisor', 'Spam']);
    });

    it('hold none that Undo took back', async () => {
        const { service, ana, id, earlier } = setUp();
        const { undo } = await service.block(ana, id, { reason: 'Spam' });
        await service.undo(ana, id, undo?.operationId ?? '');
        assert.equal(await earlier(), null);
        await service.block(ana, id, { reason: 'Fraud' });
        await service.unblock(ana, id);
        assert.deepEqual(await earlier(), [1, 'agent', 'Ana Silva', 'Fraud']);
    });

    it('hold no block that an Undo of its unblock has brought back, until it ends again', async () => {
        const { service, ana, sue, id, earlier } = setUp();
        await service.block(ana, id, { reason: 'Fraud' });
        await service.unblock(ana, id);
        await service.block(ana, id, { reason: 'Spam' });
        const { undo } = await service.unblock(sue, id);
        assert.deepEqual(await earlier(), [2, 'agent', 'Ana Silva', 'Spam']);
        await service.undo(sue, id, undo?.operationId ?? '');
        assert.deepEqual(await earlier(), [1, 'agent', 'Ana Silva', 'Fraud']);
        await service.unblock(ana, id);
        assert.deepEqual(await earlier(), [2, 'agent', 'Ana Silva', 'Spam']);
    });

    it('hold the block again whose Undo GoTallo refused', async () => {
        const { service, goTallo, ana, id, earlier } = setUp();
        await service.block(ana, id, { reason: 'Spam' });
        const { undo } = await service.unblock(ana, id);
        goTallo.fates = ['refused'];
        await assert.rejects(service.undo(ana, id, undo?.operationId ?? ''), hasCode('gotallo-refused'));
        assert.deepEqual(await earlier(), [1, 'agent', 'Ana Silva', 'Spam']);
    });

    it('hold none that GoTallo never confirmed', async () => {
        const { service, goTallo, ana, id, earlier } = setUp();
        goTallo.fates = ['refused', 'request lost'];
        await assert.rejects(service.block(ana, id, { reason: 'Spam' }), hasCode('gotallo-refused'));
        await assert.rejects(service.block(ana, id, { reason: 'Spam' }), hasCode('gotallo-timeout'));
        await service.unblock(ana, id);
        assert.equal(await earlier(), null);
    });

    it('do not hold the open block while nobody knows whether its unblock took effect', async () => {
        const { service, goTallo, ana, id, earlier } = setUp();
        await service.block(ana, id, { reason: 'Spam' });
        goTallo.fates = ['answer lost'];
        await assert.rejects(service.unblock(ana, id), hasCode('gotallo-timeout'));
        assert.equal(await earlier(), null);
    });

    it('hold the block that a new one took the place of, unless that was refused', async () => {
        const { service, goTallo, ana, sue, id, earlier } = setUp();
        await service.block(ana, id, { reason: 'Spam' });
        goTallo.fates = ['answer lost', 'not sent'];
        await assert.rejects(service.unblock(ana, id), hasCode('gotallo-timeout'));
        await assert.rejects(service.block(sue, id, { reason: 'Fraud' }), hasCode('gotallo-unreachable'));
        assert.equal(await earlier(), null);
        await service.block(sue, id, { reason: 'Fraud' });
        assert.deepEqual(await earlier(), [1, 'agent', 'Ana Silva', 'Spam']);
    });

    it('hold none whose Undo got no answer before somebody blocked anew', async () => {
        const { service, goTallo, ana, sue, id, earlier } = setUp();
        const { undo } = await service.block(ana, id, { reason: 'Spam' });
        goTallo.fates = ['answer lost'];
        await assert.rejects(service.undo(ana, id, undo?.operationId ?? ''), hasCode('gotallo-timeout'));
        await service.block(sue, id, { reason: 'Fraud' });
        assert.equal(await earlier(), null);
    });

    it('hold a block once that was given back without an answer before somebody blocked anew', async () => {
        const { service, goTallo, ana, sue, id, earlier } = setUp();
        await service.block(ana, id, { reason: 'Spam' });
        const { undo } = await service.unblock(ana, id);
        goTallo.fates = ['answer lost'];
        await assert.rejects(service.undo(ana, id, undo?.operationId ?? ''), hasCode('gotallo-timeout'));
        assert.equal(await earlier(), null);
        await service.block(sue, id, { reason: 'Fraud' });
        assert.deepEqual(await earlier(), [1, 'agent', 'Ana Silva', 'Spam']);
    });

    it('are counted once when two agents unblock at the same time', async () => {
        const { service, ana, sue, id, earlier } = setUp();
        await service.block(ana, id, { reason: 'Spam' });
        await Promise.all([service.unblock(ana, id), service.unblock(sue, id)]);
        assert.deepEqual(await earlier(), [1, 'agent', 'Ana Silva', 'Spam']);
    });

    it('are of one conversation and of one tenant', async () => {
        const { service, ana, id } = setUp();
        await service.block(ana, id, { reason: 'Spam' });
        await service.unblock(ana, id);
        assert.equal((await service.view(ana, newConversation())).earlierBlocks, null);
        assert.equal((await setUp().service.view(ana, id)).earlierBlocks, null);
    });

    it('are not told to callers without permission', async () => {
        const { service, ana, id } = setUp();
        await service.block(ana, id, { reason: 'Spam' });
        await service.unblock(ana, id);
        assert.equal((await service.view(callerWhoSees(message(), ROBIN), id)).earlierBlocks, null);
        const supervisor = { ...SUPERVISOR, permissions: { block: false, manage: true } };
        assert.equal((await service.view(callerWhoSees(message(), supervisor), id)).earlierBlocks?.count, 1);
    });
});
