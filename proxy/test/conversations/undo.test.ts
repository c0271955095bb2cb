import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationState } from '#contract';
import { UNDO_MS } from '../../src/conversations/rules/judge-undo.ts';
import { callerWhoSees } from '../support/caller.ts';
import { hasCode } from '../support/failures.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith } from '../support/service.ts';
import { message, ROBIN, SUPERVISOR } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';

const SPAM = { reason: 'Spam', note: 'crypto links', until: new Date(Date.now() + 3_600_000) };

describe('taking back a block or an unblock', () => {
    const file = storeForFile();

    function setUp(state: ConversationState = 'OPEN', medium = 'telegram') {
        const goTallo = new TrueGoTallo();
        goTallo.truth.state = state;
        const journal = file.store.journalOf('acme');
        const clock = { aheadMs: 0 };
        const now = () => new Date(Date.now() + clock.aheadMs);
        const service = serviceWith({ goTallo, journal, now });
        const ana = callerWhoSees(message({ state, medium }));
        const sue = callerWhoSees(message({ state, medium }), SUPERVISOR);
        return { goTallo, journal, service, clock, id: newConversation(), ana, sue };
    }

    for (const state of ['OPEN', 'AUTO_BOT', 'CLOSED'] as const) {
        it(`leads a block back to ${state}`, async () => {
            const { service, goTallo, id, ana } = setUp(state);
            const { undo } = await service.block(ana, id, SPAM);
            assert.deepEqual([undo?.kind, undo?.state], ['block', state]);
            const view = await service.undo(ana, id, undo?.operationId ?? '');
            assert.equal(goTallo.truth.state, state);
            assert.equal(view.state, state);
            assert.equal(view.block, null);
            assert.equal(view.undo, null);
        });
    }

    it('lifts the block of the channel as well, once', async () => {
        const { service, goTallo, id, ana } = setUp('AUTO_BOT', 'whatsapp');
        const { undo } = await service.block(ana, id, SPAM);
        assert.equal(goTallo.truth.isNativeBlocked, true);
        const view = await service.undo(ana, id, undo?.operationId ?? '');
        assert.equal(view.nativeBlock.status, 'not-blocked');
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle', 'toggle', 'AUTO_BOT']);
    });

    it('gives a colleague their block back with all it said, whoever had ended it', async () => {
        const { service, goTallo, id, ana, sue } = setUp();
        const before = await service.block(ana, id, SPAM);
        const { undo } = await service.unblock(sue, id);
        assert.deepEqual([undo?.kind, undo?.state], ['unblock', 'BLOCKED']);
        const view = await service.undo(sue, id, undo?.operationId ?? '');
        assert.equal(goTallo.truth.state, 'BLOCKED');
        assert.deepEqual(view.block, before.block);
        const [newest] = (await service.history(sue, id)).operations;
        assert.deepEqual([newest?.kind, newest?.undoes, newest?.by?.id], ['block', undo?.operationId, SUPERVISOR.id]);
    });

    it('changes nothing when it is asked for twice, at once or one after the other', async () => {
        const { service, goTallo, id, ana } = setUp('CLOSED', 'whatsapp');
        const { undo } = await service.block(ana, id, SPAM);
        const operationId = undo?.operationId ?? '';
        const views = await Promise.all([service.undo(ana, id, operationId), service.undo(ana, id, operationId)]);
        views.push(await service.undo(ana, id, operationId));
        assert.deepEqual(
            views.map(({ state }) => state),
            ['CLOSED', 'CLOSED', 'CLOSED']
        );
        assert.equal(goTallo.toggles, 2);
        assert.equal((await service.history(ana, id)).operations.length, 2);
    });

    it('is not offered to anybody else, and refused to them', async () => {
        const { service, id, ana, sue } = setUp();
        const { undo } = await service.block(ana, id, SPAM);
        assert.equal((await service.view(sue, id)).undo, null);
        await assert.rejects(service.undo(sue, id, undo?.operationId ?? ''), hasCode('undo-not-possible'));
        await assert.rejects(
            service.undo(callerWhoSees(message(), ROBIN), id, undo?.operationId ?? ''),
            hasCode('no-permission')
        );
        assert.equal((await service.view(ana, id)).state, 'BLOCKED');
    });

    it('is offered for half a minute, and refused afterwards', async () => {
        const { service, goTallo, id, ana, clock } = setUp();
        const { undo } = await service.block(ana, id, SPAM);
        clock.aheadMs = UNDO_MS - 5_000;
        assert.notEqual((await service.view(ana, id)).undo, null);
        clock.aheadMs = UNDO_MS;
        assert.equal((await service.view(ana, id)).undo, null);
        await assert.rejects(service.undo(ana, id, undo?.operationId ?? ''), hasCode('undo-not-possible'));
        assert.equal(goTallo.truth.state, 'BLOCKED');
    });

    it('is over as soon as anything else was asked for', async () => {
        const { service, id, ana, sue } = setUp();
        const { undo } = await service.block(ana, id, SPAM);
        const again = await service.block(sue, id, { note: 'I know them' });
        assert.equal(again.undo, null);
        await assert.rejects(service.undo(ana, id, undo?.operationId ?? ''), hasCode('undo-not-possible'));
    });

    it('is not offered for a block that repeats one, nor where nobody knows what was before', async () => {
        const { service, id, ana } = setUp();
        await service.block(ana, id, SPAM);
        assert.equal((await service.block(ana, id, { reason: 'Fraud' })).undo, null);
        const nothing = await service.block(callerWhoSees(null), newConversation(), SPAM);
        assert.equal(nothing.state, 'BLOCKED');
        assert.equal(nothing.undo, null);
    });

    it('is not offered once the block is seen to have been ended elsewhere', async () => {
        const { service, goTallo, id, ana } = setUp();
        const { undo } = await service.block(ana, id, SPAM);
        const later = new Date(Date.now() + 60_000);
        const seen = callerWhoSees(message({ state: 'AUTO_BOT', at: later, medium: 'telegram' }), {
            ...ana.agent
        });
        const service2 = serviceWith({ goTallo, journal: file.store.journalOf('acme') });
        assert.equal((await service2.view(seen, id)).undo, null);
        await assert.rejects(service2.undo(seen, id, undo?.operationId ?? ''), hasCode('undo-not-possible'));
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
    });

    it('is refused for what was never done', async () => {
        const { service, goTallo, id, ana } = setUp();
        const failure = service.undo(ana, id, '7d8f0f1e-0000-4000-8000-00000000000f');
        await assert.rejects(failure, hasCode('undo-not-possible'));
        assert.deepEqual(goTallo.sent, []);
    });

    it('says the truth when its answer is lost, and is carried on to what was before', async () => {
        const { goTallo, journal, id, ana } = setUp('CLOSED');
        const service = serviceWith({ goTallo, journal, timing: { recoveryMs: 0 } });
        const { undo } = await service.block(ana, id, SPAM);
        goTallo.fates = ['request lost'];
        await assert.rejects(service.undo(ana, id, undo?.operationId ?? ''), hasCode('gotallo-timeout'));
        assert.equal((await service.view(ana, id)).state, null);
        await service.recover((failure) => assert.ifError(failure));
        assert.equal(goTallo.truth.state, 'CLOSED');
        assert.equal((await service.view(ana, id)).state, 'CLOSED');
    });

    it('stays possible when GoTallo refused it once, and when a colleague was refused', async () => {
        const { service, goTallo, id, ana, sue } = setUp('AUTO_BOT');
        const { undo } = await service.block(ana, id, SPAM);
        goTallo.fates = ['not sent', 'refused'];
        await assert.rejects(service.undo(ana, id, undo?.operationId ?? ''), hasCode('gotallo-unreachable'));
        await assert.rejects(service.block(sue, id, { note: 'I know them' }), hasCode('gotallo-refused'));
        assert.deepEqual((await service.view(ana, id)).undo, undo);
        assert.equal((await service.undo(ana, id, undo?.operationId ?? '')).state, 'AUTO_BOT');
    });

    it('is carried on, not refused, when it is asked for again after its answer was lost', async () => {
        const { service, goTallo, id, ana } = setUp('AUTO_BOT');
        const { undo } = await service.block(ana, id, SPAM);
        goTallo.fates = ['request lost'];
        await assert.rejects(service.undo(ana, id, undo?.operationId ?? ''), hasCode('gotallo-timeout'));
        const view = await service.undo(ana, id, undo?.operationId ?? '');
        assert.deepEqual([view.state, goTallo.truth.state], ['AUTO_BOT', 'AUTO_BOT']);
    });

    it("puts nobody else's words into the block of whoever blocks while it has no answer", async () => {
        const { service, goTallo, id, ana, sue } = setUp();
        await service.block(ana, id, SPAM);
        const { undo } = await service.unblock(sue, id);
        goTallo.fates = ['request lost'];
        await assert.rejects(service.undo(sue, id, undo?.operationId ?? ''), hasCode('gotallo-timeout'));
        const { block } = await service.block(sue, id, { reason: 'Fraud' });
        assert.deepEqual(
            [block?.by.id, block?.reason, block?.note, block?.until],
            [SUPERVISOR.id, 'Fraud', null, null]
        );
    });

    it('is not refused because a colleague asks for it at the same time', async () => {
        const { service, id, ana, sue } = setUp('CLOSED');
        const { undo } = await service.block(ana, id, SPAM);
        const operationId = undo?.operationId ?? '';
        const refused = assert.rejects(service.undo(sue, id, operationId), hasCode('undo-not-possible'));
        assert.equal((await service.undo(ana, id, operationId)).state, 'CLOSED');
        await refused;
    });

    it('leaves a block that GoTallo refuses to set again as ended as it was', async () => {
        const { service, goTallo, id, ana, sue } = setUp();
        await service.block(ana, id, SPAM);
        const { undo } = await service.unblock(sue, id);
        goTallo.fates = ['refused'];
        await assert.rejects(service.undo(sue, id, undo?.operationId ?? ''), hasCode('gotallo-refused'));
        const view = await service.view(sue, id);
        assert.deepEqual([view.state, view.block], ['OPEN', null]);
        assert.equal(goTallo.truth.state, 'OPEN');
    });
});
