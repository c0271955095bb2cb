import type { LocalOrg } from '../org.ts';
import type { FieldValue, SObject } from '../record-store.ts';
import { salesforceId } from '../salesforce-id.ts';
import { elementOf, keyOf, textOf, type Component } from './component.ts';
import { USUAL_TRAITS, type OrgTraits } from './org-traits.ts';
import type { KeyPair } from './self-signed.ts';

/** Whatever has just been deployed or taken away is told to these, so that the org does what an org does by itself. */
export type Consequence = (org: SetupOrg, component: Component, change: 'set' | 'removed') => void;

/** What of a local org is set up by metadata: components, and the records that come with them. */
export class SetupOrg {
    readonly local: LocalOrg;
    readonly traits: OrgTraits;
    /** Key pairs of the org's own, by the names of their certificates. Never leave it. */
    readonly keys = new Map<string, KeyPair>();
    /** By the names of the global OAuth settings. */
    readonly consumerKeys = new Map<string, string>();
    private readonly components = new Map<string, Component>();
    private readonly ids = new Map<string, string>();
    private readonly consequences: readonly Consequence[];

    constructor(local: LocalOrg, traits: Partial<OrgTraits> = {}, consequences: readonly Consequence[] = []) {
        this.local = local;
        this.traits = { ...USUAL_TRAITS, ...traits };
        this.consequences = consequences;
    }

    find(type: string, name: string): Component | undefined {
        return this.components.get(keyOf({ type, name }));
    }

    all(type?: string): Component[] {
        return [...this.components.values()].filter((each) => type === undefined || each.type === type);
    }

    /** The components of an external client app, of any type. */
    ofApp(type: string, app: string): Component | undefined {
        return this.all(type).find((each) => elementOf(textOf(each), 'externalClientApplication') === app);
    }

    set(component: Component): void {
        this.components.set(keyOf(component), component);
        this.consequences.forEach((follow) => follow(this, component, 'set'));
    }

    remove(component: Component): void {
        this.components.delete(keyOf(component));
        this.consequences.forEach((follow) => follow(this, component, 'removed'));
    }

    /** The id of a component, the same as long as it is there. */
    idOf(component: Pick<Component, 'type' | 'name'>): string {
        const key = keyOf(component);
        const id = this.ids.get(key) ?? salesforceId('0xI', this.ids.size + 1);
        this.ids.set(key, id);
        return id;
    }

    rows(objectName: string, values: Record<string, FieldValue> = {}): SObject[] {
        const wanted = Object.entries(values);
        return this.local.records
            .all(objectName)
            .filter((row) => wanted.every(([field, value]) => row[field] === value));
    }

    /** The record with these values, made if there is none. */
    ensureRow(objectName: string, values: Record<string, FieldValue>): SObject {
        return this.rows(objectName, values)[0] ?? this.local.records.insert(objectName, values);
    }

    removeRows(objectName: string, values: Record<string, FieldValue>): void {
        for (const { Id } of this.rows(objectName, values)) this.local.records.remove(objectName, Id);
    }
}
