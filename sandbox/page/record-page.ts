import { nameOf } from '../gotallo/conversation.ts';
import { canBlock } from '../gotallo/channel.ts';
import type { LocalGoTallo } from '../gotallo/local-gotallo.ts';
import type { LocalOrg } from '../org/org.ts';
import type { SObject } from '../org/record-store.ts';
import { objectOfId } from '../org/schema.ts';
import type { SeededRecord } from '../seed/seed.ts';
import type { SandboxParts } from './sandbox-parts.ts';
import type { ChatData, HerokuMessageRow, ListRow, PageField, RecordPageData } from './page-data.ts';

const CHANNELS: Record<string, string> = {
    whatsapp: 'WhatsApp',
    facebook: 'Messenger',
    instagram: 'Instagram',
    telegram: 'Telegram',
    line: 'LINE'
};

const ACCOUNT_HINT = 'An account: the admin named no field, and no field is known for accounts.';

/** The rows of the list of records to open. */
export function listRows(seeded: readonly SeededRecord[], org: LocalOrg, gotallo: LocalGoTallo): ListRow[] {
    const rows = seeded.map(({ recordId, object, person, conversationId }) => ({
        recordId,
        object,
        objectLabel: objectOfId(recordId)?.label ?? object,
        name: recordName(org.records.find(object, recordId), object),
        channel: CHANNELS[person.medium] ?? person.medium,
        state: conversationId ? gotallo.conversation(conversationId).state : 'none',
        hint: person.hint
    }));
    const account = org.records.all('Account')[0];
    if (!account) return rows;
    const about = { object: 'Account', objectLabel: 'Account', channel: '', state: 'none', hint: ACCOUNT_HINT };
    return [...rows, { recordId: account.Id, name: String(account['Name']), ...about }];
}

/** What the record page shows; undefined when there is no such record. */
export function recordPage(
    recordId: string,
    parts: Pick<SandboxParts, 'seeded' | 'org' | 'gotallo' | 'builder'>
): RecordPageData | undefined {
    const { org, gotallo } = parts;
    const schema = objectOfId(recordId);
    const record = schema && org.records.find(schema.name, recordId);
    if (!schema || !record) return undefined;
    const entry = parts.seeded().find((each) => each.recordId === record.Id);
    const conversationId = entry?.conversationId ?? null;
    return {
        recordId: record.Id,
        object: schema.name,
        objectLabel: schema.label,
        name: recordName(record, schema.name),
        designValues: parts.builder.settingsOf(schema.name).values,
        hint: entry?.person.hint ?? ACCOUNT_HINT,
        highlights: fieldsOf(record, schema.name, org).slice(0, 4),
        details: fieldsOf(record, schema.name, org),
        herokuMessages: conversationId ? herokuMessages(conversationId, org) : [],
        chat: conversationId ? chatData(conversationId, gotallo) : null
    };
}

function recordName(record: SObject | undefined, object: string): string {
    if (object === 'Case') return String(record?.['CaseNumber'] ?? '');
    return String(record?.['Name'] ?? record?.['Social25__User_Full_Name__c'] ?? '');
}

function fieldsOf(record: SObject, object: string, org: LocalOrg): PageField[] {
    const owner = org.records.find('User', text(record['OwnerId']));
    const contact = org.records.find('Contact', text(record['ContactId']));
    const named: Record<string, readonly (readonly [string, unknown])[]> = {
        Lead: [
            ['Company', record['Company']],
            ['Phone', record['Phone']],
            ['Lead Source', CHANNELS[text(record['LeadSource'])] ?? record['LeadSource']],
            ['Lead Status', record['Status']]
        ],
        Case: [
            ['Subject', record['Subject']],
            ['Contact Name', contact?.['Name']],
            ['Status', record['Status']],
            ['Priority', record['Priority']],
            ['Case Origin', record['Origin']]
        ],
        Account: [['Phone', record['Phone']]],
        Social25__Heroku_Message__c: [
            ['User Full Name', record['Social25__User_Full_Name__c']],
            ['Conversation Medium', record['Social25__Conversation_Medium__c']],
            ['Conversation State', record['Social25__Conversation_State__c']],
            ['Text', record['Social25__Text__c']]
        ]
    };
    const fields = [...(named[object] ?? []), ['Owner', owner?.['Name']], ['Created', day(record['CreatedDate'])]];
    return fields.map(([label, value]) => ({ label: String(label), value: value ? String(value) : '' }));
}

function herokuMessages(conversationId: string, org: LocalOrg): HerokuMessageRow[] {
    const chatIdentifier = conversationId.replaceAll('-', '');
    return org.records
        .all('Social25__Heroku_Message__c')
        .filter((record) => record['Social25__Chat_Identifier__c'] === chatIdentifier)
        .map((record) => ({
            id: record.Id,
            createdDate: text(record['CreatedDate']),
            direction: record['Social25__Outbound__c'] ? ('Outbound' as const) : ('Inbound' as const),
            text: text(record['Social25__Text__c']),
            state: text(record['Social25__Conversation_State__c'])
        }))
        .reverse();
}

function chatData(conversationId: string, gotallo: LocalGoTallo): ChatData {
    const conversation = gotallo.conversation(conversationId);
    const { customer, medium, state, messages, isNativeBlocked } = conversation;
    return {
        conversationId,
        customerName: nameOf(customer),
        medium: CHANNELS[medium] ?? medium,
        state,
        isNativeBlocked: canBlock(conversation) ? isNativeBlocked : null,
        messages: [...messages]
    };
}

function text(value: unknown): string {
    return typeof value === 'string' ? value : '';
}

function day(value: unknown): string {
    return new Intl.DateTimeFormat('en-US').format(new Date(text(value)));
}
