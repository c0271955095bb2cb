import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NativeBlockRequest } from '#contract';
import type { Failure } from '../../src/lib/failure.ts';
import { callerWhoSees } from '../support/caller.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith, type TIMING } from '../support/service.ts';
import { message, SUPERVISOR } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';
import { until } from '../support/until.ts';

const COMMAND = { reason: 'Spam' };

describe('what a person saw on the channel', () => {
    const file = storeForFile();

    function setUp(reads: TrueGoTallo['reads'] = 'nothing', timing: Partial<typeof TIMING> = { inFlightMs: 1 }) {
        const goTallo = Object.assign(new TrueGoTallo(), { reads });
        const journal = file.store.journalOf('acme');
        const service = serviceWith({ goTallo, journal, evidenceSeconds: 0, timing });
        const [ana, sue] = [callerWhoSees(message()), callerWhoSees(message(), SUPERVISOR)];
        const id = newConversation();
        const look = async () => {
            const { nativeBlock } = await service.view(sue, id);
            const status: NativeBlockRequest['status'] = goTallo.truth.isNativeBlocked ? 'blocked' : 'not-blocked';
            return { status, version: nativeBlock.version };
        };
        const say = (word: NativeBlockRequest) => service.resolveNativeBlock(sue, id, word);
        const said = async () => (await journal.history(id)).filter(({ kind }) => kind === 'native-block');
        const block = () => service.block(ana, id, COMMAND);
        const unblock = () => service.unblock(ana, id);
        return { goTallo, journal, service, id, ana, sue, look, say, said, block, unblock };
    }

    /** The answer to a block was lost, and it can take effect no more. */
    async function inQuestion(fate: 'answer lost' | 'request lost') {
        const world = setUp();
        world.goTallo.fates = ['answered', fate];
        await world.block();
        await until(async () => (await world.look()).version !== null);
        return world;
    }

    it('counts with the version of the view that they looked with', async () => {
        const { look, say, said } = await inQuestion('answer lost');
        assert.equal((await say(await look())).nativeBlock.status, 'blocked');
        assert.equal((await said()).length, 1);
    });

    it('counts as it did before where no version is sent', async () => {
        const { say } = await inQuestion('answer lost');
        assert.equal((await say({ status: 'blocked', version: null })).nativeBlock.status, 'blocked');
        assert.equal((await say({ status: 'not-blocked' })).nativeBlock.status, 'not-blocked');
    });

    it('is refused after an unblock and a block that they did not see, with what holds now', async () => {
        const { goTallo, look, say, said, block, unblock } = setUp();
        await block();
        await unblock();
        const word = await look();
        await block();
        assert.equal(word.status, 'not-blocked');
        await assert.rejects(say(word), (error: Failure) => {
            assert.equal(error.code, 'native-block-changed');
            assert.equal(error.view?.nativeBlock.status, 'blocked');
            assert.notEqual(error.view?.nativeBlock.version, word.version);
            return true;
        });
        assert.deepEqual(await said(), []);
        await unblock();
        assert.equal(goTallo.truth.isNativeBlocked, false, 'a believed word would have turned it around');
    });

    it('is refused though the same status is known again', async () => {
        const { service, id, sue, say, block, unblock } = setUp();
        const { version } = (await block()).nativeBlock;
        await unblock();
        await block();
        await assert.rejects(say({ status: 'not-blocked', version }), { code: 'native-block-changed' });
        assert.equal((await service.view(sue, id)).nativeBlock.status, 'blocked');
    });

    it('is refused after a webhook told something of the channel', async () => {
        const { service, id, look, say, block } = setUp();
        await block();
        const { version } = await look();
        const writtenAt = new Date(Date.now() + 60_000);
        await service.observeWebhook({
            id: 'm-1',
            conversationId: id,
            writtenAt,
            modifiedAt: new Date(0),
            toldModifiedAt: new Date(0),
            isInbound: true,
            state: 'BLOCKED',
            channel: 'WHATSAPP',
            customerName: null
        });
        await assert.rejects(say({ status: 'not-blocked', version }), { code: 'native-block-changed' });
    });

    it('is refused after another person said the opposite', async () => {
        const { look, say, said } = await inQuestion('answer lost');
        const { version } = await look();
        await say({ status: 'blocked', version });
        await assert.rejects(say({ status: 'not-blocked', version }), { code: 'native-block-changed' });
        assert.equal((await said()).length, 1);
    });

    for (const version of ['', '00', '-1', '1 ', '1e0', '9999999999', 'nonsense']) {
        it(`is refused with a version that never was ("${version}")`, async () => {
            const { say } = await inQuestion('answer lost');
            await assert.rejects(say({ status: 'blocked', version }), { code: 'native-block-changed' });
        });
    }

    it('changes nothing, and is no refusal, when it is said again because the first answer was lost', async () => {
        const { look, say, said } = await inQuestion('answer lost');
        const word = await look();
        const first = await say(word);
        assert.deepEqual((await say(word)).nativeBlock, first.nativeBlock);
        assert.equal((await said()).length, 1);
    });

    it('changes nothing, whatever the version, where it is what is known', async () => {
        const { say, said, block } = setUp();
        const { version } = (await block()).nativeBlock;
        assert.equal((await say({ status: 'blocked', version: '0' })).nativeBlock.version, version);
        assert.deepEqual(await said(), []);
    });

    it('is refused while a change is under way, and no version is told meanwhile', async () => {
        const { goTallo, service, id, sue, look, say, block, unblock } = setUp();
        const before = (await block()).nativeBlock.version;
        const { promise: held, resolve: release } = Promise.withResolvers<void>();
        const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
        goTallo.beforeAnswer = () => (begin(), held);
        const unblocked = unblock();
        await begun;
        assert.equal((await look()).version, null);
        assert.ok(!(await service.view(sue, id)).actions.includes('resolveNativeBlock'));
        await assert.rejects(say({ status: 'blocked', version: before }), { code: 'conversation-busy' });
        release();
        await unblocked;
        assert.notEqual((await look()).version, before);
    });

    it('is refused while Block User may still take effect, and no version is told meanwhile', async () => {
        const { goTallo, service, id, sue, look, say, block } = setUp('nothing', {});
        const before = (await look()).version;
        goTallo.fates = ['answered', 'in flight'];
        const { nativeBlock } = await block();
        assert.equal(nativeBlock.version, null);
        assert.ok(!(await service.view(sue, id)).actions.includes('resolveNativeBlock'));
        await assert.rejects(say({ status: 'not-blocked', version: before }), { code: 'conversation-busy' });
    });

    it('is refused as known, though it is from before, where GoTallo itself tells otherwise', async () => {
        const { look, say, block } = setUp('state-and-native-block');
        const word = await look();
        await block();
        await assert.rejects(say(word), { code: 'native-block-known' });
    });

    it('has no version where the native block is not used', async () => {
        const { service, id } = setUp();
        const view = await service.view(callerWhoSees(message({ medium: 'facebook' }), SUPERVISOR), id);
        assert.deepEqual(view.nativeBlock, { status: 'not-supported', reason: null, version: null });
    });

    it('is believed once of two that are said at the same time with the same version', async () => {
        const { look, say, said } = await inQuestion('request lost');
        const { version } = await look();
        const words = [
            { status: 'blocked', version },
            { status: 'not-blocked', version }
        ] as const;
        const results = await Promise.allSettled(words.map(say));
        assert.deepEqual(results.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected']);
        assert.equal((await said()).length, 1);
    });
});
