import { z } from 'zod';
import { noLaterThan, storable } from '../lib/bounded-time.ts';
import { parseConversationId as parseUuid } from '../conversations/knowledge/conversation-id.ts';
import type { WebhookObservation } from '../conversations/ports.ts';
import { readState } from './state-numbers.ts';

const MAX_NAME_LENGTH = 200;

const uuid = z
    .string()
    .transform(parseUuid)
    .pipe(z.custom<NonNullable<ReturnType<typeof parseUuid>>>((id) => id));
const time = z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine((at) => at.getTime() > 0);
const name = z.string().nullish().catch(null);

/** What we need of a message event; whatever else there is, and of whatever type, does not matter. */
const message = z.object({
    id: z.string().regex(/^[\x21-\x7e]{1,100}$/),
    conversation_id: uuid,
    tenant_id: uuid,
    timestamp: time.nullish().catch(null),
    modified_timestamp: time.nullish().catch(null),
    outbound: z.unknown().optional(),
    platform: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^\w{1,40}$/)
        .nullish()
        .catch(null),
    conversation_state: z.unknown().optional(),
    chat_user: z.object({ first_name: name, last_name: name, username: name }).nullish().catch(null)
});
type Message = z.infer<typeof message>;

/**
 * Reads the JSON of GoTallo's message webhook.
 * Source: documentation.gotallo.com/gotallo/webhooks.
 * @param receivedAt no time of the message is later than it
 * @returns the GoTallo tenant, as a dashed, lower-case UUID, and the message; null when its id, conversation, tenant, or
 * both its times are missing or not readable
 */
export function readWebhookMessage(
    body: unknown,
    receivedAt: Date
): { tenantId: string; notice: WebhookObservation } | null {
    const { data } = message.safeParse(body);
    const modifiedAt = data?.modified_timestamp ?? data?.timestamp;
    if (!data || !modifiedAt) return null;
    const notice: WebhookObservation = {
        id: data.id,
        conversationId: data.conversation_id,
        writtenAt: noLaterThan(receivedAt, data.timestamp ?? modifiedAt),
        modifiedAt: noLaterThan(receivedAt, modifiedAt),
        toldModifiedAt: storable(modifiedAt),
        isInbound: data.outbound === false,
        state: readState(data.conversation_state),
        channel: data.platform ?? null,
        customerName: nameOf(data.chat_user)
    };
    return { tenantId: data.tenant_id, notice };
}

function nameOf(user: Message['chat_user']): string | null {
    const full = [user?.first_name, user?.last_name].map(asName).filter(Boolean).join(' ');
    return asName(full) || asName(user?.username) || null;
}

/** Without what no name holds and Postgres cannot store. */
function asName(text: string | null | undefined): string {
    const clean = (text ?? '').toWellFormed().replaceAll('\0', '').trim();
    return Array.from(clean).slice(0, MAX_NAME_LENGTH).join('').trim();
}
