import { SETUP_OBJECTS } from './setup-objects.ts';

/** A to-one relationship: the lookup field on this object and the object it points to. */
export interface Relationship {
    lookup: string;
    object: string;
}

/** What the local org knows of one object. */
export interface ObjectSchema {
    name: string;
    label: string;
    keyPrefix: string;
    fields: readonly string[];
    relationships: Readonly<Record<string, Relationship>>;
}

const OWNER: Record<string, Relationship> = { Owner: { lookup: 'OwnerId', object: 'User' } };

/** Field names as in the package's documentation (documentation.gotallo.com/gotallo/social25-heroku-message-data). */
const HEROKU_MESSAGE_FIELDS = [
    'Identifier',
    'External_Identifier',
    'Text',
    'Outbound',
    'Media_Title',
    'File_Type',
    'Mime_Type',
    'Content_Url',
    'Auxiliary_Data',
    'Agent_Identifier',
    'Timestamp',
    'Chat_Identifier',
    'Custom_Identifer',
    'Conversation_Medium',
    'Conversation_State',
    'Platform_Identifier',
    'User_Full_Name',
    'User_First_Name',
    'User_Last_Name',
    'User_Phone_Number',
    'User_Gender',
    'User_Active',
    'User_Locale_GMT_Offset',
    'User_Profile_Image_URL'
].map((name) => `Social25__${name}__c`);

function object(
    name: string,
    label: string,
    keyPrefix: string,
    fields: readonly string[],
    relationships: Record<string, Relationship> = {}
): ObjectSchema {
    return { name, label, keyPrefix, fields: ['Id', ...fields], relationships };
}

const OBJECTS = [
    object('User', 'User', '005', ['Name', 'Username', 'Email', 'UserType', 'IsActive']),
    object('Organization', 'Organization', '00D', [
        ...['Name', 'InstanceName', 'IsSandbox', 'TrialExpirationDate', 'NamespacePrefix', 'OrganizationType']
    ]),
    object(
        'Lead',
        'Lead',
        '00Q',
        [
            ...['Name', 'FirstName', 'LastName', 'Company', 'Phone', 'LeadSource', 'Status', 'OwnerId', 'CreatedDate'],
            'Social25__Heroku_Conversation_Id__c'
        ],
        OWNER
    ),
    object(
        'Contact',
        'Contact',
        '003',
        [
            ...['Name', 'FirstName', 'LastName', 'Phone', 'Email', 'OwnerId', 'CreatedDate'],
            ...['DoNotCall', 'GoTallo_Conversation_Id__c']
        ],
        OWNER
    ),
    object(
        'Case',
        'Case',
        '500',
        ['CaseNumber', 'Subject', 'Status', 'Priority', 'Origin', 'ContactId', 'OwnerId', 'CreatedDate'],
        { ...OWNER, Contact: { lookup: 'ContactId', object: 'Contact' } }
    ),
    object('Account', 'Account', '001', ['Name', 'Phone', 'OwnerId', 'CreatedDate'], OWNER),
    object('Social25__Heroku_Message__c', 'Heroku Message', 'a0B', ['Name', 'CreatedDate', ...HEROKU_MESSAGE_FIELDS]),
    object('GoTallo_Conversation_Changed__e', 'GoTallo Conversation Changed', 'e00', [
        ...['Conversation_Id__c', 'State__c', 'Changed_At__c']
    ]),
    object('UserSetupEntityAccess', 'User Setup Entity Access', '0J1', [
        ...['DeveloperName', 'NamespacePrefix', 'KeyPrefix', 'SetupEntityId']
    ]),
    ...SETUP_OBJECTS
];

const NOT_TEXT = new Set([
    ...['Id', 'OwnerId', 'ContactId', 'SetupEntityId', 'CreatedDate', 'Phone', 'Email', 'IsActive', 'IsSandbox'],
    ...['Status', 'Priority', 'Origin', 'LeadSource', 'UserType', 'OrganizationType', 'DoNotCall'],
    ...['Social25__Outbound__c', 'Social25__Timestamp__c', 'Social25__User_Active__c']
]);

/** Whether describe calls the field a text field (`DisplayType.STRING`). */
export function isTextField(field: string): boolean {
    return !NOT_TEXT.has(field);
}

/** Whether what is created of it is told to subscribers instead of stored. */
export function isPlatformEvent({ name }: ObjectSchema): boolean {
    return name.endsWith('__e');
}

/** The object of that name, compared without case as Salesforce does; undefined when the org has none. */
export function findObject(name: string): ObjectSchema | undefined {
    return OBJECTS.find((each) => each.name.toLowerCase() === name.toLowerCase());
}

/** The object that a record id belongs to, by its key prefix. */
export function objectOfId(recordId: string): ObjectSchema | undefined {
    return OBJECTS.find((each) => each.keyPrefix === recordId.slice(0, 3));
}

/** The field's own spelling; undefined when the object has none of that name. */
export function findField(schema: ObjectSchema, name: string): string | undefined {
    return schema.fields.find((each) => each.toLowerCase() === name.toLowerCase());
}

/** The relationship of that name with its own spelling; undefined when there is none. */
export function findRelationship(schema: ObjectSchema, name: string): (Relationship & { name: string }) | undefined {
    const found = Object.entries(schema.relationships).find(([key]) => key.toLowerCase() === name.toLowerCase());
    return found && { name: found[0], ...found[1] };
}
