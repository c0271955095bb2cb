import { randomUUID } from 'node:crypto';
import { nameOf, type ChatMessage, type Conversation } from '../gotallo/conversation.ts';
import { herokuMessageOf, withoutDashes } from '../gotallo/heroku-message.ts';
import type { LocalGoTallo } from '../gotallo/local-gotallo.ts';
import { newMessage } from '../gotallo/new-message.ts';
import type { LocalOrg } from '../org/org.ts';
import { salesforceId } from '../org/salesforce-id.ts';
import { AGENTS } from '../org/users.ts';
import { PEOPLE, type SeedPerson } from './people.ts';

/** A seeded record. Its id stays the same over resets; its conversation is a new one each time. */
export interface SeededRecord {
    recordId: string;
    object: string;
    person: SeedPerson;
    /** Dashed UUID; null: the record has none. */
    conversationId: string | null;
}

/** Where seeded things go. */
interface Places {
    org: LocalOrg;
    gotallo: LocalGoTallo;
}

const OWNER_ID = AGENTS[0]?.id ?? '';

/**
 * Empties the org and GoTallo and fills them again. Conversations get new ids, so that whatever a proxy
 * remembers of the old ones does not matter.
 */
export function seed(org: LocalOrg, gotallo: LocalGoTallo): SeededRecord[] {
    const now = org.records.now();
    org.reset();
    gotallo.reset();
    org.records.insert(
        'Account',
        { Name: 'Northwind Traders', Phone: '31201234567', OwnerId: OWNER_ID },
        salesforceId('001', 1)
    );
    return PEOPLE.map((person, index) => seedPerson(person, index + 1, now, { org, gotallo }));
}

function seedPerson(person: SeedPerson, number: number, now: number, { org, gotallo }: Places): SeededRecord {
    const conversation = person.state === null ? null : conversationOf(person, person.state, now);
    if (conversation) gotallo.add(conversation);
    const conversationId = conversation?.id ?? null;
    const firstMessageId = conversation && person.synced ? syncAll(conversation, number, org) : null;
    const recordId = firstMessageId && person.object === 'Social25__Heroku_Message__c' ? firstMessageId : null;
    return {
        recordId: recordId ?? insertRecord(person, number, conversationId, org),
        object: person.object,
        person,
        conversationId
    };
}

function conversationOf(
    { customer, medium, lines }: SeedPerson,
    state: Conversation['state'],
    now: number
): Conversation {
    const messages = lines.map(([minutesAgo, direction, text]) => {
        const at = new Date(now - minutesAgo * 60_000);
        const outbound = direction === '>';
        return newMessage(outbound ? 'Ana Silva' : nameOf(customer), text, outbound, at);
    });
    return { id: randomUUID(), medium, customer, state, isNativeBlocked: false, messages };
}

/** Heroku Messages tell the state at their time; before a block the conversation was open. */
function syncAll(conversation: Conversation, number: number, org: LocalOrg): string {
    const last = conversation.messages.length - 1;
    const ids = conversation.messages.map((message, index) => {
        const state = conversation.state === 'BLOCKED' || index < last ? 'OPEN' : conversation.state;
        return insertMessage({ ...conversation, state }, message, number * 100 + index, org);
    });
    return ids[0] ?? '';
}

function insertMessage(conversation: Conversation, message: ChatMessage, number: number, org: LocalOrg): string {
    message.synced = true;
    const values = { ...herokuMessageOf(conversation, message), CreatedDate: message.at };
    return org.records.insert('Social25__Heroku_Message__c', values, salesforceId('a0B', number)).Id;
}

function insertRecord(person: SeedPerson, number: number, conversationId: string | null, org: LocalOrg): string {
    const { firstName, lastName, phone } = person.customer;
    const id = conversationId && withoutDashes(conversationId);
    const who = { Name: nameOf(person.customer), FirstName: firstName, LastName: lastName, Phone: phone };
    const owned = { OwnerId: OWNER_ID, CreatedDate: created(person, org.records.now()) };
    if (person.object === 'Lead') {
        const lead = { ...who, Company: person.company, LeadSource: person.medium, Status: 'Working' };
        const values = { ...lead, ...owned, Social25__Heroku_Conversation_Id__c: id };
        return org.records.insert('Lead', values, salesforceId('00Q', number)).Id;
    }
    const contact = { ...who, ...owned, GoTallo_Conversation_Id__c: id };
    const { Id: contactId } = org.records.insert('Contact', contact, salesforceId('003', number));
    const subject = { CaseNumber: `0000${1020 + number}`, Subject: 'Wrong address on the invoice', Origin: 'Social' };
    const values = { ...subject, ...owned, Status: 'Working', Priority: 'Medium', ContactId: contactId };
    return org.records.insert('Case', values, salesforceId('500', number)).Id;
}

function created({ lines }: SeedPerson, now: number): string {
    return new Date(now - (lines[0]?.[0] ?? 0) * 60_000).toISOString();
}
