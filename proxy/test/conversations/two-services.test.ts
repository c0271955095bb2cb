import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Journal } from '../../src/conversations/protocol/journal.ts';
import { callerWhoSees } from '../support/caller.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith, type ServiceOptions } from '../support/service.ts';
import { message } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';

const COMMAND = { reason: 'Spam', note: null };

/** Two services share nothing but the journal and GoTallo, as two processes do. */
describe('two services on one journal', () => {
    const file = storeForFile();

    function setUp(timing: ServiceOptions['timing'] = {}) {
        const goTallo = new TrueGoTallo();
        const journal = file.store.journalOf('acme');
        const [one, two] = [
            serviceWith({ goTallo, journal, timing }),
            serviceWith({ goTallo, journal, timing })
        ] as const;
        const ana = callerWhoSees(message());
        const sam = callerWhoSees(message(), { ...ana.agent, id: '005000000000003AAA', name: 'Sam Lee' });
        return { goTallo, journal, one, two, ana, sam, id: newConversation() };
    }

    function holding(goTallo: TrueGoTallo) {
        const { promise: held, resolve: release } = Promise.withResolvers<void>();
        const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
        goTallo.beforeAnswer = () => (begin(), held);
        return { begun, release };
    }

    /** A second service, and a GoTallo that answers the first one only when the second one waits for it. */
    function setUpWaiting() {
        const { goTallo, journal, one, ...people } = setUp();
        const { begun, release } = holding(goTallo);
        const progress: Journal['progress'] = async (...args) => (release(), journal.progress(...args));
        const two = serviceWith({ goTallo, journal: journalWith(journal, { progress }) });
        return { ...people, goTallo, journal, one, two, begun };
    }

    it('carry out the same command once, and both tell its result', async () => {
        const { goTallo, journal, one, two, ana, sam, id, begun } = setUpWaiting();
        const first = one.block(ana, id, COMMAND);
        await begun;
        const [of, shared] = await Promise.all([first, two.block(sam, id, COMMAND)]);
        assert.equal(of.block?.id, shared.block?.id);
        assert.deepEqual([of.state, shared.state], ['BLOCKED', 'BLOCKED']);
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle']);
        assert.equal((await journal.history(id)).length, 1);
    });

    it('tell the same failure of the same command', async () => {
        const { goTallo, one, two, ana, sam, id, begun } = setUpWaiting();
        goTallo.fates = ['refused'];
        const first = one.block(ana, id, COMMAND);
        await begun;
        const second = two.block(sam, id, COMMAND);
        await assert.rejects(first, { code: 'gotallo-refused' });
        await assert.rejects(second, { code: 'gotallo-refused' });
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
    });

    it('let an opposite command wait for its turn', async () => {
        const { goTallo, one, two, ana, sam, id } = setUp();
        const { begun, release } = holding(goTallo);
        const block = one.block(ana, id, COMMAND);
        await begun;
        const unblock = two.unblock(sam, id);
        release();
        assert.equal((await block).state, 'BLOCKED');
        assert.equal((await unblock).state, 'OPEN');
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle', 'toggle', 'OPEN']);
        assert.equal(goTallo.truth.isNativeBlocked, false);
    });

    it('do not accept a command that would wait too long, and say what holds', async () => {
        const { goTallo, journal, one, two, ana, sam, id } = setUp({ waitMs: 30 });
        const { begun, release } = holding(goTallo);
        const block = one.block(ana, id, COMMAND);
        await begun;
        await assert.rejects(two.unblock(sam, id), { code: 'conversation-busy' });
        release();
        await block;
        assert.equal((await journal.history(id)).length, 1);
        assert.equal(goTallo.truth.state, 'BLOCKED');
    });
});
