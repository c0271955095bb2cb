import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { callerWhoSees } from '../support/caller.ts';
import { hasCode } from '../support/failures.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith, type ServiceOptions } from '../support/service.ts';
import { message, ROBIN, SUPERVISOR } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';

const TELEGRAM = message({ medium: 'telegram' });
const WORD = { note: 'A known customer' };
const SPAM = { reason: 'Spam', note: 'crypto links' };

describe('a word to the colleague with an unblock', () => {
    const file = storeForFile();
    let tenants = 0;

    function setUp(options: Partial<ServiceOptions> = {}) {
        const goTallo = new TrueGoTallo();
        const journal = file.store.journalOf(`tenant ${(tenants += 1)}`);
        const service = serviceWith({ goTallo, journal, ...options });
        const [ana, sue] = [callerWhoSees(TELEGRAM), callerWhoSees(TELEGRAM, SUPERVISOR)];
        const id = newConversation();
        const history = async () =>
            (await service.history(ana, id)).operations.map(({ kind, by, note, outcome, undoes }) => {
                return [undoes === null ? kind : `undo by ${kind}`, by?.name, note, outcome];
            });
        return { goTallo, journal, service, ana, sue, id, history };
    }

    it('is in the history with the unblock, and leaves what the block said', async () => {
        const { service, ana, sue, id, history } = setUp();
        await service.block(ana, id, SPAM);
        await service.unblock(sue, id, WORD);
        assert.deepEqual(await history(), [
            ['unblock', 'Sue Pervisor', 'A known customer', 'confirmed'],
            ['block', 'Ana Silva', 'crypto links', 'confirmed']
        ]);
        const [newest] = (await service.history(ana, id)).operations;
        assert.deepEqual([newest?.reason, newest?.until, newest?.changed], [null, null, null]);
    });

    it('is none when none is said, or nothing', async () => {
        for (const said of [undefined, {}, { note: null }]) {
            const { service, ana, id, history } = setUp();
            await service.block(ana, id, SPAM);
            await service.unblock(ana, id, said);
            assert.deepEqual((await history())[0], ['unblock', 'Ana Silva', null, 'confirmed']);
        }
    });

    it('is told once when the same agent says it twice, at once or one after the other', async () => {
        const { service, goTallo, ana, sue, id, history } = setUp();
        await service.block(ana, id, SPAM);
        await Promise.all([service.unblock(sue, id, WORD), service.unblock(sue, id, WORD)]);
        await service.unblock(sue, id, WORD);
        assert.equal((await history()).length, 2);
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'OPEN']);
    });

    it('is that of the agent who was first, for there is nothing more to unblock', async () => {
        const { service, goTallo, ana, sue, id, history } = setUp();
        await service.block(ana, id, SPAM);
        const views = await Promise.all([
            service.unblock(sue, id, WORD),
            service.unblock(ana, id, { note: 'Another one' }),
            service.unblock(ana, id)
        ]);
        assert.deepEqual(
            views.map(({ state, block }) => [state, block]),
            Array(3).fill(['OPEN', null])
        );
        assert.deepEqual((await history())[0], ['unblock', 'Sue Pervisor', 'A known customer', 'confirmed']);
        assert.equal((await history()).length, 2);
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'OPEN']);
    });

    it('is not lost with the unblock of a colleague that GoTallo refuses at the same time', async () => {
        const { service, goTallo, ana, sue, id, history } = setUp();
        await service.block(ana, id, SPAM);
        goTallo.fates = ['refused'];
        const [first] = await Promise.allSettled([service.unblock(ana, id), service.unblock(sue, id, WORD)]);
        assert.equal(first.status, 'rejected');
        assert.deepEqual((await history())[0], ['unblock', 'Sue Pervisor', 'A known customer', 'confirmed']);
    });

    it('is shared between two processes that are asked the same at once', async () => {
        const { service, goTallo, journal, ana, sue, id, history } = setUp();
        await service.block(ana, id, SPAM);
        const other = serviceWith({ goTallo, journal });
        await Promise.all([service.unblock(sue, id, WORD), other.unblock(sue, id, WORD)]);
        assert.equal((await history()).length, 2);
    });

    it('stays with an unblock without an answer, which goes on, and is said again by a repeat', async () => {
        const { service, goTallo, ana, sue, id, history } = setUp({ timing: { recoveryMs: 0 } });
        await service.block(ana, id, SPAM);
        goTallo.fates = ['request lost'];
        await assert.rejects(service.unblock(sue, id, WORD), hasCode('gotallo-timeout'));
        assert.deepEqual((await history())[0], ['unblock', 'Sue Pervisor', 'A known customer', 'unknown']);
        await service.recover((failure) => assert.fail(String(failure)));
        assert.deepEqual((await history())[0], ['unblock', 'Sue Pervisor', 'A known customer', 'confirmed']);
        await service.unblock(sue, id, WORD);
        assert.equal((await history()).length, 2);
    });

    it('stays in the history when the unblock is undone, and the block says what it said', async () => {
        const { service, ana, sue, id, history } = setUp();
        const { block } = await service.block(ana, id, SPAM);
        const { undo } = await service.unblock(sue, id, WORD);
        const view = await service.undo(sue, id, undo?.operationId ?? '');
        assert.deepEqual(view.block, block);
        assert.deepEqual(await history(), [
            ['undo by block', 'Sue Pervisor', null, 'confirmed'],
            ['unblock', 'Sue Pervisor', 'A known customer', 'confirmed'],
            ['block', 'Ana Silva', 'crypto links', 'confirmed']
        ]);
    });

    it('is not kept where there is nothing to unblock', async () => {
        const { service, goTallo, ana, id, history } = setUp();
        await service.unblock(ana, id, WORD);
        assert.deepEqual(await history(), []);
        assert.deepEqual(goTallo.sent, []);
    });

    it('gives nobody the right to unblock', async () => {
        const { service, ana, id, history } = setUp();
        await service.block(ana, id, SPAM);
        await assert.rejects(service.unblock(callerWhoSees(TELEGRAM, ROBIN), id, WORD), hasCode('no-permission'));
        assert.equal((await history()).length, 1);
    });
});
