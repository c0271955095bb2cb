import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationId } from '../../../src/conversations/knowledge/conversation-id.ts';
import {
    exclusionFound,
    type BlockedConversation,
    type ExclusionFacts,
    type SyncedInbound
} from '../../../src/conversations/knowledge/exclusion.ts';
import { newConversation } from '../../support/journal.ts';

const BLOCKED_AT = new Date('2026-11-22T10:00:00Z');
const NOW = new Date('2026-11-22T12:00:00Z');

function after(seconds: number): Date {
    return new Date(BLOCKED_AT.getTime() + seconds * 1000);
}

function blocked(lastInboundAt: Date | null = null): BlockedConversation {
    return { id: newConversation(), blockedAt: BLOCKED_AT, lastInboundAt };
}

function synced(...rows: [{ id: ConversationId }, Date | null][]): SyncedInbound {
    return new Map(rows.map(([{ id }, at]) => [id, at]));
}

function found(facts: Partial<ExclusionFacts>) {
    return exclusionFound({ isConfigured: true, blocked: [], synced: new Map(), letter: 'Dear', now: NOW, ...facts });
}

describe('whether BLOCKED is excluded from syncing', () => {
    it('is not proven without a blocked conversation, however it is configured', () => {
        assert.deepEqual([found({}).code, found({ isConfigured: false }).code], ['notProven', 'notConfigured']);
    });

    it('is refuted by what a customer wrote after the block, with the letter to send', () => {
        const [one, other] = [blocked(), blocked()];
        for (const isConfigured of [true, false]) {
            const finding = found({
                isConfigured,
                blocked: [one, other],
                synced: synced([one, after(60)], [other, after(30)])
            });
            assert.deepEqual([finding.status, finding.code, finding.letter], ['error', 'leaks', 'Dear']);
            assert.deepEqual(finding.facts, [2, { at: after(60).toISOString() }]);
        }
    });

    it('is not refuted by what came within the time that clocks may differ, or before', () => {
        const one = blocked();
        for (const seconds of [-3600, 0, 10]) {
            assert.equal(found({ blocked: [one], synced: synced([one, after(seconds)]) }).code, 'notProven');
        }
    });

    it('is shown by a message that GoTallo told of and Salesforce never got', () => {
        const one = blocked(after(60));
        const finding = found({ blocked: [one], synced: synced([one, after(-60)]) });
        assert.deepEqual([finding.status, finding.code, finding.letter], ['ok', 'holds', undefined]);
        assert.deepEqual(finding.facts, [1, { at: after(60).toISOString() }]);
    });

    it('is not shown by one that may still be on its way', () => {
        const one = blocked(new Date(NOW.getTime() - 60_000));
        assert.equal(found({ blocked: [one], synced: synced([one, null]) }).code, 'notProven');
    });

    it('is not shown to somebody who sees no message of that conversation, or none at all', () => {
        const one = blocked(after(60));
        assert.equal(found({ blocked: [one], synced: new Map() }).code, 'notProven');
        assert.equal(found({ blocked: [one], synced: null }).code, 'notProven');
    });

    it('is said to be, though it is not configured, where it is shown', () => {
        const one = blocked(after(60));
        const finding = found({ isConfigured: false, blocked: [one], synced: synced([one, null]) });
        assert.deepEqual([finding.status, finding.code], ['warning', 'holdsUnsaid']);
    });

    it('is refuted by one leak, whatever else stayed out', () => {
        const [leaking, kept] = [blocked(), blocked(after(60))];
        const rows = synced([leaking, after(60)], [kept, null]);
        assert.equal(found({ blocked: [leaking, kept], synced: rows }).code, 'leaks');
    });
});
