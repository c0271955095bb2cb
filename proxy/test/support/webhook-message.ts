import { randomUUID } from 'node:crypto';
import type { ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import { TENANT_ID } from './running-app.ts';

/** A message as GoTallo's webhook posts it. */
export type WebhookMessage = Record<string, unknown>;

/** A message of the customer, a minute ago, with the members that documentation.gotallo.com/gotallo/webhooks shows. */
export function webhookMessage(conversationId: ConversationId, fields: WebhookMessage = {}): WebhookMessage {
    const time = new Date(Date.now() - 60_000).toISOString();
    return {
        id: randomUUID(),
        ext_identifier: 'wamid.HBgL',
        conversation_id: conversationId,
        tenant_id: TENANT_ID,
        agent_id: null,
        agent: null,
        timestamp: time,
        modified_timestamp: time,
        type: 'TEXT',
        status: 'RECEIVED',
        outbound: false,
        text: 'Hello?',
        file: null,
        auxiliary_data: {},
        quote: null,
        template: null,
        platform: 'WHATSAPP',
        platform_id: randomUUID(),
        conversation_state: 'CLOSED',
        tenant: { id: TENANT_ID, name: 'Acme', org_id: null },
        chat_user: { id: randomUUID(), username: 'maria', first_name: 'Maria', last_name: 'Lopez' },
        ...fields
    };
}
