import type { ConversationId } from '../conversations/knowledge/conversation-id.ts';
import type { MessageObservation } from '../conversations/ports.ts';
import type { SalesforceOrg } from './salesforce-org.ts';

/** A request that waits longer than this, for its turn perhaps, asks again. */
const FRESH_MS = 2_000;

/** What is asked of an org in the course of one request. */
export type AgentQuestions = Pick<SalesforceOrg, 'userInfo' | 'heldPermissions' | 'newestMessage'>;

/**
 * The org for one request about one conversation: who asks for permissions gets the newest message asked in the same
 * API call, and who then asks for that message asks nobody.
 */
export function askTogether(org: SalesforceOrg, id: ConversationId): AgentQuestions {
    let told: { message: MessageObservation | null | undefined; askedAt: number } | undefined;
    return {
        userInfo: (token) => org.userInfo(token),
        async heldPermissions(token, names) {
            const askedAt = performance.now();
            const { held, message } = await org.permissionsAndMessage(token, names, id);
            told = { message, askedAt };
            return held;
        },
        async newestMessage(token, conversation) {
            const isFresh = told !== undefined && performance.now() - told.askedAt < FRESH_MS;
            const known = isFresh && conversation === id ? told?.message : undefined;
            told = undefined;
            return known === undefined ? org.newestMessage(token, conversation) : known;
        }
    };
}
