import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { callerWhoSees } from '../support/caller.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
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
});
