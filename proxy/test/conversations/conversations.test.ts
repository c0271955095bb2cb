import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GoTalloFailure, type Confirmation } from '../../src/conversations/ports.ts';
import { Failure } from '../../src/lib/failure.ts';
import { callerWhoSees } from '../support/caller.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith } from '../support/service.ts';
import { at, message, ROBIN } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';

const COMMAND = { reason: 'Spam', note: null };
const AWAY = new Failure('salesforce-unavailable');
const TIMEOUT = new GoTalloFailure('gotallo-timeout', 'unknown');
const REFUSED = new GoTalloFailure('gotallo-refused', 'not-applied');

/** A GoTallo without native block that does as it is told, or fails as the test says. */
class TestGoTallo extends TrueGoTallo {
    override readonly nativeChannels: ReadonlySet<string> = new Set();
    failures: Error[] = [];

    override async changeState(...call: Parameters<TrueGoTallo['changeState']>): Promise<Confirmation> {
        const confirmation = await super.changeState(...call);
        const failure = this.failures.shift();
        if (failure !== undefined) throw failure;
        return confirmation;
    }
}

describe('the conversations of a tenant', () => {
    const file = storeForFile();

    function setUp(evidenceSeconds = 30) {
        const goTallo = new TestGoTallo();
        const journal = file.store.journalOf('acme');
        const service = serviceWith({ goTallo, journal, evidenceSeconds });
        return { goTallo, journal, service, id: newConversation(), ana: callerWhoSees(message()) };
    }

    it('asks Salesforce once while its answer is fresh, and once for calls at the same time', async () => {
        const { service, id, ana } = setUp();
        await Promise.all([service.view(ana, id), service.view(ana, id)]);
        await service.view(ana, id);
        assert.equal(ana.asked, 1);
    });

    it('asks Salesforce every time when nothing counts as fresh', async () => {
        const { service, id, ana } = setUp(0);
        await service.view(ana, id);
        await service.view(ana, id);
        assert.equal(ana.asked, 2);
    });

    it('does not show one agent what Salesforce told another', async () => {
        const { service, id, ana } = setUp();
        await service.view(ana, id);
        const stranger = callerWhoSees(null, { ...ana.agent, id: '005000000000009AAA' });
        assert.equal((await service.view(stranger, id)).customer.name, null);
    });

    it('has the operation in the journal before anything is sent', async () => {
        const { service, goTallo, journal, id, ana } = setUp();
        let seen: string | undefined;
        goTallo.beforeAnswer = async () => {
            seen = (await journal.history(id))[0]?.outcome;
        };
        await service.block(ana, id, COMMAND);
        assert.equal(seen, 'pending');
    });

    it('sends nothing when the operation cannot be written down', async () => {
        const { goTallo, journal, id, ana } = setUp();
        const full = journalWith(journal, { accept: async () => Promise.reject(new Failure('store-unavailable')) });
        const service = serviceWith({ goTallo, journal: full });
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'store-unavailable' });
        assert.deepEqual(goTallo.sent, []);
    });

    it('carries out one change at a time, so that the last command is the last one sent', async () => {
        const { service, goTallo, id, ana } = setUp();
        await service.view(ana, id);
        const views = await Promise.all([
            service.block(ana, id, COMMAND),
            service.unblock(ana, id),
            service.block(ana, id, COMMAND)
        ]);
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'OPEN', 'BLOCKED']);
        assert.deepEqual(
            views.map(({ state }) => state),
            ['BLOCKED', 'OPEN', 'BLOCKED']
        );
    });

    it('lets the same command at the same time share one operation and its result', async () => {
        const { service, goTallo, journal, id, ana } = setUp();
        const sam = callerWhoSees(message(), { ...ana.agent, id: '005000000000003AAA', name: 'Sam Lee' });
        const [first, second] = await Promise.all([service.block(ana, id, COMMAND), service.block(sam, id, COMMAND)]);
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
        assert.equal(first.block?.id, second.block?.id);
        assert.equal(second.block?.by.name, 'Ana Silva');
        assert.equal((await journal.history(id)).length, 1);
    });

    it('gives those who share a failure each their own view', async () => {
        const { service, goTallo, id, ana } = setUp();
        const sam = callerWhoSees(message({ customerName: 'seen by Sam' }), {
            ...ana.agent,
            id: '005000000000003AAA'
        });
        goTallo.failures = [TIMEOUT];
        const failures = await Promise.allSettled([service.block(ana, id, COMMAND), service.block(sam, id, COMMAND)]);
        assert.deepEqual(
            failures
                .map((failed) => (failed.status === 'rejected' ? (failed.reason as Failure) : null))
                .map((failure) => failure?.view?.customer.name),
            ['Maria Lopez', 'seen by Sam']
        );
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
    });

    it('does not accept a command whose turn does not come in time, and never carries it out', async () => {
        const { goTallo, journal, id, ana } = setUp();
        const service = serviceWith({ goTallo, journal, timing: { waitMs: 20 } });
        const { promise: held, resolve: release } = Promise.withResolvers<void>();
        goTallo.beforeAnswer = () => held;
        const first = service.block(ana, id, COMMAND);
        await assert.rejects(service.unblock(ana, id), (error: Failure) => {
            assert.equal(error.code, 'conversation-busy');
            assert.equal(error.view?.block?.state, 'pending');
            return true;
        });
        release();
        assert.equal((await first).state, 'BLOCKED');
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
    });

    it('asks nothing of a GoTallo that is given a rest, and says for how long', async () => {
        const { service, goTallo, journal, id, ana } = setUp();
        goTallo.rest = 7;
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'gotallo-unavailable', retryAfterSeconds: 7 });
        assert.deepEqual(goTallo.sent, []);
        assert.deepEqual(await journal.history(id), []);
    });

    it('shows a block as pending and no state after a time-out, and repeats the command safely', async () => {
        const { service, goTallo, id, ana } = setUp();
        goTallo.failures = [TIMEOUT];
        await assert.rejects(service.block(ana, id, COMMAND), (error: Failure) => {
            assert.equal(error.view?.block?.state, 'pending');
            assert.equal(error.view?.state, null);
            assert.deepEqual(error.view?.actions, ['block']);
            return true;
        });
        const view = await service.block(ana, id, COMMAND);
        assert.equal(view.block?.state, 'confirmed');
        assert.equal(view.state, 'BLOCKED');
    });

    it('does not claim the block anymore after an unblock without an answer', async () => {
        const { service, goTallo, id, ana } = setUp();
        await service.block(ana, id, COMMAND);
        goTallo.failures = [TIMEOUT];
        await assert.rejects(service.unblock(ana, id), { code: 'gotallo-timeout' });
        const view = await service.view(ana, id);
        assert.equal(view.state, null);
        assert.equal(view.block?.state, 'pending');
        assert.deepEqual(view.actions, ['unblock']);
    });

    it('knows that a block still holds when repeating it got no answer', async () => {
        const { service, goTallo, id, ana } = setUp();
        await service.block(ana, id, COMMAND);
        goTallo.failures = [TIMEOUT];
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'gotallo-timeout' });
        assert.equal((await service.view(ana, id)).state, 'BLOCKED');
    });

    it('does not take an old observation of BLOCKED as a confirmation when GoTallo did not answer', async () => {
        const { service, goTallo, id } = setUp();
        const ana = callerWhoSees(message({ state: 'BLOCKED' }));
        goTallo.failures = [TIMEOUT];
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'gotallo-timeout' });
        const view = await service.view(ana, id);
        assert.equal(view.state, null);
        assert.equal(view.block?.state, 'pending');
    });

    for (const change of ['block', 'unblock'] as const) {
        it(`claims no state after the answer to ${change} was lost with the store`, async () => {
            const { service, goTallo, journal, id, ana } = setUp();
            if (change === 'unblock') await service.block(ana, id, COMMAND);
            const losing = journalWith(journal, {
                complete: async () => Promise.reject(new Failure('result-not-stored'))
            });
            const lost = serviceWith({ goTallo, journal: losing });
            const command = change === 'block' ? lost.block(ana, id, COMMAND) : lost.unblock(ana, id);
            await assert.rejects(command, (error: Failure) => {
                assert.equal(error.code, 'result-not-stored');
                assert.equal(error.view?.state, null);
                return true;
            });
            const view = await service.view(ana, id);
            assert.equal(view.state, null);
            assert.equal(view.block?.state, 'pending');
            assert.deepEqual(view.actions, [change]);
        });
    }

    it('shows what became of a change that ended while Salesforce was asked', async () => {
        const { service, id, ana } = setUp();
        const { promise: blocked, resolve: blockEnds } = Promise.withResolvers<void>();
        const sam = callerWhoSees(message(), { ...ana.agent, id: '005000000000003AAA', name: 'Sam Lee' });
        sam.beforeAnswer = () => blocked;
        const view = service.view(sam, id);
        await service.block(ana, id, COMMAND);
        blockEnds();
        assert.equal((await view).state, 'BLOCKED');
    });

    it('keeps what held before when GoTallo refuses', async () => {
        const { service, goTallo, id, ana } = setUp();
        goTallo.failures = [REFUSED];
        await assert.rejects(service.block(ana, id, COMMAND), (error: Failure) => {
            assert.equal(error.view?.state, 'OPEN');
            assert.equal(error.view?.block, null);
            return true;
        });
    });

    it('treats what it cannot explain as unknown, never as done', async () => {
        const { service, goTallo, journal, id, ana } = setUp();
        goTallo.failures = [new TypeError('boom')];
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'internal-error' });
        assert.equal((await journal.history(id))[0]?.outcome, 'unknown');
    });

    it('refuses every change of an expired conversation and sends nothing', async () => {
        const { service, goTallo, journal, id } = setUp();
        const ana = callerWhoSees(message({ state: 'EXPIRED' }));
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'conversation-expired' });
        await assert.rejects(service.unblock(ana, id), { code: 'conversation-expired' });
        await assert.rejects(service.changeState(ana, id, 'OPEN'), { code: 'conversation-expired' });
        assert.deepEqual(goTallo.sent, []);
        assert.deepEqual(await journal.history(id), []);
    });

    it('refuses to change the state of a blocked conversation', async () => {
        const { service, goTallo, id, ana } = setUp();
        await service.block(ana, id, COMMAND);
        await assert.rejects(service.changeState(ana, id, 'CLOSED'), { code: 'conversation-blocked' });
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
    });

    it('refuses changes and history without permission, and says what holds', async () => {
        const { service, goTallo, id } = setUp();
        const robin = callerWhoSees(message(), ROBIN);
        await assert.rejects(service.block(robin, id, COMMAND), (error: Failure) => {
            assert.equal(error.code, 'no-permission');
            assert.equal(error.view?.state, 'OPEN');
            assert.equal(error.view?.customer.name, null);
            return true;
        });
        await assert.rejects(service.history(robin, id), { code: 'no-permission' });
        assert.deepEqual(goTallo.sent, []);
    });

    it('leaves a conversation alone that is not blocked, so that a bot is not sent away by an unblock', async () => {
        const { service, goTallo, id } = setUp();
        const ana = callerWhoSees(message({ state: 'AUTO_BOT' }));
        assert.equal((await service.unblock(ana, id)).state, 'AUTO_BOT');
        assert.deepEqual(goTallo.sent, []);
    });

    it('unblocks what others blocked, and what nothing is known of', async () => {
        const { service, goTallo, id } = setUp();
        const ana = callerWhoSees(message({ state: 'BLOCKED' }));
        assert.equal((await service.unblock(ana, id)).state, 'OPEN');
        assert.equal((await service.unblock(callerWhoSees(null), newConversation())).state, 'OPEN');
        assert.deepEqual(goTallo.sent, ['OPEN', 'OPEN']);
    });

    it('starts a new block for an agent who sees that the old one was ended elsewhere', async () => {
        const { service, id, ana } = setUp(0);
        const first = await service.block(ana, id, COMMAND);
        ana.answer = message({ state: 'OPEN', at: new Date(Date.now() + 15_000) });
        assert.equal((await service.view(ana, id)).block, null);
        const sam = callerWhoSees(ana.answer, { ...ana.agent, name: 'Sam Lee' });
        await service.block(sam, id, COMMAND);
        const second = await service.view(callerWhoSees(message()), id);
        assert.equal(second.block?.by.name, 'Sam Lee');
        assert.notEqual(second.block.id, first.block?.id);
    });

    it('does not take a later BLOCKED of others for the block that was ended elsewhere', async () => {
        const { service, goTallo, journal, id, ana } = setUp(0);
        await service.block(ana, id, COMMAND);
        goTallo.reads = 'state';
        goTallo.truth.state = 'OPEN';
        const reading = serviceWith({ goTallo, journal, evidenceSeconds: 0 });
        assert.equal((await reading.view(ana, id)).block, null);
        goTallo.truth.state = 'BLOCKED';
        const view = await reading.view(ana, id);
        assert.equal(view.state, 'BLOCKED');
        assert.equal(view.block, null);
    });

    for (const before of ['not blocked', 'blocked'] as const) {
        it(`keeps who blocked and why when a page is opened and a message arrives meanwhile (${before})`, async () => {
            const { service, goTallo, id, ana } = setUp(0);
            if (before === 'blocked') await service.block(ana, id, COMMAND);
            goTallo.beforeAnswer = async () => {
                const told = message({ state: 'OPEN', at: new Date(Date.now() + 1) });
                await service.view(callerWhoSees(told, { ...ana.agent, id: '005000000000003AAA' }), id);
            };
            const { block } = await service.block(ana, id, { reason: 'Fraud', note: 'asks for cards' });
            assert.equal(block?.by.name, 'Ana Silva');
            assert.equal(block.reason, 'Fraud');
            assert.equal(block.note, 'asks for cards');
        });
    }

    it('shows a pending block also while Salesforce is away', async () => {
        const { service, goTallo, id } = setUp();
        const ana = callerWhoSees(AWAY);
        goTallo.failures = [TIMEOUT];
        await assert.rejects(service.block(ana, id, COMMAND), (error: Failure) => {
            assert.equal(error.view?.block?.state, 'pending');
            return true;
        });
        assert.deepEqual((await service.view(ana, id)).actions, ['block']);
    });

    it('blocks while Salesforce is away', async () => {
        const { service, id } = setUp();
        const ana = callerWhoSees(AWAY);
        assert.equal((await service.block(ana, id, COMMAND)).state, 'BLOCKED');
        assert.equal((await service.view(ana, id)).state, 'BLOCKED');
    });

    it('says that Salesforce is away when nothing else is known', async () => {
        const { service, id } = setUp();
        await assert.rejects(service.view(callerWhoSees(AWAY), id), { code: 'salesforce-unavailable' });
    });

    it('accepts nothing when the token turns out to be expired', async () => {
        const { service, journal, id } = setUp();
        const ana = callerWhoSees(new Failure('invalid-token'));
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'invalid-token' });
        assert.deepEqual(await journal.history(id), []);
    });

    it('does not let a message written before the block end it', async () => {
        const { service, id, ana } = setUp(0);
        await service.block(ana, id, COMMAND);
        ana.answer = message({ state: 'OPEN', at: at(59) });
        assert.equal((await service.view(ana, id)).state, 'BLOCKED');
    });

    it('has what GoTallo confirmed as the newest of all that was known, also when a clock went back', async () => {
        const { service, journal, id, ana } = setUp();
        const ahead = new Date(Date.now() + 60 * 60 * 1000);
        await journal.recordFindings(id, () => ({ observedState: { state: 'OPEN', at: ahead, source: 'webhook' } }));
        const view = await service.block(ana, id, COMMAND);
        assert.equal(view.state, 'BLOCKED');
        assert.equal(view.block?.state, 'confirmed');
    });

    it('shows what was seen while the store cannot be written, and hides no other error', async () => {
        const { service, goTallo, journal, id, ana } = setUp(0);
        await service.block(ana, id, COMMAND);
        goTallo.reads = 'state';
        goTallo.truth.state = 'OPEN';
        const viewWith = (error: Error) => {
            const failing = journalWith(journal, { recordFindings: async () => Promise.reject(error) });
            return serviceWith({ goTallo, journal: failing, evidenceSeconds: 0 }).view(ana, id);
        };
        assert.equal((await viewWith(new Failure('store-unavailable'))).state, 'OPEN');
        await assert.rejects(viewWith(new TypeError('boom')), TypeError);
    });
});
