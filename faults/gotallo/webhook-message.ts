import { randomUUID } from 'node:crypto';
import type { ConversationState } from '#contract';

/**
 * The payload of a message webhook for a message that the customer wrote just now.
 * Source: documentation.gotallo.com/gotallo/webhooks; members that nobody reads here are few or left out.
 */
export function webhookMessage(tenantId: string, conversationId: string, state: ConversationState, at: number): object {
    const time = new Date(at).toISOString();
    return {
        id: randomUUID(),
        ext_identifier: `wamid.${randomUUID()}`,
        conversation_id: conversationId,
        tenant_id: tenantId,
        agent_id: null,
        agent: null,
        timestamp: time,
        modified_timestamp: time,
        type: 'TEXT',
        status: 'RECEIVED',
        outbound: false,
        text: 'Hello?',
        file: null,
        metadata: {},
        platform: 'WHATSAPP',
        conversation_state: state,
        tenant: { id: tenantId, name: 'Acme', org_id: null },
        chat_user: { id: randomUUID(), username: 'maria', first_name: 'Maria', last_name: 'Lopez', phone_number: null }
    };
}
