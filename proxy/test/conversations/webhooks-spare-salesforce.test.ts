import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { webhookMessage } from '../../../fakes/webhook-message.ts';
import { readWebhookMessage } from '../../src/gotallo/webhook-message.ts';
import { callerWhoSees } from '../support/caller.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { serviceWith } from '../support/service.ts';
import { message } from '../support/snapshot.ts';
import { TrueGoTallo } from '../support/true-gotallo.ts';

const FRESH_SECONDS = 30;

describe('while webhooks tell what is new, Salesforce', () => {
    const file = storeForFile();

    /** A conversation that is looked at whenever the clock is moved, and how often Salesforce was asked by then. */
    function lookedAt(t: TestContext) {
        t.mock.timers.enable({ apis: ['setTimeout'] });
        let now = 1_000_000;
        t.mock.method(performance, 'now', () => now);
        const id = newConversation();
        const journal = file.store.journalOf('acme');
        const service = serviceWith({ goTallo: new TrueGoTallo(), journal, evidenceSeconds: FRESH_SECONDS });
        const caller = callerWhoSees(message());
        return {
            async askedAfter(seconds: number): Promise<number> {
                now += seconds * 1000;
                t.mock.timers.tick(1); // the cache looks at the clock once a millisecond
                await service.view(caller, id);
                return caller.asked;
            },
            async webhook(): Promise<void> {
                const read = readWebhookMessage(webhookMessage(id), new Date());
                await service.observeWebhook(read?.notice ?? assert.fail('no message'));
            }
        };
    }

    it('is asked as often as ever about a conversation of which no webhook told', async (t) => {
        const { askedAfter } = lookedAt(t);
        assert.deepEqual([await askedAfter(0), await askedAfter(29), await askedAfter(2)], [1, 1, 2]);
    });

    it('is asked ten times more rarely', async (t) => {
        const { askedAfter, webhook } = lookedAt(t);
        await webhook();
        assert.deepEqual([await askedAfter(0), await askedAfter(31), await askedAfter(268)], [1, 1, 1]);
        assert.equal(await askedAfter(2), 2);
    });

    it('is asked as often as ever again once no webhook came for ten minutes', async (t) => {
        const { askedAfter, webhook } = lookedAt(t);
        await webhook();
        assert.equal(await askedAfter(601), 1);
        assert.equal(await askedAfter(31), 2);
    });
});
