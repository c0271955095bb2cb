import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Journal } from '../../src/conversations/protocol/journal.ts';
import { Failure } from '../../src/lib/failure.ts';
import { callerWhoSees } from '../support/caller.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith, type TIMING } from '../support/service.ts';
import { message } from '../support/snapshot.ts';
import { TrueGoTallo, type Fate } from '../support/true-gotallo.ts';
import { until } from '../support/until.ts';

const COMMAND = { reason: 'Spam', note: null };
const LOST = new Failure('result-not-stored');

describe('recovery', () => {
    const brief = storeForFile({ leaseMs: 0 });
    const lasting = storeForFile();

    /** A tenant of its own, since recovery takes up all that is unfinished there; leases run out at once. */
    function setUp(timing: Partial<typeof TIMING> = { recoveryMs: 0 }, { store } = brief) {
        const goTallo = new TrueGoTallo();
        const journal = store.journalOf(newConversation());
        const failures: unknown[] = [];
        const service = serviceWith({ goTallo, journal, timing });
        const recover = () => service.recover((failure) => failures.push(failure));
        return { goTallo, journal, service, recover, failures, id: newConversation(), ana: callerWhoSees(message()) };
    }

    /** A process that dies at the moment at which it calls one of these. */
    function dyingAt(journal: Journal, ...methods: ('startNativeCall' | 'endNativeCall' | 'complete')[]): Journal {
        return journalWith(
            journal,
            Object.fromEntries(methods.map((method) => [method, async () => Promise.reject(LOST)]))
        );
    }

    it('brings a command without a clear answer to its end', async () => {
        const { service, goTallo, journal, recover, id, ana } = setUp();
        goTallo.fates = ['request lost'];
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'gotallo-timeout' });
        assert.equal((await journal.history(id))[0]?.outcome, 'unknown');
        await recover();
        const view = await service.view(ana, id);
        assert.equal(view.state, 'BLOCKED');
        assert.equal(view.block?.state, 'confirmed');
        assert.equal(view.block?.by.name, 'Ana Silva');
        assert.equal(view.nativeBlock.status, 'blocked');
        const [operation] = await journal.history(id);
        assert.equal(operation?.outcome, 'confirmed');
    });

    it('finishes what a process left when it died before it sent anything', async () => {
        const { goTallo, journal, service, recover, id, ana } = setUp();
        const dead = serviceWith({ goTallo, journal: dyingAt(journal, 'startNativeCall', 'complete') });
        goTallo.fates = ['request lost'];
        await assert.rejects(dead.block(ana, id, COMMAND), { code: 'result-not-stored' });
        await recover();
        const view = await service.view(ana, id);
        assert.equal(view.block?.state, 'confirmed');
        assert.equal(view.nativeBlock.status, 'blocked');
        assert.equal(goTallo.truth.isNativeBlocked, true);
    });

    for (const fate of ['answered', 'request lost'] as const) {
        it(`never repeats Block User after a process died with it under way (${fate})`, async () => {
            const { goTallo, journal, service, recover, id, ana } = setUp();
            const dead = serviceWith({ goTallo, journal: dyingAt(journal, 'complete') });
            goTallo.fates = ['answered', fate];
            await assert.rejects(dead.block(ana, id, COMMAND), { code: 'result-not-stored' });
            await recover();
            const view = await service.view(ana, id);
            assert.equal(view.state, 'BLOCKED');
            assert.equal(view.block?.state, 'confirmed');
            assert.equal(view.nativeBlock.status, 'unconfirmed');
            assert.equal(goTallo.toggles, 1);
        });
    }

    it('does not ask the channel again whose refusal died with the process', async () => {
        const { goTallo, journal, service, recover, id, ana } = setUp();
        const dead = serviceWith({ goTallo, journal: dyingAt(journal, 'complete') });
        goTallo.fates = ['answered', 'refused'];
        await assert.rejects(dead.block(ana, id, COMMAND), { code: 'result-not-stored' });
        await recover();
        const view = await service.view(ana, id);
        assert.equal(view.block?.state, 'confirmed');
        assert.equal(view.nativeBlock.status, 'unconfirmed');
        assert.equal(goTallo.toggles, 1);
    });

    it('does not lift the native block twice when a process died between the two steps of an unblock', async () => {
        const { goTallo, journal, service, recover, id, ana } = setUp();
        await service.block(ana, id, COMMAND);
        const dead = serviceWith({ goTallo, journal: dyingAt(journal, 'complete') });
        await assert.rejects(dead.unblock(ana, id), { code: 'result-not-stored' });
        await recover();
        const view = await service.view(ana, id);
        assert.equal(view.state, 'OPEN');
        assert.equal(view.block, null);
        assert.equal(view.nativeBlock.status, 'not-blocked');
        assert.equal(goTallo.truth.isNativeBlocked, false);
        assert.equal(goTallo.toggles, 2);
    });

    it('leaves alone what somebody is carrying out', async () => {
        const { goTallo, service, recover, id, ana } = setUp({}, lasting);
        const { promise: held, resolve: release } = Promise.withResolvers<void>();
        const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
        goTallo.beforeAnswer = () => (begin(), held);
        const block = service.block(ana, id, COMMAND);
        await begun;
        await recover();
        release();
        assert.equal((await block).state, 'BLOCKED');
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle']);
    });

    it('does not let a process write that has lost its operation to recovery', async () => {
        const { goTallo, service, recover, id, ana } = setUp();
        const { promise: held, resolve: release } = Promise.withResolvers<void>();
        const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
        goTallo.beforeAnswer = () => (begin(), held);
        const slow = service.block(ana, id, COMMAND);
        await begun;
        goTallo.beforeAnswer = async () => {};
        await recover();
        release();
        await assert.rejects(slow, { code: 'result-not-stored' });
        assert.equal((await service.view(ana, id)).block?.state, 'confirmed');
        assert.equal(goTallo.toggles, 1);
    });

    it('sends a confirmed command once more when something sent before it may still be carried out', async () => {
        const { goTallo, service, recover, id, ana } = setUp({ recoveryMs: 0, inFlightMs: 1_000 });
        await service.block(ana, id, COMMAND);
        goTallo.fates = ['answered', 'in flight'];
        await assert.rejects(service.unblock(ana, id), { code: 'gotallo-timeout' });
        assert.equal((await service.block(ana, id, COMMAND)).state, null, 'in doubt');
        goTallo.land();
        assert.equal(goTallo.truth.state, 'OPEN');
        await until(async () => (await service.view(ana, id)).state === 'BLOCKED', recover);
        assert.equal(goTallo.truth.state, 'BLOCKED');
    });

    it('goes on though GoTallo refuses, until it says yes', async () => {
        const { service, goTallo, journal, recover, failures, id, ana } = setUp();
        goTallo.fates = ['request lost', 'request lost', 'refused', 'refused'];
        await assert.rejects(service.block(ana, id, COMMAND));
        await recover();
        await recover();
        const [operation] = await journal.history(id);
        assert.equal(operation?.outcome, 'unknown');
        assert.equal(operation.failure, 'gotallo-failed');
        assert.equal((await service.view(ana, id)).state, null);
        assert.equal(failures.length, 2);
        await recover();
        await recover();
        assert.equal((await service.view(ana, id)).block?.state, 'confirmed');
        assert.equal((await journal.history(id))[0]?.outcome, 'confirmed');
    });

    it('waits longer and longer, up to an hour', async () => {
        const asked: number[] = [];
        const { goTallo, journal, id, ana } = setUp();
        const watched = journalWith(journal, {
            complete: async (operation, ending) => {
                if (ending.outcome === 'unknown') asked.push(ending.againMs);
                return journal.complete(operation, ending.outcome === 'unknown' ? { ...ending, againMs: 0 } : ending);
            }
        });
        const service = serviceWith({ goTallo, journal: watched, timing: { recoveryMs: 5_000 } });
        goTallo.fates = Array.from({ length: 40 }, () => 'request lost' as const);
        await assert.rejects(service.block(ana, id, COMMAND));
        await until(
            () => goTallo.fates.length === 0,
            () => service.recover(() => {})
        );
        assert.deepEqual(asked.slice(0, 4), [5_000, 10_000, 20_000, 40_000]);
        assert.deepEqual(new Set(asked.slice(11)), new Set([3_600_000]));
    });

    it('takes up the command before again when the one that took its place was refused', async () => {
        const { service, goTallo, journal, recover, id, ana } = setUp();
        goTallo.fates = ['request lost', 'refused'];
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'gotallo-timeout' });
        await assert.rejects(service.unblock(ana, id), { code: 'gotallo-refused' });
        assert.equal((await service.view(ana, id)).block?.state, 'pending');
        await recover();
        assert.equal((await service.view(ana, id)).block?.state, 'confirmed');
        assert.deepEqual(
            (await journal.history(id)).map(({ kind, outcome }) => [kind, outcome]),
            [
                ['unblock', 'failed'],
                ['block', 'confirmed']
            ]
        );
    });

    it('sends an unblock again while a block without an answer may still come late', async () => {
        const { service, goTallo, id, ana } = setUp({ recoveryMs: 60_000 });
        goTallo.fates = ['in flight'];
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'gotallo-timeout' });
        await service.unblock(ana, id);
        goTallo.land();
        assert.equal((await service.unblock(ana, id)).state, null, 'in doubt');
        assert.equal(goTallo.truth.state, 'OPEN');
    });

    it('asks nothing of a GoTallo that is given a rest', async () => {
        const { service, goTallo, recover, id, ana } = setUp();
        goTallo.fates = ['request lost'];
        await assert.rejects(service.block(ana, id, COMMAND));
        goTallo.rest = 5;
        await recover();
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
    });

    it('tells of a store that is away, and goes on', async () => {
        const { goTallo, journal } = setUp();
        const failures: unknown[] = [];
        const away = journalWith(journal, { claimDue: async () => Promise.reject(new Failure('store-unavailable')) });
        await serviceWith({ goTallo, journal: away }).recover((failure) => failures.push(failure));
        assert.equal(failures.length, 1);
    });

    const commands: Fate[] = ['request lost', 'answer lost'];
    for (const fate of commands) {
        it(`lets a new command take the place of one that waits (${fate}), whose request may then come late`, async () => {
            const { service, goTallo, journal, id, ana } = setUp({ recoveryMs: 60_000 });
            goTallo.fates = [fate];
            await assert.rejects(service.block(ana, id, COMMAND));
            const view = await service.unblock(ana, id);
            assert.equal(view.state, null, 'in doubt: it is sent once more when nothing can come late anymore');
            assert.equal(view.block, null);
            assert.deepEqual(view.actions, ['unblock']);
            const [unblock, block] = await journal.history(id);
            assert.equal(block?.outcome, 'unknown');
            assert.notEqual(block.endedAt, null);
            assert.equal(unblock?.outcome, 'confirmed');
        });
    }
});
