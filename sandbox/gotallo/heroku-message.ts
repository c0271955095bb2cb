import type { FieldValue } from '../org/record-store.ts';
import { nameOf, type ChatMessage, type Conversation } from './conversation.ts';

/** Fields of the Heroku Message that GoTallo creates for a message; ids come without dashes, the medium lower-case. */
export function herokuMessageOf(conversation: Conversation, message: ChatMessage): Record<string, FieldValue> {
    const { customer, id, medium, state } = conversation;
    const fields: Record<string, FieldValue> = {
        Identifier: withoutDashes(message.id),
        Text: message.text,
        Outbound: message.outbound,
        Agent_Identifier: message.outbound ? message.author : null,
        Timestamp: message.at,
        Chat_Identifier: withoutDashes(id),
        Conversation_Medium: medium,
        Conversation_State: state,
        Platform_Identifier: '104815162342108',
        User_First_Name: customer.firstName,
        User_Last_Name: customer.lastName,
        User_Full_Name: nameOf(customer),
        User_Phone_Number: customer.phone,
        User_Active: true
    };
    return Object.fromEntries(Object.entries(fields).map(([name, value]) => [`Social25__${name}__c`, value]));
}

/** A UUID as Salesforce stores it: 32 hex digits. */
export function withoutDashes(id: string): string {
    return id.replaceAll('-', '');
}
