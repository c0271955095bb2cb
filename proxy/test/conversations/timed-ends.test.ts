import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Conversations } from '../../src/conversations/conversations.ts';
import { judgeEnd } from '../../src/conversations/rules/judge-end.ts';
import { callerWhoSees } from '../support/caller.ts';
import { hasCode } from '../support/failures.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith } from '../support/service.ts';
import { snapshot, message, openBlock, SUPERVISOR, unfinished } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';

const HOUR_MS = 3_600_000;
const at = (ms: number): Date => new Date(Date.now() + ms);

describe('a block that ends by itself', () => {
    const file = storeForFile();
    let tenants = 0;

    /** Agents live two hours ago, so that what they choose within the next two hours is over for the database. */
    function setUp(medium = 'whatsapp') {
        const goTallo = new TrueGoTallo();
        const journal = file.store.journalOf(`tenant ${(tenants += 1)}`);
        const service = serviceWith({ goTallo, journal, now: () => at(-2 * HOUR_MS) });
        const ana = callerWhoSees(message({ medium }));
        const sue = callerWhoSees(message({ medium }), SUPERVISOR);
        return { goTallo, journal, service, ana, sue, id: newConversation(), over: at(-HOUR_MS), later: at(HOUR_MS) };
    }

    async function end(service: Conversations): Promise<unknown[]> {
        const failures: unknown[] = [];
        await service.endDueBlocks((failure) => failures.push(failure));
        return failures;
    }

    it('is shown with its end, and in the history too', async () => {
        const { service, ana, id, later } = setUp();
        const view = await service.block(ana, id, { until: later });
        assert.equal(view.block?.until, later.toISOString());
        const [newest] = (await service.history(ana, id)).operations;
        assert.deepEqual([newest?.until, newest?.origin], [later.toISOString(), 'agent']);
    });

    it('is unblocked on the channel and in GoTallo once its time is over, once', async () => {
        const { service, goTallo, ana, id, over } = setUp();
        await service.block(ana, id, { until: over });
        assert.deepEqual(await end(service), []);
        assert.deepEqual(await end(service), []);
        assert.equal(goTallo.truth.isNativeBlocked, false);
        assert.equal(goTallo.truth.state, 'OPEN');
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle', 'toggle', 'OPEN']);
        const { operations } = await service.history(ana, id);
        assert.deepEqual(
            operations.map(({ kind, origin, by, outcome }) => [kind, origin, by?.name ?? null, outcome]),
            [
                ['unblock', 'timer', null, 'confirmed'],
                ['block', 'agent', 'Ana Silva', 'confirmed']
            ]
        );
        const view = await service.view(ana, id);
        assert.deepEqual([view.state, view.block, view.undo], ['OPEN', null, null]);
    });

    it('is ended by one of two processes that come at the same time', async () => {
        const { service, goTallo, journal, ana, id, over } = setUp();
        await service.block(ana, id, { until: over });
        const other = serviceWith({ goTallo, journal });
        await Promise.all([end(service), end(other), end(service)]);
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'toggle', 'toggle', 'OPEN']);
    });

    it('lasts while its time is not over', async () => {
        const { service, goTallo, ana, id, later } = setUp();
        await service.block(ana, id, { until: later });
        await end(service);
        assert.equal(goTallo.truth.state, 'BLOCKED');
    });

    for (const [what, until] of [
        ['lengthened', () => at(HOUR_MS)],
        ['given no end', () => null]
    ] as const) {
        it(`does not end at the old time when it was ${what}`, async () => {
            const { service, goTallo, ana, sue, id, over } = setUp();
            await service.block(ana, id, { reason: 'Spam', until: over });
            const { block } = await service.block(sue, id, { until: until() });
            assert.deepEqual([block?.by.name, block?.reason], ['Ana Silva', 'Spam']);
            await end(service);
            assert.equal(goTallo.truth.state, 'BLOCKED');
        });
    }

    it('ends at the new time when it was shortened', async () => {
        const { service, goTallo, ana, id, over, later } = setUp();
        await service.block(ana, id, { until: later });
        await service.block(ana, id, { until: over });
        await end(service);
        assert.equal(goTallo.truth.state, 'OPEN');
    });

    it('keeps its end when a repeat does not speak of it', async () => {
        const { service, ana, id, later } = setUp();
        await service.block(ana, id, { until: later });
        const { block } = await service.block(ana, id, { note: 'again' });
        assert.equal(block?.until, later.toISOString());
    });

    it('has no end anymore once somebody unblocked, blocked anew or not', async () => {
        const { service, goTallo, ana, id, over } = setUp();
        await service.block(ana, id, { until: over });
        await service.unblock(ana, id);
        await service.block(ana, id, { reason: 'Fraud' });
        await end(service);
        assert.equal(goTallo.truth.state, 'BLOCKED');
    });

    it('is taken up by nobody else while it is in our hands', async () => {
        const { service, journal, ana, id, over } = setUp();
        await service.block(ana, id, { until: over });
        assert.deepEqual(
            (await journal.claimDueEnds(10)).map(({ conversationId }) => conversationId),
            [id]
        );
        assert.deepEqual(await journal.claimDueEnds(10), []);
    });

    it('does not end while a command for a later end waits to be tried again', async () => {
        const { service, goTallo, ana, id, over, later } = setUp();
        await service.block(ana, id, { until: over });
        goTallo.fates = ['request lost'];
        await assert.rejects(service.block(ana, id, { until: later }), hasCode('gotallo-timeout'));
        await end(service);
        assert.equal(goTallo.truth.state, 'BLOCKED');
    });

    it('ends though it never was confirmed, when its time is over', async () => {
        const { service, goTallo, ana, id, over } = setUp('telegram');
        goTallo.fates = ['answer lost'];
        await assert.rejects(service.block(ana, id, { until: over }), hasCode('gotallo-timeout'));
        assert.deepEqual(await end(service), []);
        assert.equal(goTallo.truth.state, 'OPEN');
    });

    it('stays blocked and says so when GoTallo refuses, and is not asked for again at once', async () => {
        const { service, goTallo, ana, id, over } = setUp('telegram');
        await service.block(ana, id, { until: over });
        goTallo.fates = ['refused'];
        assert.equal((await end(service)).length, 1);
        assert.deepEqual(await end(service), []);
        const view = await service.view(ana, id);
        assert.deepEqual([view.state, view.block?.until], ['BLOCKED', over.toISOString()]);
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'OPEN']);
    });

    it('does not toggle a channel whose block is not known', async () => {
        const { service, goTallo, ana, id, over } = setUp();
        goTallo.fates = ['answered', 'answer lost'];
        await service.block(ana, id, { until: over });
        await end(service);
        const view = await service.view(ana, id);
        assert.deepEqual([view.state, view.nativeBlock.status], ['OPEN', 'unconfirmed']);
        assert.equal(goTallo.toggles, 1);
    });

    it('leaves the state alone when the block was ended elsewhere before', async () => {
        const { service, goTallo, journal, ana, id, over } = setUp('telegram');
        await service.block(ana, id, { until: over });
        goTallo.truth.state = 'CLOSED';
        await journal.recordFindings(id, () => ({
            observedState: { state: 'CLOSED', at: at(15_000), source: 'webhook' }
        }));
        await end(service);
        assert.equal(goTallo.truth.state, 'CLOSED');
    });

    it('waits while GoTallo is given a rest', async () => {
        const { service, goTallo, ana, id, over } = setUp();
        await service.block(ana, id, { until: over });
        goTallo.rest = 5;
        await end(service);
        assert.equal(goTallo.truth.state, 'BLOCKED');
        goTallo.rest = null;
        await end(service);
        assert.equal(goTallo.truth.state, 'OPEN');
    });

    it('has no end anymore when somebody blocks anew after its time is over', async () => {
        const { service, goTallo, journal, ana, sue, id, over } = setUp('telegram');
        await service.block(ana, id, { reason: 'Spam', until: over });
        const today = serviceWith({ goTallo, journal });
        const { block } = await today.block(sue, id, { note: 'still at it' });
        assert.deepEqual([block?.by.name, block?.reason, block?.until], [SUPERVISOR.name, null, null]);
        await end(service);
        assert.equal(goTallo.truth.state, 'BLOCKED');
    });

    it('does not pass its end on to whoever blocks while it is being ended', async () => {
        const { service, goTallo, ana, sue, id, over } = setUp();
        await service.block(ana, id, { until: over });
        // The channel is unblocked, and GoTallo does not answer anymore.
        goTallo.fates = ['answered', 'request lost'];
        await end(service);
        const { block } = await service.block(sue, id, { reason: 'Abuse' });
        assert.deepEqual([block?.by.name, block?.reason, block?.until], [SUPERVISOR.name, 'Abuse', null]);
        await end(service);
        assert.deepEqual([goTallo.truth.state, goTallo.truth.isNativeBlocked], ['BLOCKED', true]);
    });

    for (const fate of ['refused', 'not sent'] as const) {
        it(`is as it was, and still ends, when blocking anew after its time is ${fate}`, async () => {
            const { service, goTallo, journal, ana, sue, id, over } = setUp('telegram');
            await service.block(ana, id, { reason: 'Spam', note: 'crypto links', until: over });
            goTallo.fates = [fate];
            const today = serviceWith({ goTallo, journal });
            await assert.rejects(today.block(sue, id, { reason: 'Abuse', until: at(HOUR_MS) }));
            const { block } = await service.view(ana, id);
            assert.deepEqual(
                [block?.by.name, block?.reason, block?.note, block?.until],
                ['Ana Silva', 'Spam', 'crypto links', over.toISOString()]
            );
            await end(service);
            assert.equal(goTallo.truth.state, 'OPEN');
        });
    }

    it('has the channel asked again by the next block when it had refused the last one', async () => {
        const { service, goTallo, ana, id, over } = setUp();
        goTallo.fates = ['answered', 'refused'];
        await service.block(ana, id, { until: over });
        await end(service);
        assert.equal((await service.view(ana, id)).nativeBlock.status, 'not-blocked');
        assert.equal((await service.block(ana, id, {})).nativeBlock.status, 'blocked');
    });

    it('is lifted on the channel as well where GoTallo can tell that it blocks', async () => {
        const { service, goTallo, journal, ana, id, over } = setUp();
        goTallo.fates = ['answered', 'answer lost'];
        await service.block(ana, id, { until: over });
        goTallo.reads = 'state-and-native-block';
        const patient = serviceWith({ goTallo, journal, timing: { inFlightMs: 0 } });
        await end(patient);
        assert.deepEqual([goTallo.truth.state, goTallo.truth.isNativeBlocked], ['OPEN', false]);
    });

    it('is over for good once GoTallo says that it was ended elsewhere', async () => {
        const { service, goTallo, ana, id, over } = setUp('telegram');
        await service.block(ana, id, { until: over });
        goTallo.reads = 'state';
        goTallo.truth.state = 'EXPIRED';
        assert.deepEqual(await end(service), []);
        assert.deepEqual(goTallo.sent, ['BLOCKED']);
        const [newest] = (await service.history(ana, id)).operations;
        assert.deepEqual([newest?.kind, newest?.target, newest?.origin], ['unblock', 'EXPIRED', 'observation']);
    });

    it('is not set again after its time by a command that never got an answer', async () => {
        const { service, goTallo, journal, ana, id, over } = setUp();
        goTallo.fates = ['request lost', 'refused'];
        const soon = serviceWith({ goTallo, journal, timing: { recoveryMs: 0 }, now: () => at(-2 * HOUR_MS) });
        await assert.rejects(soon.block(ana, id, { until: over }), hasCode('gotallo-timeout'));
        await end(service);
        await service.recover(() => {});
        assert.deepEqual(goTallo.sent, ['BLOCKED', 'OPEN']);
    });

    it('keeps a later end that was asked for and had no answer when a colleague only adds a note', async () => {
        const { service, goTallo, ana, sue, id, over, later } = setUp('telegram');
        await service.block(ana, id, { until: over });
        goTallo.fates = ['request lost'];
        await assert.rejects(service.block(ana, id, { until: later }), hasCode('gotallo-timeout'));
        const { block } = await service.block(sue, id, { note: 'still at it' });
        assert.deepEqual([block?.until, block?.note], [later.toISOString(), 'still at it']);
    });

    it('is refused when its end is not in the future, and nothing is sent', async () => {
        const { service, goTallo, ana, id } = setUp();
        await assert.rejects(service.block(ana, id, { until: at(-3 * HOUR_MS) }), hasCode('end-in-past'));
        assert.deepEqual(goTallo.sent, []);
    });
});

describe('judging whether the time of a block is over', () => {
    const now = new Date(Date.UTC(2026, 10, 22, 12));
    const before = new Date(now.getTime() - 1);
    const later = new Date(now.getTime() + 1);
    const end = { conversationId: newConversation(), blockId: openBlock().id, at: now };
    const confirmedState = { state: 'BLOCKED', at: before } as const;
    const judged = (known: Parameters<typeof snapshot>[0]) =>
        judgeEnd(end, snapshot({ confirmedState, ...known }), { isNative: true, now });

    it('unblocks to OPEN when it is', () => {
        for (const until of [before, now]) {
            const judgement = judged({ openBlock: openBlock({ until }) });
            assert.deepEqual('command' in judgement && judgement.command, { kind: 'unblock', state: 'OPEN' });
        }
    });

    for (const [what, known] of Object.entries({
        'the block was lengthened since': { openBlock: openBlock({ until: later }) },
        'the block has no end anymore': { openBlock: openBlock({ until: null }) },
        'it is another block by now': { openBlock: openBlock({ id: newConversation(), until: before }) },
        'there is no block anymore': { openBlock: null },
        'a later end was asked for, and has no answer yet': {
            openBlock: openBlock({ until: before }),
            unfinished: unfinished({
                command: { kind: 'block', state: 'BLOCKED', terms: { until: later } },
                isLeased: false
            })
        },
        'no end was asked for, which has no answer yet': {
            openBlock: openBlock({ until: before }),
            unfinished: unfinished({
                command: { kind: 'block', state: 'BLOCKED', terms: { until: null } },
                isLeased: false
            })
        },
        'an unblock is on its way already': {
            openBlock: openBlock({ until: before }),
            unfinished: unfinished({ command: { kind: 'unblock', state: 'OPEN' }, isLeased: false })
        }
    })) {
        it(`does nothing when ${what}`, () => {
            assert.deepEqual(judged(known), { decline: 'nothing-to-do' });
        });
    }

    it('unblocks when only a new note is on its way', () => {
        const command = { kind: 'block', state: 'BLOCKED', terms: { note: 'again' } } as const;
        const judgement = judged({
            openBlock: openBlock({ until: before }),
            unfinished: unfinished({ command, isLeased: false })
        });
        assert.ok('command' in judgement);
    });
});
