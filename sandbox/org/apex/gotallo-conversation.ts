import type { LocalOrg } from '../org.ts';
import { RestError } from '../rest-error.ts';
import { findField, findObject, findRelationship, isTextField, objectOfId, type ObjectSchema } from '../schema.ts';
import { runQuery, type QueriedRecord } from '../soql/run-query.ts';
import type { OrgUser } from '../users.ts';
import { GoTalloException } from './gotallo-exception.ts';

/** As `GoTalloFieldPath` in Apex: records of these are people, or who writes for a company. */
const PEOPLE: readonly string[] = ['Account', 'Contact', 'Lead'];

/** A text field: relationships from an object to its parents, the last of which has the field. */
interface FieldPath {
    names: string[];
    owner: ObjectSchema;
}

/** The conversation of a record, and whose it is as far as the record tells. */
export interface RecordConversation {
    /** Dashed, lower-case UUID. */
    id: string;
    personName: string | null;
}

/**
 * As `GoTalloConversation.ofRecord` in Apex.
 * @throws GoTalloException `record-not-found`, `object-not-supported`, `conversation-field-unusable`,
 *   `no-conversation-id`, `invalid-conversation-id`
 */
export function conversationOfRecord(
    record: { id: string; field: string | null },
    fieldByObject: ReadonlyMap<string, string>,
    user: OrgUser,
    org: LocalOrg
): RecordConversation {
    const schema = objectOfId(record.id);
    if (!schema) throw new GoTalloException('record-not-found');
    const field = record.field?.trim() ? record.field : fieldByObject.get(schema.name.toLowerCase());
    if (field === undefined) throw new GoTalloException('object-not-supported');
    const idPath = textFieldPath(schema, field);
    if (!idPath) throw new GoTalloException('conversation-field-unusable');
    const namePath = personNamePath(schema, idPath);
    const found = queryById(record.id, schema, namePath ? [idPath, namePath] : [idPath], user, org);
    if (!found) throw new GoTalloException('record-not-found');
    const value = textAt(found, idPath);
    if (!value?.trim()) throw new GoTalloException('no-conversation-id');
    return { id: normalize(value), personName: namePath ? textAt(found, namePath) : null };
}

/** As `GoTalloConversation.named` in Apex: names the person where GoTallo told no name. */
export function named(view: object, { personName }: RecordConversation): object {
    const { customer } = view as { customer?: { name?: string | null } };
    return customer ? { ...view, customer: { ...customer, name: customer.name ?? personName } } : view;
}

/**
 * As `GoTalloConversationId.normalize` in Apex.
 * @throws GoTalloException `invalid-conversation-id`
 */
export function normalize(value: string | null | undefined): string {
    const id = value?.trim().toLowerCase() ?? '';
    if (/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return id;
    if (!/^[0-9a-f]{32}$/.test(id)) throw new GoTalloException('invalid-conversation-id');
    return id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

function textFieldPath(schema: ObjectSchema, path: string): FieldPath | undefined {
    const names = path.trim().split('.');
    const relationships = names.slice(0, -1);
    let owner: ObjectSchema | undefined = schema;
    for (const [index, name] of relationships.entries()) {
        const relationship: ReturnType<typeof findRelationship> = owner && findRelationship(owner, name);
        relationships[index] = relationship?.name ?? '';
        owner = relationship && findObject(relationship.object);
    }
    const field = owner && findField(owner, names.at(-1) ?? '');
    return owner && field && isTextField(field) ? { names: [...relationships, field], owner } : undefined;
}

function personNamePath(schema: ObjectSchema, { names, owner }: FieldPath): FieldPath | undefined {
    const name = PEOPLE.includes(owner.name) ? 'Name' : 'Contact.Name';
    return textFieldPath(schema, [...names.slice(0, -1), name].join('.'));
}

function textAt(record: QueriedRecord, { names }: FieldPath): string | null {
    let value: unknown = record;
    for (const name of names) value = (value as QueriedRecord | null)?.[name] ?? null;
    return value as string | null;
}

function queryById(id: string, schema: ObjectSchema, paths: FieldPath[], user: OrgUser, org: LocalOrg) {
    const record = org.records.find(schema.name, id);
    if (!record) return undefined;
    const fields = [...new Set(paths.map(({ names }) => names.join('.')))].join(', ');
    try {
        return runQuery(`SELECT ${fields} FROM ${schema.name} WHERE Id = '${record.Id}' LIMIT 1`, org.viewOf(user))
            .records[0];
    } catch (error) {
        if (error instanceof RestError) throw new GoTalloException('conversation-field-unusable');
        throw error;
    }
}
