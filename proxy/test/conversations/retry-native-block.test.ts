import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Journal } from '../../src/conversations/protocol/journal.ts';
import { Failure } from '../../src/lib/failure.ts';
import { callerWhoSees, type TestCaller } from '../support/caller.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith } from '../support/service.ts';
import { message, ROBIN, SUPERVISOR } from '../support/snapshot.ts';
import { TrueGoTallo, type Fate } from '../support/true-gotallo.ts';
import { until } from '../support/until.ts';

const COMMAND = { reason: 'Spam', note: 'crypto links' };
const SAM = { id: '005000000000003AAA', name: 'Sam Lee', permissions: { block: true, manage: false } };
const TIMING = { recoveryMs: 0, inFlightMs: 0 };
const LOST = new Failure('result-not-stored');

describe('asking the channel once more to block', () => {
    const file = storeForFile();
    const brief = storeForFile({ leaseMs: 0 });

    function setUp({ store } = file, lastInboundAt: Date | null = new Date()) {
        const goTallo = new TrueGoTallo();
        const journal = store.journalOf(newConversation());
        const service = serviceWith({ goTallo, journal, timing: TIMING });
        const seen = message({ lastInboundAt });
        const [ana, sam] = [callerWhoSees(seen), callerWhoSees(seen, SAM)] as const;
        const id = newConversation();
        const history = () => journal.history(id);
        const actions = async (who: TestCaller = ana) => (await service.view(who, id)).actions;
        return { goTallo, journal, service, id, ana, sam, history, actions };
    }

    /** A block whose channel met this fate. */
    async function blocked(fate: Fate, ...about: Parameters<typeof setUp>) {
        const world = setUp(...about);
        world.goTallo.fates = ['answered', fate];
        await world.service.block(world.ana, world.id, COMMAND);
        return world;
    }

    /** A process that dies at the moment at which it calls one of these. */
    function dyingAt(journal: Journal, ...methods: ('startNativeCall' | 'endNativeCall' | 'complete')[]): Journal {
        const dies = async () => Promise.reject(LOST);
        return journalWith(journal, Object.fromEntries(methods.map((method) => [method, dies])));
    }

    it('blocks there after a refusal, sets the state once more, and changes nothing of the block', async () => {
        const { service, goTallo, id, ana, sam, history } = await blocked('refused');
        const { block } = await service.view(ana, id);
        const view = await service.retryNativeBlock(sam, id);
        assert.equal(view.nativeBlock.status, 'blocked');
        assert.deepEqual(view.block, block);
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle', 'BLOCKED', 'toggle']);
        assert.equal(goTallo.truth.isNativeBlocked, true);
        const [entry] = await history();
        assert.equal(entry?.retriesNativeBlock, true);
        assert.equal(entry?.by?.name, 'Sam Lee');
        assert.equal(entry?.changed, null);
        assert.equal(entry?.nativeBlock, 'blocked');
    });

    it('is offered after a refusal, where the call never left, and not once the channel blocks', async () => {
        const { service, id, ana, actions } = await blocked('refused');
        assert.deepEqual(await actions(), ['retryNativeBlock', 'unblock']);
        await service.retryNativeBlock(ana, id);
        assert.deepEqual(await actions(), ['unblock']);
        const { actions: others } = await blocked('not sent');
        assert.deepEqual(await others(), ['retryNativeBlock', 'unblock']);
    });

    it('does nothing where the channel blocks already', async () => {
        const { service, goTallo, id, ana, history } = await blocked('answered');
        assert.equal((await service.retryNativeBlock(ana, id)).nativeBlock.status, 'blocked');
        assert.equal(goTallo.toggles, 1);
        assert.equal((await history()).length, 1);
    });

    it('is neither offered to nor taken from whoever may not block', async () => {
        const { service, goTallo, id, actions } = await blocked('refused');
        const robin = callerWhoSees(message({ lastInboundAt: new Date() }), ROBIN);
        assert.deepEqual(await actions(robin), []);
        await assert.rejects(service.retryNativeBlock(robin, id), { code: 'no-permission' });
        assert.equal(goTallo.toggles, 1);
    });

    for (const fate of ['answer lost', 'request lost'] as const) {
        it(`is refused as long as it is not known whether the channel blocks (${fate})`, async () => {
            const { service, goTallo, id, ana, actions } = await blocked(fate);
            assert.deepEqual(await actions(), ['unblock']);
            await assert.rejects(service.retryNativeBlock(ana, id), { code: 'native-block-not-possible' });
            assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle']);
        });

        it(`leaves the channel unconfirmed when it gets no answer itself, and is not sent again (${fate})`, async () => {
            const { service, goTallo, id, ana, history } = await blocked('refused');
            goTallo.fates = ['answered', fate];
            const view = await service.retryNativeBlock(ana, id);
            assert.equal(view.nativeBlock.status, 'unconfirmed');
            assert.equal(view.block?.state, 'confirmed');
            await assert.rejects(service.retryNativeBlock(ana, id), { code: 'native-block-not-possible' });
            await service.recover(() => {});
            assert.equal(goTallo.toggles, 2);
            assert.equal((await history())[0]?.nativeBlock, 'unconfirmed');
        });
    }

    it('can be done once a person has said that the channel does not block', async () => {
        const { service, goTallo, id, ana } = await blocked('request lost');
        const sue = callerWhoSees(message({ lastInboundAt: new Date() }), SUPERVISOR);
        await service.resolveNativeBlock(sue, id, { status: 'not-blocked' });
        assert.equal((await service.retryNativeBlock(ana, id)).nativeBlock.status, 'blocked');
        assert.equal(goTallo.truth.isNativeBlocked, true);
    });

    it('may be refused again, and be asked for again', async () => {
        const { service, goTallo, id, ana } = await blocked('refused');
        goTallo.fates = ['answered', 'refused'];
        assert.equal((await service.retryNativeBlock(ana, id)).nativeBlock.status, 'refused');
        assert.equal((await service.retryNativeBlock(ana, id)).nativeBlock.status, 'blocked');
    });

    it('is refused while the window of WhatsApp is closed, and offered when the customer writes', async () => {
        const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
        const { service, goTallo, id, ana, actions } = await blocked('refused', file, yesterday);
        assert.deepEqual(await actions(), ['unblock']);
        await assert.rejects(service.retryNativeBlock(ana, id), { code: 'native-block-not-possible' });
        assert.equal(goTallo.toggles, 1);
        const now = new Date();
        const told = { writtenAt: now, modifiedAt: now, toldModifiedAt: now, isInbound: true, customerName: null };
        await service.observeWebhook({ id: 'm-1', conversationId: id, state: null, channel: 'WHATSAPP', ...told });
        assert.deepEqual(await actions(), ['retryNativeBlock', 'unblock']);
        assert.equal((await service.retryNativeBlock(ana, id)).nativeBlock.status, 'blocked');
    });

    it('is neither offered nor taken for a number of our own, which is refused every time', async () => {
        const { service, goTallo, id, ana, actions } = setUp();
        goTallo.refusal = 'own-number';
        goTallo.fates = ['answered', 'refused'];
        await service.block(ana, id, COMMAND);
        assert.deepEqual(await actions(), ['unblock']);
        await assert.rejects(service.retryNativeBlock(ana, id), { code: 'native-block-not-possible' });
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle']);
    });

    it('is tried where nobody knows when the customer last wrote', async () => {
        const { service, id, ana } = await blocked('refused', file, null);
        assert.equal((await service.retryNativeBlock(ana, id)).nativeBlock.status, 'blocked');
    });

    it('needs a block: it sets none where there is none, nor where it was unblocked or its time is over', async () => {
        const { service, goTallo, id, ana } = setUp();
        await assert.rejects(service.retryNativeBlock(ana, id), { code: 'block-changed' });
        goTallo.fates = ['answered', 'refused'];
        await service.block(ana, id, { ...COMMAND, until: new Date(Date.now() + 150) });
        await until(async () => !(await service.view(ana, id)).actions.includes('retryNativeBlock'));
        await assert.rejects(service.retryNativeBlock(ana, id), { code: 'block-changed' });
        await service.unblock(ana, id);
        await assert.rejects(service.retryNativeBlock(ana, id), { code: 'block-changed' });
        assert.equal(goTallo.toggles, 1);
        assert.equal(goTallo.truth.state, 'OPEN');
    });

    it('is refused where the channel has no block of its own', async () => {
        const { service, goTallo, id } = setUp();
        const other = callerWhoSees(message({ medium: 'facebook', lastInboundAt: new Date() }));
        await service.block(other, id, COMMAND);
        assert.deepEqual((await service.view(other, id)).actions, ['unblock']);
        await assert.rejects(service.retryNativeBlock(other, id), { code: 'native-block-not-supported' });
        assert.equal(goTallo.toggles, 0);
    });

    it('takes the place of no command that is to be carried out yet', async () => {
        const { service, goTallo, id, ana, actions } = await blocked('refused');
        goTallo.fates = ['request lost'];
        await assert.rejects(service.block(ana, id, { reason: 'Fraud' }), { code: 'gotallo-timeout' });
        assert.deepEqual(await actions(), ['unblock']);
        await assert.rejects(service.retryNativeBlock(ana, id), { code: 'conversation-busy' });
        assert.equal((await service.view(ana, id)).block?.reason, 'Spam');
        assert.equal(goTallo.toggles, 1);
    });

    it('is sent once for a double click and for two agents, and all are told the same', async () => {
        const { service, goTallo, journal, id, ana, sam, history } = await blocked('refused');
        const other = serviceWith({ goTallo, journal, timing: TIMING });
        const views = await Promise.all([
            service.retryNativeBlock(ana, id),
            service.retryNativeBlock(ana, id),
            other.retryNativeBlock(sam, id)
        ]);
        assert.deepEqual(
            views.map(({ nativeBlock }) => nativeBlock.status),
            ['blocked', 'blocked', 'blocked']
        );
        assert.equal(goTallo.toggles, 2);
        assert.equal((await history()).length, 2);
    });

    it('does not share the answer of a plain repeat of the block, which leaves the channel alone', async () => {
        const { service, goTallo, id, ana, sam } = await blocked('refused');
        const [repeated, asked] = await Promise.all([service.block(ana, id, {}), service.retryNativeBlock(sam, id)]);
        assert.deepEqual([repeated.nativeBlock.status, asked.nativeBlock.status], ['refused', 'blocked']);
        assert.equal(goTallo.toggles, 2);
    });

    it('changes nothing when GoTallo clearly refuses the state: a repeated block still leaves the channel alone', async () => {
        const { service, goTallo, id, ana, actions } = await blocked('refused');
        goTallo.fates = ['refused'];
        await assert.rejects(service.retryNativeBlock(ana, id), { code: 'gotallo-refused' });
        const view = await service.block(ana, id, { reason: 'Fraud' });
        assert.deepEqual([view.nativeBlock.status, view.nativeBlock.reason], ['refused', 'window-closed']);
        assert.equal(goTallo.toggles, 1);
        assert.deepEqual(await actions(), ['retryNativeBlock', 'unblock']);
    });

    it('goes on by itself, or by asking again, when the state gets no answer', async () => {
        for (const goesOn of ['recover', 'retryNativeBlock'] as const) {
            const { service, goTallo, id, ana, actions, history } = await blocked('refused');
            goTallo.fates = ['request lost'];
            await assert.rejects(service.retryNativeBlock(ana, id), { code: 'gotallo-timeout' });
            assert.deepEqual(await actions(), ['retryNativeBlock', 'unblock']);
            await (goesOn === 'recover' ? service.recover(() => {}) : service.retryNativeBlock(ana, id));
            const view = await service.view(ana, id);
            assert.equal(view.nativeBlock.status, 'blocked');
            assert.equal(view.block?.reason, 'Spam');
            assert.equal(goTallo.toggles, 2);
            assert.ok((await history()).every(({ endedAt }) => endedAt !== null));
        }
    });

    it('is over when somebody asks for something else before it is carried out', async () => {
        const { service, goTallo, id, ana, sam } = await blocked('refused');
        goTallo.fates = ['request lost'];
        await assert.rejects(service.retryNativeBlock(ana, id), { code: 'gotallo-timeout' });
        await service.block(sam, id, { note: 'still at it' });
        assert.equal((await service.view(ana, id)).nativeBlock.status, 'refused');
        await service.unblock(sam, id);
        await service.recover(() => {});
        assert.equal(goTallo.toggles, 1);
        assert.equal(goTallo.truth.state, 'OPEN');
    });

    it('is no block that can be undone', async () => {
        const { service, id, ana, sam } = await blocked('refused');
        const { undo } = await service.view(ana, id);
        assert.equal((await service.retryNativeBlock(sam, id)).undo, null);
        await assert.rejects(service.undo(ana, id, undo?.operationId ?? ''), { code: 'undo-not-possible' });
        assert.equal((await service.view(ana, id)).state, 'BLOCKED');
    });

    const CRASHES = [
        { dies: 'startNativeCall', before: 1, status: 'blocked' },
        { dies: 'complete', before: 2, status: 'unconfirmed' }
    ] as const;
    for (const { dies, before, status } of CRASHES) {
        it(`is carried on and never sent twice after a crash at ${dies}`, async () => {
            const { service, goTallo, journal, id, ana, history } = await blocked('refused', brief);
            const dead = serviceWith({ goTallo, journal: dyingAt(journal, dies), timing: TIMING });
            await assert.rejects(dead.retryNativeBlock(ana, id), { code: 'result-not-stored' });
            assert.equal(goTallo.toggles, before);
            await service.recover(() => {});
            assert.equal((await service.view(ana, id)).nativeBlock.status, status);
            assert.equal(goTallo.toggles, 2);
            assert.equal((await history())[0]?.outcome, 'confirmed');
        });
    }
});
