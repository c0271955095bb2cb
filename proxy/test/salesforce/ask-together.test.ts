import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConversationId, type ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import type { MessageObservation } from '../../src/conversations/ports.ts';
import { askTogether } from '../../src/salesforce/ask-together.ts';
import type { SalesforceOrg } from '../../src/salesforce/salesforce-org.ts';

const ID = parseConversationId('6f9619ff8b86d011b42d00c04fc964ff') as ConversationId;
const OTHER = parseConversationId('00000000000040008000000000000000') as ConversationId;
const TOLD: MessageObservation = {
    state: 'OPEN',
    at: new Date(0),
    medium: 'whatsapp',
    customerName: 'Mia',
    lastInboundAt: null
};
const ASKED: MessageObservation = { ...TOLD, state: 'CLOSED' };

/** An org that notes what it is asked; `message` is what the common call tells. */
function org(message: MessageObservation | null | undefined) {
    const calls: string[] = [];
    const asked: SalesforceOrg = {
        userInfo: async () => assert.fail('nobody asked who it is'),
        heldPermissions: async () => assert.fail('permissions are asked together with the message'),
        newestMessage: async () => (calls.push('message'), ASKED),
        permissionsAndMessage: async () => (calls.push('both'), { held: new Set(['P']), message }),
        reachable: async () => true
    };
    return { calls, questions: askTogether(asked, ID) };
}

describe('askTogether', () => {
    for (const message of [TOLD, null]) {
        it(`has asked for the message along with the permissions (${message?.state ?? 'none'})`, async () => {
            const { calls, questions } = org(message);
            assert.deepEqual([...(await questions.heldPermissions('token', ['P']))], ['P']);
            assert.equal(await questions.newestMessage('token', ID), message);
            assert.deepEqual(calls, ['both']);
        });
    }

    it('asks for the message alone when nobody asked for permissions', async () => {
        const { calls, questions } = org(TOLD);
        assert.equal(await questions.newestMessage('token', ID), ASKED);
        assert.deepEqual(calls, ['message']);
    });

    it('asks again when the part with the message failed', async () => {
        const { calls, questions } = org(undefined);
        await questions.heldPermissions('token', ['P']);
        assert.equal(await questions.newestMessage('token', ID), ASKED);
        assert.deepEqual(calls, ['both', 'message']);
    });

    it('does not give what it was told about one conversation for another', async () => {
        const { questions } = org(TOLD);
        await questions.heldPermissions('token', ['P']);
        assert.equal(await questions.newestMessage('token', OTHER), ASKED);
    });

    it('does not give the same answer twice, since the second asks for news', async () => {
        const { questions } = org(TOLD);
        await questions.heldPermissions('token', ['P']);
        await questions.newestMessage('token', ID);
        assert.equal(await questions.newestMessage('token', ID), ASKED);
    });
});
