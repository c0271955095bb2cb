import { randomUUID } from 'node:crypto';
import { TENANT_ID } from './gotallo.ts';

/**
 * A message of the customer, a minute ago, as GoTallo's webhook posts it.
 * Source: documentation.gotallo.com/gotallo/webhooks.
 */
export function webhookMessage(conversationId: string, fields: Record<string, unknown> = {}): Record<string, unknown> {
    const time = new Date(Date.now() - 60_000).toISOString();
    const { tenant_id = TENANT_ID } = fields;
    return {
        id: randomUUID(),
        ext_identifier: `wamid.${randomUUID()}`,
        conversation_id: conversationId,
        tenant_id,
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
        tenant: { id: tenant_id, name: 'Acme', org_id: null },
        chat_user: { id: randomUUID(), username: 'maria', first_name: 'Maria', last_name: 'Lopez' },
        ...fields
    };
}
