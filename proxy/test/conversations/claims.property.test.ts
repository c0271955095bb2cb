import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ConversationView } from '#contract';
import { SETTABLE_STATES } from '../../src/conversations/knowledge/states.ts';
import type { Journal } from '../../src/conversations/protocol/journal.ts';
import { Failure } from '../../src/lib/failure.ts';
import { callerWhoSees } from '../support/caller.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith } from '../support/service.ts';
import { message, SUPERVISOR } from '../support/snapshot.ts';
import { FATES, TrueGoTallo } from '../support/true-gotallo.ts';

const RUNS = 100;

/** The moments at which a process can die: what it then wanted to write down never is. */
const DEATHS = [null, null, null, 'startNativeCall', 'endNativeCall', 'complete'] as const;

const step = fc.record({
    /** Which of two processes the agent comes to. */
    process: fc.constantFrom(0, 1),
    command: fc.constantFrom(
        'block',
        'unblock',
        'block',
        'unblock',
        'retry',
        'look and say',
        'recover',
        ...SETTABLE_STATES
    ),
    /** What becomes of the calls to GoTallo, one after the other. */
    fates: fc.array(fc.constantFrom(...FATES), { maxLength: 3 }),
    dies: fc.constantFrom(...DEATHS)
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

describe('whatever happens to requests, answers and processes', () => {
    /** Where what a dead process held is free at once. Nobody may be at work at the same time there. */
    const brief = storeForFile({ leaseMs: 0 });
    const lasting = storeForFile();

    function setUp({ store } = brief) {
        const goTallo = new TrueGoTallo();
        const whole = store.journalOf(newConversation());
        const id = newConversation();
        const sue = callerWhoSees(message({ lastInboundAt: new Date() }), SUPERVISOR);
        const processes = [0, 1].map(() => {
            const life = { dies: null as Step['dies'] };
            const timing = { recoveryMs: 0, inFlightMs: 0 };
            return { life, service: serviceWith({ goTallo, journal: mortal(whole, life), timing }) };
        });
        const isAtRest = () => whole.history(id).then((history) => history.every(({ endedAt }) => endedAt !== null));
        const history = () => whole.history(id);
        return { goTallo, processes, id, sue, isAtRest, history, view: () => processes[0]?.service.view(sue, id) };
    }

    /** A journal whose process dies when it calls the method that its life ends at. */
    function mortal(whole: Journal, life: { dies: Step['dies'] }): Journal {
        const dieAt = (method: Step['dies']): void => {
            if (life.dies === method) throw new Failure('result-not-stored');
        };
        return journalWith(whole, {
            startNativeCall: async (...args) => (dieAt('startNativeCall'), whole.startNativeCall(...args)),
            endNativeCall: async (...args) => (dieAt('endNativeCall'), whole.endNativeCall(...args)),
            complete: async (...args) => (dieAt('complete'), whole.complete(...args))
        });
    }

    type World = ReturnType<typeof setUp>;

    async function take({ goTallo, processes, id, sue }: World, { process, command, fates, dies }: Step) {
        const { service, life } = processes[process] as World['processes'][number];
        goTallo.fates = [...fates];
        life.dies = dies;
        try {
            if (command === 'block') return await service.block(sue, id, { reason: 'Spam', note: null });
            if (command === 'unblock') return await service.unblock(sue, id);
            if (command === 'retry') return await service.retryNativeBlock(sue, id);
            if (command === 'recover') return void (await service.recover(() => {}));
            if (command !== 'look and say') return await service.changeState(sue, id, command);
            const view = await service.view(sue, id);
            const { version } = view.nativeBlock;
            if (version === null) return view;
            const status = goTallo.truth.isNativeBlocked ? 'blocked' : 'not-blocked';
            return await service.resolveNativeBlock(sue, id, { status, version });
        } catch (error) {
            return (error as Failure).view;
        } finally {
            life.dies = null;
            goTallo.fates = [];
        }
    }

    function assertNothingFalse(view: ConversationView | undefined, { goTallo }: World): void {
        if (view === undefined) return;
        const { state, block, nativeBlock } = view;
        assert.ok(
            state === null || state === goTallo.truth.state,
            `claimed ${state}, and it is ${goTallo.truth.state}`
        );
        assert.ok(
            block?.state !== 'confirmed' || goTallo.truth.state === 'BLOCKED',
            'a confirmed block that does not hold'
        );
        const isSaid = nativeBlock.status === 'blocked' || nativeBlock.status === 'not-blocked';
        const says = nativeBlock.status === 'blocked';
        assert.ok(!isSaid || says === goTallo.truth.isNativeBlocked, `claimed ${nativeBlock.status} of the channel`);
        assert.ok(
            nativeBlock.status !== 'refused' || !goTallo.truth.isNativeBlocked,
            'refused, and blocked all the same'
        );
    }

    async function assertEndIsRight(world: World): Promise<void> {
        while (!(await world.isAtRest())) await world.processes[1]?.service.recover(() => {});
        const view = await world.view();
        assertNothingFalse(view, world);
        const last = (await world.history()).find(
            ({ kind, outcome }) => kind !== 'native-block' && outcome !== 'failed'
        );
        if (last?.outcome !== 'confirmed') return;
        assert.equal(world.goTallo.truth.state, last.target, 'the last accepted command does not hold');
        assert.equal(view?.state, last.target);
    }

    it('no view claims what is not so, and the last accepted command holds in the end', async () => {
        const property = fc.asyncProperty(fc.array(step, { maxLength: 10 }), async (steps) => {
            const world = setUp();
            for (const one of steps) {
                assertNothingFalse(await take(world, one), world);
                assertNothingFalse(await world.view(), world);
            }
            await assertEndIsRight(world);
        });
        await fc.assert(property, { numRuns: RUNS });
    });

    it('commands at the same time leave no claim that is not so', async () => {
        const property = fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 6 }), async (steps) => {
            const world = setUp(lasting);
            await Promise.all(steps.map((one) => take(world, { ...one, dies: null })));
            await assertEndIsRight(world);
        });
        await fc.assert(property, { numRuns: RUNS });
    });

    it('in the end nothing waits, and a block that got an answer is a block', async () => {
        const property = fc.asyncProperty(fc.array(step, { maxLength: 6 }), async (steps) => {
            const world = setUp();
            for (const one of steps) await take(world, one);
            const view = await take(world, { process: 0, command: 'block', fates: [], dies: null });
            await assertEndIsRight(world);
            assert.equal(view?.block?.state, 'confirmed');
            assert.equal(world.goTallo.truth.state, 'BLOCKED');
        });
        await fc.assert(property, { numRuns: RUNS });
    });
});
