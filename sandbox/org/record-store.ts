import { salesforceId } from './salesforce-id.ts';
import { findObject } from './schema.ts';

/** A field's value as the REST API shows it. */
export type FieldValue = string | number | boolean | null;

/** A stored record: every field of its object, null where nothing is set. */
export type SObject = Readonly<Record<string, FieldValue>> & { readonly Id: string };

/** The records of the local org, in memory. */
export class RecordStore {
    /** Grows with every change. */
    revision = 0;
    /** What time it is, in milliseconds since 1970. */
    now: () => number = Date.now;
    private readonly tables = new Map<string, Map<string, SObject>>();
    private readonly counters = new Map<string, number>();

    /**
     * Creates a record with an id and a creation date of its own.
     * @param id a fixed id, so that addresses survive a reset
     */
    insert(objectName: string, values: Record<string, FieldValue>, id?: string): SObject {
        const schema = findObject(objectName);
        if (!schema) throw new Error(`The local org has no object ${objectName}.`);
        const unknown = Object.keys(values).find((field) => !schema.fields.includes(field));
        if (unknown) throw new Error(`${schema.name} has no field ${unknown}.`);
        const empty = Object.fromEntries(schema.fields.map((field) => [field, null]));
        const recordId = id ?? salesforceId(schema.keyPrefix, this.nextNumber(schema.name));
        const record = { ...empty, CreatedDate: new Date(this.now()).toISOString(), ...values, Id: recordId };
        this.table(schema.name).set(recordId, record);
        this.revision += 1;
        return record;
    }

    /** Every record of the object, in the order of creation. */
    all(objectName: string): SObject[] {
        return [...this.table(objectName).values()];
    }

    /** The record with that 15- or 18-character id. */
    find(objectName: string, id: string | null): SObject | undefined {
        if (!id) return undefined;
        return (
            this.table(objectName).get(id) ??
            this.all(objectName).find((record) => record.Id.slice(0, 15) === id.slice(0, 15))
        );
    }

    /** Takes a record away; false when there was none. */
    remove(objectName: string, id: string): boolean {
        this.revision += 1;
        return this.table(objectName).delete(id);
    }

    clear(): void {
        this.revision += 1;
        this.tables.clear();
        this.counters.clear();
    }

    private table(objectName: string): Map<string, SObject> {
        const existing = this.tables.get(objectName);
        if (existing) return existing;
        const created = new Map<string, SObject>();
        this.tables.set(objectName, created);
        return created;
    }

    private nextNumber(objectName: string): number {
        const next = (this.counters.get(objectName) ?? 1000) + 1;
        this.counters.set(objectName, next);
        return next;
    }
}
