import type { ConversationId } from '../conversations/conversation-id.ts';
import type { MessageEvidence } from '../conversations/ports.ts';
import type { SalesforceOrg } from './salesforce-org.ts';

/** What is asked of an org in the course of one request. */
export type AgentQuestions = Pick<SalesforceOrg, 'userInfo' | 'heldPermissions' | 'newestMessage'>;

/**
 * The org for one request about one conversation: who asks for permissions gets the newest message asked in the same
 * API call, and who then asks for that message asks nobody.
 */
export function askTogether(org: SalesforceOrg, id: ConversationId): AgentQuestions {
    let told: MessageEvidence | null | undefined;
    return {
        userInfo: (token) => org.userInfo(token),
        async heldPermissions(token, names) {
            const { held, message } = await org.permissionsAndMessage(token, names, id);
            told = message;
            return held;
        },
        async newestMessage(token, conversation) {
            const known = conversation === id ? told : undefined;
            told = undefined;
            return known === undefined ? org.newestMessage(token, conversation) : known;
        }
    };
}
