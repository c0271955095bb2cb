import { randomUUID } from 'node:crypto';
import type { LocalOrg } from './org.ts';
import type { FieldValue } from './record-store.ts';
import { RestError } from './rest-error.ts';
import { salesforceId } from './salesforce-id.ts';
import { findObject, isPlatformEvent, type ObjectSchema } from './schema.ts';
import type { OrgUser } from './users.ts';

/** The answer to a creation, as the REST API gives it. */
export interface Created {
    id: string;
    success: true;
    errors: object[];
}

type Values = Record<string, FieldValue>;

/** Creates a record, or publishes a platform event, which is done in the same way. Throws RestError. */
export function createRecord(objectName: string, values: Values, { org, user }: { org: LocalOrg; user: OrgUser }) {
    const schema = schemaFor(objectName, values);
    const isEvent = isPlatformEvent(schema);
    if (isEvent && org.eventsRefused.isOn) org.eventsRefused.times += 1;
    const mayPublish = !org.eventsRefused.isOn && user.publishes.includes(schema.name);
    const mayCreate = isEvent ? mayPublish : user.seesRecords;
    if (!mayCreate) throw new RestError('INSUFFICIENT_ACCESS_OR_READONLY', `no create access on ${schema.name}`);
    if (isEvent) return publishEvent(schema, values, org, user);
    return { id: org.records.insert(schema.name, values).Id, success: true, errors: [] } satisfies Created;
}

/**
 * The event is told to subscribers and not stored. The answer has an id that identifies nothing, and says by
 * OPERATION_ENQUEUED that publishing goes on (Platform Events Developer Guide, Publish Event Messages with Salesforce
 * APIs).
 */
function publishEvent(schema: ObjectSchema, values: Values, org: LocalOrg, user: OrgUser): Created {
    const { replayId } = org.events.publish(schema.name, values, user.id);
    const enqueued = { statusCode: 'OPERATION_ENQUEUED', message: randomUUID(), fields: [] };
    return { id: salesforceId(schema.keyPrefix, replayId), success: true, errors: [enqueued] };
}

function schemaFor(objectName: string, values: Values): ObjectSchema {
    const schema = findObject(objectName);
    if (!schema) throw new RestError('INVALID_TYPE', `sObject type '${objectName}' is not supported.`);
    const unknown = Object.keys(values).find((field) => !schema.fields.includes(field));
    if (unknown) throw new RestError('INVALID_FIELD', `No such column '${unknown}' on sobject of type ${schema.name}`);
    return schema;
}
