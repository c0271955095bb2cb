import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, it } from 'node:test';
import { Failure } from '../../src/lib/failure.ts';
import { callerWhoSees } from '../support/caller.ts';
import { journalWith, newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith } from '../support/service.ts';
import { message } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';
import { until } from '../support/until.ts';

/** How long Block User may still take effect where a test waits until that is over. */
const IN_FLIGHT_MS = 100;
const COMMAND = { reason: 'Spam' };

describe('what the model found', () => {
    const brief = storeForFile({ leaseMs: 4 * IN_FLIGHT_MS });

    function setUp(reads: TrueGoTallo['reads'], evidenceSeconds: number, inFlightMs: number) {
        const timing = { recoveryMs: 0, inFlightMs };
        const goTallo = Object.assign(new TrueGoTallo(), { reads });
        const journal = brief.store.journalOf(newConversation());
        const service = serviceWith({ goTallo, journal, evidenceSeconds, timing });
        const recover = () => service.recover(() => {});
        return { goTallo, journal, timing, service, recover, id: newConversation(), ana: callerWhoSees(message()) };
    }

    it('a block that came late is not taken for what others did when the unblock after it is sent again in vain', async () => {
        const { goTallo, service, recover, id, ana } = setUp('state', 0, 1_000);
        goTallo.fates = ['in flight'];
        await assert.rejects(service.block(ana, id, COMMAND), { code: 'gotallo-timeout' });
        assert.equal((await service.unblock(ana, id)).state, null, 'in doubt');
        goTallo.land();
        goTallo.fates = ['request lost'];
        await until(() => goTallo.fates.length === 0, recover);
        await until(async () => (await service.view(ana, id)).state !== null, recover);
        assert.equal(goTallo.truth.state, 'OPEN', 'the last command');
    });

    it('a read from before Block User was sent proves nothing once its process has died', async () => {
        const { goTallo, journal, timing, service, recover, id, ana } = setUp(
            'state-and-native-block',
            30,
            IN_FLIGHT_MS
        );
        const dying = async () => Promise.reject(new Failure('result-not-stored'));
        const dead = serviceWith({ goTallo, journal: journalWith(journal, { complete: dying }), timing });
        // It waits for its turn, as in the queue of calls to GoTallo.
        goTallo.beforeAnswer = async (call) => {
            if (call !== 'toggle') return;
            await wait(IN_FLIGHT_MS + 10);
            await service.view(ana, id);
        };
        await assert.rejects(dead.block(ana, id, COMMAND), { code: 'result-not-stored' });
        assert.equal(goTallo.truth.isNativeBlocked, true);
        await until(async () => (await service.view(ana, id)).state === 'BLOCKED', recover);
        const { nativeBlock } = await service.view(ana, id);
        assert.notEqual(nativeBlock.status, 'not-blocked');
    });
});
