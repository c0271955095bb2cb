import type { LocalOrg } from '../org.ts';
import { RestError } from '../rest-error.ts';
import { findField, findObject, findRelationship, isTextField, objectOfId, type ObjectSchema } from '../schema.ts';
import { runQuery, type QueriedRecord } from '../soql/run-query.ts';
import type { OrgUser } from '../users.ts';
import { GoTalloException } from './gotallo-exception.ts';

/**
 * As `GoTalloConversationId.ofRecord` in Apex.
 * @returns dashed, lower-case UUID
 * @throws GoTalloException `record-not-found`, `object-not-supported`, `conversation-field-unusable`,
 *   `no-conversation-id`, `invalid-conversation-id`
 */
export function conversationIdOfRecord(
    record: { id: string; field: string | null },
    fieldByObject: ReadonlyMap<string, string>,
    user: OrgUser,
    org: LocalOrg
): string {
    const schema = objectOfId(record.id);
    if (!schema) throw new GoTalloException('record-not-found');
    const field = record.field?.trim() ? record.field : fieldByObject.get(schema.name.toLowerCase());
    if (field === undefined) throw new GoTalloException('object-not-supported');
    const value = readText(record.id, schema, textFieldPath(schema, field), user, org);
    if (!value?.trim()) throw new GoTalloException('no-conversation-id');
    return normalize(value);
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

function textFieldPath(schema: ObjectSchema, path: string): string[] {
    const names = path.trim().split('.');
    const relationships = names.slice(0, -1);
    let owner: ObjectSchema | undefined = schema;
    for (const [index, name] of relationships.entries()) {
        const relationship: ReturnType<typeof findRelationship> = owner && findRelationship(owner, name);
        relationships[index] = relationship?.name ?? '';
        owner = relationship && findObject(relationship.object);
    }
    const field = owner && findField(owner, names.at(-1) ?? '');
    if (!field || !isTextField(field)) throw new GoTalloException('conversation-field-unusable');
    return [...relationships, field];
}

function readText(id: string, schema: ObjectSchema, path: string[], user: OrgUser, org: LocalOrg): string | null {
    const record = queryById(id, schema, path, user, org);
    if (!record) throw new GoTalloException('record-not-found');
    let value: unknown = record;
    for (const name of path) value = (value as QueriedRecord | null)?.[name] ?? null;
    return value as string | null;
}

function queryById(id: string, schema: ObjectSchema, path: string[], user: OrgUser, org: LocalOrg) {
    const record = org.records.find(schema.name, id);
    if (!record) return undefined;
    try {
        const soql = `SELECT ${path.join('.')} FROM ${schema.name} WHERE Id = '${record.Id}' LIMIT 1`;
        return runQuery(soql, org.viewOf(user)).records[0];
    } catch (error) {
        if (error instanceof RestError) throw new GoTalloException('conversation-field-unusable');
        throw error;
    }
}
