import { z } from 'zod';
import { withoutDashes, type ConversationId } from '../conversations/knowledge/conversation-id.ts';
import type { MessageObservation } from '../conversations/ports.ts';
import { parseState } from '../conversations/knowledge/states.ts';
import { messageTime } from './message-time.ts';
import { soqlList } from './soql.ts';

/** Enough to find one of the customer's own messages behind a few answers. */
const LIMIT = 10;

/** Values come as text, number or flag, and GoTallo's Bulk loads leave `#N/A` where a value is empty. */
const value = z
    .union([z.string(), z.number(), z.boolean()])
    .nullish()
    .transform((raw) => {
        const text = raw == null ? '' : String(raw).trim();
        return text === '' || text === '#N/A' ? null : text;
    });

const row = z.object({
    Social25__Conversation_State__c: value,
    Social25__Conversation_Medium__c: value,
    Social25__Timestamp__c: value,
    Social25__Outbound__c: value,
    Social25__User_Full_Name__c: value,
    Social25__User_First_Name__c: value,
    Social25__User_Last_Name__c: value,
    CreatedDate: z.string()
});

const answer = z.object({ records: z.array(row) });

/** Asks for the newest Heroku Messages of a conversation; the id is stored with or without dashes. */
export function newestMessagesQuery(id: ConversationId): string {
    return (
        `SELECT ${Object.keys(row.shape).join(', ')} FROM Social25__Heroku_Message__c ` +
        `WHERE Social25__Chat_Identifier__c IN ${soqlList([id, withoutDashes(id)])} ` +
        `ORDER BY CreatedDate DESC LIMIT ${LIMIT}`
    );
}

/**
 * What the newest messages tell of their conversation; null when there are none. Throws on another shape.
 * @param now no time that they tell is later
 */
export function parseObservation(body: unknown, now = new Date()): MessageObservation | null {
    const told = answer.parse(body).records.map((fields) => toMessage(fields, now));
    const messages = told.toSorted((a, b) => b.at.getTime() - a.at.getTime());
    const [newest] = messages;
    if (!newest) return null;
    const inbound = messages.filter((message) => message.inbound);
    return {
        state: newest.state,
        at: newest.at,
        medium: messages.find((message) => message.medium)?.medium ?? null,
        // The name on an outbound message might be the agent's, so the customer's own messages come first.
        customerName: [...inbound, ...messages].find((message) => message.userName)?.userName ?? null,
        lastInboundAt: inbound[0]?.at ?? null
    };
}

function toMessage(fields: z.output<typeof row>, now: Date) {
    const parts = [fields.Social25__User_First_Name__c, fields.Social25__User_Last_Name__c];
    return {
        state: parseState(fields.Social25__Conversation_State__c ?? ''),
        at: messageTime(fields.Social25__Timestamp__c, fields.CreatedDate, now),
        medium: fields.Social25__Conversation_Medium__c,
        inbound: /^(?:0|false)$/i.test(fields.Social25__Outbound__c ?? ''),
        userName: fields.Social25__User_Full_Name__c ?? (parts.filter((part) => part !== null).join(' ') || null)
    };
}
