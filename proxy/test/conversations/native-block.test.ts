import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Failure } from '../../src/lib/failure.ts';
import { callerWhoSees } from '../support/caller.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith, type TIMING } from '../support/service.ts';
import { at, message, ROBIN, SUPERVISOR } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';
import { until } from '../support/until.ts';

const COMMAND = { reason: 'Spam', note: null };

describe('the native block', () => {
    const file = storeForFile();

    function setUp(evidenceSeconds = 30, reads: TrueGoTallo['reads'] = 'nothing', timing: Partial<typeof TIMING> = {}) {
        const goTallo = Object.assign(new TrueGoTallo(), { reads });
        const journal = file.store.journalOf('acme');
        const service = serviceWith({ goTallo, journal, evidenceSeconds, timing });
        const ana = callerWhoSees(message());
        return { goTallo, journal, service, id: newConversation(), ana };
    }

    it('is set after the state, confirmed, and lifted before the state', async () => {
        const { service, goTallo, id, ana } = setUp();
        const blocked = await service.block(ana, id, COMMAND);
        assert.equal(blocked.nativeBlock.status, 'blocked');
        assert.equal(goTallo.truth.isNativeBlocked, true);
        const unblocked = await service.unblock(ana, id);
        assert.equal(unblocked.nativeBlock.status, 'not-blocked');
        assert.equal(goTallo.truth.isNativeBlocked, false);
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle', 'toggle', 'OPEN']);
    });

    it('is not touched by repeating a block, nor by repeating an unblock', async () => {
        const { service, goTallo, id, ana } = setUp();
        await service.block(ana, id, COMMAND);
        const again = await service.block(ana, id, { reason: 'Fraud', note: 'asks for cards' });
        assert.equal(again.block?.reason, 'Fraud');
        assert.equal(goTallo.toggles, 1);
        await service.unblock(ana, id);
        await service.unblock(ana, id);
        assert.equal(goTallo.toggles, 2);
        assert.equal(goTallo.truth.isNativeBlocked, false);
    });

    it('is not asked for on channels that are not listed', async () => {
        const { service, goTallo, id } = setUp();
        const view = await service.block(callerWhoSees(message({ medium: 'facebook' })), id, COMMAND);
        assert.equal(view.nativeBlock.status, 'not-supported');
        assert.equal(goTallo.toggles, 0);
    });

    it('does not take the block by state away when it is refused, and says why', async () => {
        const { service, goTallo, id, ana } = setUp();
        goTallo.fates = ['answered', 'refused'];
        const view = await service.block(ana, id, COMMAND);
        assert.equal(view.state, 'BLOCKED');
        assert.equal(view.block?.state, 'confirmed');
        assert.equal(view.nativeBlock.status, 'refused');
        assert.equal(view.nativeBlock.reason, 'window-closed');
        assert.equal((await service.unblock(ana, id)).nativeBlock.status, 'not-blocked');
        assert.equal(goTallo.toggles, 1);
    });

    it('is not asked for again by repeating a block whose channel refused it', async () => {
        const { service, goTallo, id, ana } = setUp();
        goTallo.fates = ['answered', 'refused'];
        await service.block(ana, id, COMMAND);
        assert.equal((await service.block(ana, id, { reason: 'Fraud' })).nativeBlock.status, 'refused');
        assert.equal(goTallo.toggles, 1);
    });

    for (const fate of ['answer lost', 'request lost'] as const) {
        it(`is not known after ${fate}, and then never sent again by itself or by an agent`, async () => {
            const { service, goTallo, id, ana } = setUp();
            goTallo.fates = ['answered', fate];
            const view = await service.block(ana, id, COMMAND);
            assert.equal(view.nativeBlock.status, 'unconfirmed');
            assert.equal(view.block?.state, 'confirmed');
            await service.block(ana, id, COMMAND);
            const unblocked = await service.unblock(ana, id);
            assert.equal(unblocked.state, 'OPEN');
            assert.equal(unblocked.nativeBlock.status, 'unconfirmed');
            await service.block(ana, id, COMMAND);
            assert.equal(goTallo.toggles, 1);
        });
    }

    it('is as before when it could not be sent, and is asked for again by repeating the block', async () => {
        const { service, goTallo, id, ana } = setUp();
        goTallo.fates = ['answered', 'not sent'];
        const view = await service.block(ana, id, COMMAND);
        assert.equal(view.nativeBlock.status, 'not-blocked');
        assert.equal(view.nativeBlock.reason, 'not-reached');
        assert.equal((await service.block(ana, id, COMMAND)).nativeBlock.status, 'blocked');
        assert.equal(goTallo.truth.isNativeBlocked, true);
    });

    it('is set again by a block after an unblock that lifted it and got no answer for the state', async () => {
        const { service, goTallo, id, ana } = setUp();
        await service.block(ana, id, COMMAND);
        goTallo.fates = ['answered', 'request lost'];
        await assert.rejects(service.unblock(ana, id), { code: 'gotallo-timeout' });
        assert.equal((await service.block(ana, id, COMMAND)).nativeBlock.status, 'blocked');
        assert.equal(goTallo.truth.isNativeBlocked, true);
    });

    it('does not let the state be set after the operation was lost to another process', async () => {
        const { goTallo, journal, id, ana } = setUp();
        await serviceWith({ goTallo, journal }).block(ana, id, COMMAND);
        const lost = journalWith(journal, {
            endNativeCall: async () => Promise.reject(new Failure('result-not-stored'))
        });
        await assert.rejects(serviceWith({ goTallo, journal: lost }).unblock(ana, id), { code: 'result-not-stored' });
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle', 'toggle']);
    });

    it('gives way to what a webhook told while its answer was awaited', async () => {
        const { service, goTallo, journal, id, ana } = setUp();
        goTallo.beforeAnswer = async (call) => {
            if (call !== 'toggle') return;
            goTallo.truth.state = 'OPEN'; // in the chat window of GoTallo, just now
            const answeredAt = Date.now();
            await until(() => Date.now() > answeredAt + 1);
            const now = new Date();
            await service.observeWebhook({
                id: 'm-2',
                conversationId: id,
                writtenAt: now,
                modifiedAt: now,
                toldModifiedAt: now,
                isInbound: false,
                state: 'OPEN',
                channel: 'WHATSAPP',
                customerName: null
            });
        };
        await service.block(ana, id, COMMAND);
        assert.equal((await service.view(ana, id)).state, null, 'in doubt: it may be from before the block');
        const read = serviceWith({ goTallo: Object.assign(goTallo, { reads: 'state' }), journal, evidenceSeconds: 0 });
        const view = await read.view(ana, id);
        assert.equal(view.state, 'OPEN');
        assert.equal(view.block, null);
        assert.equal(view.nativeBlock.status, 'unconfirmed');
    });

    it('stays when lifting it is refused; the conversation opens, and unblock is still offered', async () => {
        const { service, goTallo, id, ana } = setUp();
        await service.block(ana, id, COMMAND);
        goTallo.fates = ['refused'];
        const view = await service.unblock(ana, id);
        assert.equal(view.state, 'OPEN');
        assert.equal(view.block, null);
        assert.equal(view.nativeBlock.status, 'blocked');
        assert.deepEqual(view.actions, ['unblock', 'close']);
        assert.equal((await service.unblock(ana, id)).nativeBlock.status, 'not-blocked');
        assert.equal(goTallo.truth.isNativeBlocked, false);
    });

    it('is lifted without opening what was closed meanwhile', async () => {
        const { service, goTallo, id, ana } = setUp();
        await service.block(ana, id, COMMAND);
        goTallo.fates = ['refused'];
        await service.unblock(ana, id);
        await service.changeState(ana, id, 'CLOSED');
        const view = await service.unblock(ana, id);
        assert.equal(view.state, 'CLOSED');
        assert.equal(goTallo.truth.state, 'CLOSED');
        assert.equal(view.nativeBlock.status, 'not-blocked');
    });

    it('claims nothing of the conversation when it was lifted and the state was then refused', async () => {
        const { service, goTallo, id, ana } = setUp();
        await service.block(ana, id, COMMAND);
        goTallo.fates = ['answered', 'refused'];
        await assert.rejects(service.unblock(ana, id), (error: Failure) => {
            assert.equal(error.code, 'gotallo-failed');
            assert.equal(error.view?.nativeBlock.status, 'not-blocked');
            return true;
        });
    });

    it('is not touched when the state could not be set', async () => {
        const { service, goTallo, id, ana } = setUp();
        goTallo.fates = ['refused'];
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'gotallo-refused' });
        goTallo.fates = ['request lost'];
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'gotallo-timeout' });
        assert.equal(goTallo.toggles, 0);
    });

    it('is not known while its answer is awaited, so that a crash leaves nothing false', async () => {
        const { service, goTallo, journal, id, ana } = setUp();
        let stored: string | undefined;
        goTallo.beforeAnswer = async (call) => {
            if (call === 'toggle') stored = (await journal.read(id)).nativeBlock?.status;
        };
        await service.block(ana, id, COMMAND);
        assert.equal(stored, 'unconfirmed');
    });

    it('is not sent when the step cannot be committed', async () => {
        const { goTallo, journal, id, ana } = setUp();
        const failing = journalWith(journal, {
            startNativeCall: async () => Promise.reject(new Failure('store-unavailable'))
        });
        const service = serviceWith({ goTallo, journal: failing });
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'result-not-stored' });
        assert.equal(goTallo.toggles, 0);
    });

    it('is not sent by a process that lost the operation to another one', async () => {
        const { goTallo, journal, id, ana } = setUp();
        const lost = journalWith(journal, { startNativeCall: async () => false });
        const service = serviceWith({ goTallo, journal: lost });
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'result-not-stored' });
        assert.equal(goTallo.toggles, 0);
    });

    it('is not known where others set BLOCKED, so it is not sent then', async () => {
        const { service, goTallo, id } = setUp();
        const ana = callerWhoSees(message({ state: 'BLOCKED' }));
        assert.equal((await service.view(ana, id)).nativeBlock.status, 'unconfirmed');
        assert.equal((await service.block(ana, id, COMMAND)).nativeBlock.status, 'unconfirmed');
        assert.equal((await service.unblock(ana, id)).nativeBlock.status, 'unconfirmed');
        assert.equal(goTallo.toggles, 0);
    });

    it('is put in question when the block was ended elsewhere, and the history says so', async () => {
        const { service, journal, goTallo, id, ana } = setUp(0);
        await service.block(ana, id, COMMAND);
        goTallo.reads = 'state';
        goTallo.truth.state = 'OPEN';
        const view = await serviceWith({ goTallo, journal, evidenceSeconds: 0 }).view(ana, id);
        assert.equal(view.block, null);
        assert.equal(view.nativeBlock.status, 'unconfirmed');
        const [newest] = await journal.history(id);
        assert.deepEqual([newest?.kind, newest?.by, newest?.target], ['unblock', null, 'OPEN']);
        await service.block(ana, id, COMMAND);
        assert.equal(goTallo.toggles, 1);
    });

    describe('resolved by a person', () => {
        async function inQuestion(fate: 'answer lost' | 'request lost') {
            const parts = setUp(30, 'nothing', { inFlightMs: 1 });
            parts.goTallo.fates = ['answered', fate];
            await parts.service.block(parts.ana, parts.id, COMMAND);
            await until(async () => (await parts.journal.read(parts.id)).nativeInFlightMs === 0);
            const sue = callerWhoSees(message(), SUPERVISOR);
            return { ...parts, sue };
        }

        it('is what they saw, and can then be lifted', async () => {
            const { service, goTallo, id, ana, sue } = await inQuestion('answer lost');
            const resolved = await service.resolveNativeBlock(sue, id, { status: 'blocked' });
            assert.equal(resolved.nativeBlock.status, 'blocked');
            await service.unblock(ana, id);
            assert.equal(goTallo.truth.isNativeBlocked, false);
        });

        it('is in the history with who said so', async () => {
            const { service, journal, id, sue } = await inQuestion('request lost');
            await service.resolveNativeBlock(sue, id, { status: 'not-blocked' });
            const [newest] = await journal.history(id);
            assert.deepEqual(
                [newest?.kind, newest?.target, newest?.by?.name],
                ['native-block', 'not-blocked', 'Sue Pervisor']
            );
        });

        it('changes nothing when it is said again', async () => {
            const { service, journal, id, sue } = await inQuestion('answer lost');
            await service.resolveNativeBlock(sue, id, { status: 'blocked' });
            await service.resolveNativeBlock(sue, id, { status: 'blocked' });
            assert.equal((await journal.history(id)).length, 2);
        });

        it('can be corrected, for as long as GoTallo cannot be asked', async () => {
            const { service, journal, goTallo, id, ana, sue } = await inQuestion('answer lost');
            await service.resolveNativeBlock(sue, id, { status: 'not-blocked' });
            const corrected = await service.resolveNativeBlock(sue, id, { status: 'blocked' });
            assert.equal(corrected.nativeBlock.status, 'blocked');
            const said = (await journal.history(id)).filter(({ kind }) => kind === 'native-block');
            assert.deepEqual(
                said.map(({ target }) => target),
                ['blocked', 'not-blocked']
            );
            await service.unblock(ana, id);
            assert.equal(goTallo.truth.isNativeBlocked, false);
        });

        it('is refused when GoTallo itself tells something else, with what holds', async () => {
            const { service, goTallo, id, ana } = setUp(0, 'state-and-native-block');
            await service.block(ana, id, COMMAND);
            assert.equal(goTallo.truth.isNativeBlocked, true);
            const sue = callerWhoSees(message(), SUPERVISOR);
            await assert.rejects(service.resolveNativeBlock(sue, id, { status: 'not-blocked' }), (error: Failure) => {
                assert.equal(error.code, 'native-block-known');
                assert.equal(error.view?.nativeBlock.status, 'blocked');
                return true;
            });
        });

        it('is refused to those who may not manage, and on channels without it', async () => {
            const { service, id, ana } = await inQuestion('answer lost');
            await assert.rejects(service.resolveNativeBlock(ana, id, { status: 'blocked' }), { code: 'no-permission' });
            const robin = callerWhoSees(message(), ROBIN);
            await assert.rejects(service.resolveNativeBlock(robin, id, { status: 'blocked' }), {
                code: 'no-permission'
            });
            const elsewhere = callerWhoSees(message({ medium: 'facebook' }), SUPERVISOR);
            await assert.rejects(service.resolveNativeBlock(elsewhere, newConversation(), { status: 'blocked' }), {
                code: 'native-block-not-supported'
            });
        });

        it('is refused while Block User may still be carried out, and says when to look again', async () => {
            const { service, goTallo, id, ana } = setUp();
            goTallo.fates = ['answered', 'request lost'];
            await service.block(ana, id, COMMAND);
            const sue = callerWhoSees(message(), SUPERVISOR);
            await assert.rejects(service.resolveNativeBlock(sue, id, { status: 'not-blocked' }), {
                code: 'conversation-busy',
                retryAfterSeconds: 30
            });
        });

        it('is refused while a change is under way', async () => {
            const { service, goTallo, id, ana, sue } = await inQuestion('answer lost');
            const { promise: held, resolve: release } = Promise.withResolvers<void>();
            const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
            goTallo.beforeAnswer = () => (begin(), held);
            const unblock = service.unblock(ana, id);
            await begun;
            await assert.rejects(service.resolveNativeBlock(sue, id, { status: 'blocked' }), {
                code: 'conversation-busy'
            });
            release();
            await unblock;
        });
    });

    describe('that GoTallo can be asked about', () => {
        async function readable(fate?: 'answer lost' | 'request lost') {
            const parts = setUp(0, 'state-and-native-block');
            parts.goTallo.fates = fate === undefined ? [] : ['answered', fate];
            const view = await parts.service.block(parts.ana, parts.id, COMMAND);
            return { ...parts, view };
        }

        it('is confirmed by reading it back when the answer was lost', async () => {
            const { goTallo, view } = await readable('answer lost');
            assert.equal(view.nativeBlock.status, 'blocked');
            assert.equal(goTallo.toggles, 1);
        });

        it('is not taken as not applied right after the request was lost: it may still be carried out', async () => {
            const { view, service, id, ana } = await readable('request lost');
            assert.equal(view.nativeBlock.status, 'unconfirmed');
            assert.equal((await service.view(ana, id)).nativeBlock.status, 'unconfirmed');
        });

        it('is not sent when the channel shows already what was asked for', async () => {
            const { goTallo, service, id, ana } = setUp(0, 'state-and-native-block');
            goTallo.truth.isNativeBlocked = true;
            assert.equal((await service.block(ana, id, COMMAND)).nativeBlock.status, 'blocked');
            assert.equal(goTallo.toggles, 0);
        });

        it('is not called confirmed when GoTallo said yes and the channel shows no', async () => {
            const { goTallo, service, id, ana } = setUp(0, 'state-and-native-block');
            goTallo.beforeAnswer = async (call) => {
                // Toggled twice: as somebody does who undoes it on the channel at that moment.
                if (call === 'toggle') goTallo.truth.toggle();
            };
            assert.equal((await service.block(ana, id, COMMAND)).nativeBlock.status, 'unconfirmed');
        });

        it('is seen when it was changed on the channel itself', async () => {
            const { goTallo, service, journal, id, ana } = await readable();
            goTallo.truth.isNativeBlocked = false;
            assert.equal((await service.view(ana, id)).nativeBlock.status, 'not-blocked');
            assert.equal((await journal.history(id))[0]?.kind, 'native-block');
            await service.unblock(ana, id);
            assert.equal(goTallo.truth.isNativeBlocked, false);
        });
    });

    it('is not called confirmed anymore when they write all the same', async () => {
        const { service, id, ana } = setUp();
        await service.block(ana, id, COMMAND);
        await service.observeWebhook({
            id: 'm-1',
            conversationId: id,
            writtenAt: new Date(Date.now() + 60_000),
            modifiedAt: at(1),
            toldModifiedAt: at(1),
            isInbound: true,
            state: 'BLOCKED',
            channel: 'WHATSAPP',
            customerName: null
        });
        const view = await service.view(ana, id);
        assert.equal(view.nativeBlock.status, 'unconfirmed');
        assert.equal(view.block?.state, 'confirmed');
    });
});
