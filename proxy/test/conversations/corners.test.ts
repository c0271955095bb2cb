import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationState } from '#contract';
import type { WebhookObservation } from '../../src/conversations/ports.ts';
import { Failure } from '../../src/lib/failure.ts';
import { callerWhoSees } from '../support/caller.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith, type TIMING } from '../support/service.ts';
import { ANA, message, ROBIN, SUPERVISOR } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';
import { until } from '../support/until.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How long something unanswered may take effect, where a test waits for that to be over. */
const IN_FLIGHT_MS = 400;

/** A time so many milliseconds from now. */
const soon = (ms: number): Date => new Date(Date.now() + ms);

describe('the promise', () => {
    /** Leases run out at once, so that a test is the process that recovers, too. */
    const file = storeForFile({ leaseMs: 0 });

    function setUp(timing: Partial<typeof TIMING> = {}, { medium = 'telegram', now = () => new Date() } = {}) {
        const goTallo = new TrueGoTallo();
        const journal = file.store.journalOf(newConversation());
        const failures: unknown[] = [];
        const service = serviceWith({ goTallo, journal, timing: { recoveryMs: 0, ...timing }, now });
        const id = newConversation();
        const ana = callerWhoSees(message({ medium }));
        const sue = callerWhoSees(message({ medium }), SUPERVISOR);
        const recover = () => service.recover((failure) => failures.push(failure));
        const endDue = () => service.endDueBlocks((failure) => failures.push(failure));
        return { goTallo, journal, service, failures, id, ana, sue, recover, endDue };
    }

    type World = ReturnType<typeof setUp>;

    function recoverUntil({ recover }: World, isTrue: () => boolean | Promise<boolean>): Promise<void> {
        return until(isTrue, recover);
    }

    function heard({ service, id }: World, state: ConversationState, at: Date): Promise<void> {
        const notice: WebhookObservation = {
            id: newConversation(),
            conversationId: id,
            writtenAt: at,
            modifiedAt: at,
            toldModifiedAt: at,
            isInbound: false,
            state,
            channel: null,
            customerName: null
        };
        return service.observeWebhook(notice);
    }

    for (const unconfirmed of ['no-answer', 'not-clear'] as const) {
        it(`lets nobody say what the channel shows while Block User may still take effect (${unconfirmed})`, async () => {
            const { service, goTallo, id, sue } = setUp({}, { medium: 'whatsapp' });
            goTallo.unconfirmed = unconfirmed;
            goTallo.fates = ['answered', 'in flight'];
            await service.block(sue, id, {});
            await assert.rejects(service.resolveNativeBlock(sue, id, { status: 'not-blocked' }), (error) => {
                assert.ok(error instanceof Failure);
                assert.equal(error.code, 'conversation-busy');
                assert.ok(error.retryAfterSeconds !== undefined && error.retryAfterSeconds <= 30);
                return true;
            });
            assert.equal((await service.view(sue, id)).nativeBlock.status, 'unconfirmed');
        });
    }

    it('keeps a block whose customer wrote just before it, by a clock a little ahead', async () => {
        const world = setUp();
        const { service, goTallo, journal, id, ana, endDue } = world;
        await service.block(ana, id, { until: soon(200) });
        await heard(world, 'OPEN', soon(900));
        const view = await service.view(ana, id);
        assert.deepEqual([view.state, view.block?.state], [null, 'pending'], 'in doubt');
        await until(() => goTallo.truth.state !== 'BLOCKED', endDue);
        const [newest] = await journal.history(id);
        assert.deepEqual([newest?.origin, newest?.outcome], ['timer', 'confirmed']);
    });

    it('ends a block by what was seen clearly later than it', async () => {
        const world = setUp();
        await world.service.block(world.ana, world.id, {});
        await heard(world, 'OPEN', soon(15_000));
        const view = await world.service.view(world.ana, world.id);
        assert.deepEqual([view.state, view.stateSource, view.block], ['OPEN', 'webhook', null]);
    });

    it('changes nothing for others by what one agent sees', async () => {
        const { service, journal, goTallo, id, ana, endDue } = setUp();
        await service.block(ana, id, { until: soon(300) });
        const before = await journal.read(id);
        const forged = message({ medium: 'telegram', state: 'OPEN', at: soon(HOUR_MS) });
        const robin = callerWhoSees(forged, ROBIN);
        assert.equal((await service.view(robin, id)).state, 'OPEN');
        assert.deepEqual(await journal.read(id), before);
        const views = [await service.view(ana, id), await service.view(callerWhoSees(null, SUPERVISOR), id)];
        assert.deepEqual(
            views.map(({ state, block }) => [state, block?.state]),
            [
                ['BLOCKED', 'confirmed'],
                ['BLOCKED', 'confirmed']
            ]
        );
        await until(() => goTallo.truth.state !== 'BLOCKED', endDue);
    });

    it('carries out the unblock of an agent who sees another state than the store', async () => {
        const { service, goTallo, journal, id, ana } = setUp();
        await service.block(ana, id, {});
        const sam = callerWhoSees(message({ medium: 'telegram', state: 'CLOSED', at: soon(HOUR_MS) }), SUPERVISOR);
        assert.equal((await service.unblock(sam, id)).state, 'CLOSED');
        assert.equal(goTallo.truth.state, 'CLOSED');
        assert.equal((await journal.read(id)).openBlock, null);
    });

    it('ends no block that others set after ours was seen to be over', async () => {
        const world = setUp();
        const { service, goTallo, id, ana, endDue } = world;
        await service.block(ana, id, { until: soon(50) });
        await heard(world, 'OPEN', soon(15_000));
        await heard(world, 'BLOCKED', soon(30_000));
        const over = Date.now() + 60;
        await until(() => Date.now() > over, endDue);
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
    });

    for (const [what, ms] of [
        ['an hour', HOUR_MS],
        ['a day', DAY_MS],
        ['8,000 years', 8_000 * 365 * DAY_MS]
    ] as const) {
        it(`does not put a confirmation into the future when GoTallo's clock is ${what} ahead`, async () => {
            const world = setUp();
            const { service, goTallo, id, ana } = world;
            goTallo.confirmedAt = () => soon(ms);
            const { asOf } = await service.block(ana, id, {});
            assert.ok(asOf !== null && Date.parse(asOf) <= Date.now() + 1);
            await heard(world, 'CLOSED', soon(20_000));
            assert.equal((await service.view(ana, id)).state, 'CLOSED');
        });
    }

    it('goes on after the sending once more of something confirmed was refused', async () => {
        const world = setUp({ inFlightMs: IN_FLIGHT_MS });
        const { service, goTallo, id, ana } = world;
        await service.block(ana, id, {});
        goTallo.fates = ['in flight'];
        await assert.rejects(service.unblock(ana, id), { code: 'gotallo-timeout' });
        await service.block(ana, id, {});
        goTallo.fates = ['refused', 'refused'];
        await recoverUntil(world, () => goTallo.fates.length === 0);
        goTallo.land();
        assert.equal((await service.view(ana, id)).state, null);
        await recoverUntil(world, () => goTallo.truth.state === 'BLOCKED');
        assert.equal((await service.view(ana, id)).block?.state, 'confirmed');
    });

    it('does not offer to take back for a day what was done before the clock went back a day', async () => {
        let now = new Date();
        const { service, id, ana } = setUp({}, { now: () => now });
        const { undo } = await service.block(ana, id, {});
        assert.notEqual(undo, null);
        now = soon(-DAY_MS);
        assert.equal((await service.view(ana, id)).undo, null);
    });

    it('lets a supervisor say what the channel shows though the clock went back a day', async () => {
        let now = new Date();
        const world = setUp({ inFlightMs: IN_FLIGHT_MS }, { medium: 'whatsapp', now: () => now });
        const { service, goTallo, id, sue } = world;
        goTallo.fates = ['answered', 'answer lost'];
        await service.block(sue, id, {});
        now = soon(-DAY_MS);
        const say = () => service.resolveNativeBlock(sue, id, { status: 'blocked' }).catch((error: unknown) => error);
        let said = await say();
        await until(
            () => !(said instanceof Failure),
            async () => {
                assert.equal((said as Failure).retryAfterSeconds, 1, 'a short time, whatever the clock says');
                said = await say();
            }
        );
        assert.equal((await service.view(sue, id)).nativeBlock.status, 'blocked');
    });

    it('does not refuse an agent because the token of a colleague has ended', async () => {
        const { service, id, ana } = setUp();
        const { promise: ended, resolve: end } = Promise.withResolvers<void>();
        const sam = callerWhoSees(new Failure('invalid-token'), { ...ANA, id: '005000000000003AAA', name: 'Sam Lee' });
        sam.beforeAnswer = () => ended;
        const first = service.block(sam, id, {});
        const second = service.block(ana, id, {});
        end();
        await assert.rejects(first, { code: 'invalid-token' });
        assert.equal((await second).block?.by.name, 'Ana Silva');
    });

    it('sends an unblock once more when a block from before takes effect while its answer is awaited', async () => {
        const world = setUp({ inFlightMs: IN_FLIGHT_MS });
        const { service, goTallo, id, ana } = world;
        goTallo.fates = ['twice'];
        await service.block(ana, id, {});
        const landed = new Promise<void>((resolve) => setTimeout(resolve, IN_FLIGHT_MS + 20));
        // The answer takes longer than the time for which the first sending may still take effect.
        goTallo.beforeAnswer = async (call) => {
            if (call === 'OPEN') goTallo.beforeAnswer = async () => {};
            goTallo.truth.state = 'OPEN';
            await landed;
        };
        const unblock = service.unblock(ana, id);
        await landed;
        const view = await unblock;
        goTallo.land();
        assert.equal(view.state, null, 'in doubt until it was sent once more');
        await recoverUntil(world, () => goTallo.truth.state === 'OPEN');
        await recoverUntil(world, async () => (await service.view(ana, id)).state === 'OPEN');
    });

    it('keeps the doubt, the block and its end when GoTallo refuses the end of a block without an answer', async () => {
        const world = setUp({ inFlightMs: IN_FLIGHT_MS });
        const { service, goTallo, journal, id, ana, endDue } = world;
        goTallo.fates = ['in flight'];
        await assert.rejects(service.block(ana, id, { until: soon(40) }), { code: 'gotallo-timeout' });
        await heard(world, 'OPEN', new Date());
        goTallo.fates = ['refused'];
        await until(() => goTallo.fates.length === 0, endDue);
        goTallo.land();
        await heard(world, 'OPEN', soon(15_000));
        const held = await service.view(ana, id);
        assert.deepEqual([held.state, held.block?.state], [null, 'pending']);
        await until(() => goTallo.truth.state !== 'BLOCKED', endDue);
        assert.equal((await journal.read(id)).openBlock, null);
    });

    it('does not set a block once more whose time is over, even when its end was refused', async () => {
        const world = setUp({ inFlightMs: 0 });
        const { service, goTallo, id, ana, recover, endDue } = world;
        goTallo.fates = ['request lost', 'refused'];
        await assert.rejects(service.block(ana, id, { until: soon(40) }), { code: 'gotallo-timeout' });
        await until(() => goTallo.fates.length === 0, endDue);
        await recover();
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'OPEN']);
    });

    it('stays in doubt when an unblock is repeated that is to be sent once more, and refused', async () => {
        const world = setUp({ inFlightMs: IN_FLIGHT_MS });
        const { service, goTallo, id, ana } = world;
        goTallo.fates = ['in flight'];
        await assert.rejects(service.block(ana, id, {}), { code: 'gotallo-timeout' });
        await service.unblock(ana, id);
        goTallo.fates = ['request lost'];
        await assert.rejects(service.unblock(ana, id), { code: 'gotallo-timeout' });
        goTallo.fates = ['refused'];
        await recoverUntil(world, () => goTallo.fates.length === 0);
        goTallo.land();
        assert.equal((await service.view(ana, id)).state, null);
        await recoverUntil(world, () => goTallo.truth.state === 'OPEN');
        await recoverUntil(world, async () => (await service.view(ana, id)).state === 'OPEN');
    });

    it('sends once more what was confirmed by a repetition while another state was still in flight', async () => {
        const world = setUp({ inFlightMs: IN_FLIGHT_MS });
        const { service, goTallo, id, ana, recover } = world;
        goTallo.fates = ['in flight', 'request lost'];
        await assert.rejects(service.block(ana, id, {}), { code: 'gotallo-timeout' });
        await assert.rejects(service.unblock(ana, id), { code: 'gotallo-timeout' });
        // Both are in flight by now, so the repetition is confirmed while the block may still take effect.
        await recover();
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'OPEN', 'OPEN']);
        goTallo.land();
        assert.equal((await service.view(ana, id)).state, null);
        await recoverUntil(world, () => goTallo.truth.state === 'OPEN');
        await recoverUntil(world, async () => (await service.view(ana, id)).state === 'OPEN');
    });

    it('sends nothing but the state once more, whatever a supervisor said of the channel meanwhile', async () => {
        const world = setUp({ inFlightMs: IN_FLIGHT_MS }, { medium: 'whatsapp' });
        const { service, goTallo, journal, id, sue } = world;
        goTallo.fates = ['answered', 'answer lost'];
        await service.block(sue, id, {});
        goTallo.fates = ['in flight'];
        await assert.rejects(service.block(sue, id, { reason: 'Spam' }), { code: 'gotallo-timeout' });
        await service.unblock(sue, id);
        await until(async () => (await journal.read(id)).nativeInFlightMs === 0);
        await service.resolveNativeBlock(sue, id, { status: 'blocked' });
        await recoverUntil(world, async () => (await service.view(sue, id)).state === 'OPEN');
        assert.equal(goTallo.toggles, 1);
        const { nativeBlock, actions } = await service.view(sue, id);
        assert.deepEqual([nativeBlock.status, actions[0]], ['blocked', 'unblock']);
    });

    it('gives the target back when the repetition of an unblock is refused at once', async () => {
        const world = setUp({ inFlightMs: IN_FLIGHT_MS });
        const { service, goTallo, id, ana } = world;
        goTallo.fates = ['in flight'];
        await assert.rejects(service.block(ana, id, {}), { code: 'gotallo-timeout' });
        await service.unblock(ana, id);
        goTallo.fates = ['refused'];
        await assert.rejects(service.unblock(ana, id), { code: 'gotallo-refused' });
        goTallo.land();
        assert.equal((await service.view(ana, id)).state, null);
        await recoverUntil(world, () => goTallo.truth.state === 'OPEN');
    });

    it('keeps what others did while something of ours could still undo it', async () => {
        const world = setUp({ inFlightMs: IN_FLIGHT_MS });
        const { service, goTallo, id, ana } = world;
        goTallo.fates = ['in flight'];
        await assert.rejects(service.block(ana, id, {}), { code: 'gotallo-timeout' });
        await service.unblock(ana, id);
        goTallo.truth.state = 'CLOSED';
        await heard(world, 'CLOSED', soon(15_000));
        goTallo.land();
        await recoverUntil(world, () => goTallo.truth.state === 'CLOSED');
        await recoverUntil(world, async () => (await service.view(ana, id)).state === 'CLOSED');
        assert.equal(goTallo.sent.at(-1), 'CLOSED');
    });

    it('answers a change in time though GoTallo does not, and goes on with it', async () => {
        const { service, goTallo, id, ana } = setUp({ answerMs: 50 });
        const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
        goTallo.beforeAnswer = () => answered;
        await assert.rejects(service.block(ana, id, {}), { code: 'gotallo-timeout' });
        answer();
        await until(async () => (await service.view(ana, id)).block?.state === 'confirmed');
    });

    it('never begins a change that was answered before it could be judged', async () => {
        const { service, goTallo, journal, id, ana } = setUp({ answerMs: 50 });
        const { promise: told, resolve: tell } = Promise.withResolvers<void>();
        ana.beforeAnswer = () => told;
        await assert.rejects(service.block(ana, id, {}), { code: 'gotallo-timeout' });
        tell();
        await service.view(ana, id);
        assert.deepEqual([goTallo.sent, await journal.history(id)], [[], []]);
    });

    it('never carries out a change whose turn did not come in time', async () => {
        const { service, goTallo, id, ana } = setUp({ answerMs: 50 });
        const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
        goTallo.beforeAnswer = () => answered;
        const made = await Promise.allSettled([service.block(ana, id, {}), service.changeState(ana, id, 'CLOSED')]);
        const codes = made.map((each) => (each.status === 'rejected' ? (each.reason as Failure).code : 'confirmed'));
        assert.deepEqual(codes, ['gotallo-timeout', 'conversation-busy']);
        answer();
        await until(async () => (await service.view(ana, id)).block?.state === 'confirmed');
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
    });

    for (const [what, ms, sent] of [
        ['sends nothing more from a process that stood still for longer than half its lease', 31_000, []],
        ['still sends what its lease has time for', 29_000, ['BLOCKED', 'toggle']]
    ] as const) {
        it(what, async () => {
            const { goTallo, journal, id } = setUp();
            const still = journalWith(journal, {
                accept: async (...args) => {
                    const result = await journal.accept(...args);
                    if (result.kind !== 'accepted') return result;
                    const leasedAt = performance.now() - ms;
                    return { ...result, operation: { ...result.operation, leasedAt } };
                }
            });
            const service = serviceWith({ goTallo, journal: still });
            await Promise.allSettled([service.block(callerWhoSees(message()), id, {})]);
            assert.deepEqual(goTallo.sent, sent);
        });
    }

    it('sends no Block User from a process that stood still after it had committed the step', async () => {
        const { goTallo, journal, id } = setUp();
        let isStill = false;
        goTallo.isTooLate = () => isStill;
        const still = journalWith(journal, {
            startNativeCall: async (operation) => {
                isStill = true;
                return journal.startNativeCall(operation);
            }
        });
        const view = await serviceWith({ goTallo, journal: still }).block(callerWhoSees(message()), id, {});
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
        assert.deepEqual([view.nativeBlock.status, view.nativeBlock.reason], ['not-blocked', 'not-reached']);
    });

    it('tells those who share the result of another process that it may hold when the store is lost meanwhile', async () => {
        const lasting = journalWith(file.store.journalOf(newConversation()), {});
        const { goTallo, id, ana } = setUp();
        const lost = journalWith(lasting, {
            accept: async (...args) => {
                const result = await lasting.accept(...args);
                if (result.kind !== 'accepted') return result;
                const { unfinished } = await lasting.read(id);
                assert.ok(unfinished !== null);
                return { kind: 'busy', unfinished, record: result.record };
            },
            progress: async () => Promise.reject(new Failure('store-unavailable'))
        });
        await assert.rejects(serviceWith({ goTallo, journal: lost }).block(ana, id, {}), { code: 'result-not-stored' });
    });

    it('does not take "leave the note" for "take the note away" when two agents say them at once', async () => {
        const { service, journal, id, ana } = setUp();
        await service.block(ana, id, { reason: 'Spam', note: 'crypto links' });
        const sam = callerWhoSees(message({ medium: 'telegram' }), { ...ANA, id: '005000000000003AAA' });
        await Promise.all([
            service.block(ana, id, { reason: 'Spam' }),
            service.block(sam, id, { reason: 'Spam', note: null })
        ]);
        assert.equal((await journal.read(id)).openBlock?.terms.note, null);
        assert.equal((await journal.history(id)).length, 3);
    });

    it('keeps what a block without an answer said, when it is repeated in fewer words', async () => {
        const { service, goTallo, id, ana } = setUp();
        await service.block(ana, id, { reason: 'Spam', note: 'crypto links' });
        goTallo.fates = ['request lost'];
        await assert.rejects(service.block(ana, id, { note: 'asks for cards' }));
        const { block } = await service.block(ana, id, { reason: 'Abuse' });
        assert.deepEqual([block?.reason, block?.note], ['Abuse', 'asks for cards']);
    });

    it('asks GoTallo anew before a change whose native block is in doubt, however fresh its last answer is', async () => {
        const goTallo = Object.assign(new TrueGoTallo(), { reads: 'state-and-native-block' as const });
        const journal = file.store.journalOf(newConversation());
        const service = serviceWith({ goTallo, journal, evidenceSeconds: 3600 });
        const [id, ana] = [newConversation(), callerWhoSees(message())];
        await service.view(ana, id);
        goTallo.truth.isNativeBlocked = true;
        const nativeBlock = { status: 'unconfirmed', reason: 'changed-elsewhere', at: new Date() } as const;
        await journal.recordFindings(id, () => ({ nativeBlock }));
        await until(() => Date.now() > nativeBlock.at.getTime() + 1);
        assert.equal((await service.unblock(ana, id)).nativeBlock.status, 'not-blocked');
        assert.equal(goTallo.truth.isNativeBlocked, false);
    });
});
