import { ORGANIZATION_ID } from '../org/users.ts';
import type { ChatMessage, Conversation } from './conversation.ts';

const AGENT_ID = '5b0f6a0e-3c7b-4f0e-9a53-0f4bb1a5f0c2';
const PLATFORM_ID = 'c4b5d4f0-6a39-4b5c-8d9d-2f7f6f0b9a11';

/** The payload of GoTallo's message webhook (documentation.gotallo.com/gotallo/webhooks) for a message of now. */
export function webhookPayload(conversation: Conversation, message: ChatMessage, tenantId: string): object {
    const { customer, id, medium, state } = conversation;
    const { at, author, outbound, text } = message;
    return {
        id: message.id,
        ext_identifier: `ext.${message.id}`,
        conversation_id: id,
        tenant_id: tenantId,
        agent_id: AGENT_ID,
        agent: outbound ? { id: AGENT_ID, name: author } : null,
        timestamp: at,
        modified_timestamp: at,
        type: 'TEXT',
        status: outbound ? 'SENT' : 'RECEIVED',
        outbound,
        text,
        file: null,
        file_type: null,
        mime_type: null,
        media_title: null,
        auxiliary_data: {},
        custom_data: {},
        metadata: {},
        transcribe_enabled: false,
        transcribe_in_progress: false,
        count_as_inbound: !outbound,
        quote: null,
        template: null,
        platform: medium.toUpperCase(),
        platform_id: PLATFORM_ID,
        conversation_state: state,
        tenant: { id: tenantId, name: 'Sandbox', org_id: ORGANIZATION_ID },
        chat_user: {
            // Each conversation here is with a person of its own.
            id,
            username: `${customer.firstName}.${customer.lastName}`.toLowerCase(),
            first_name: customer.firstName,
            last_name: customer.lastName,
            phone_number: customer.phone
        }
    };
}
