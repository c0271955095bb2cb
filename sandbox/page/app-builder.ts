import { Refusal } from '../gotallo/refusal.ts';
import { designProperties } from './design-properties.ts';
import type { ComponentSettings, DesignProperty, DesignValue, DesignValues } from './page-data.ts';

/** What an admin of this org had set before anybody came. */
const BEFORE: Readonly<Record<string, DesignValues>> = {
    Case: { conversationIdField: 'Contact.GoTallo_Conversation_Id__c' }
};

const MAX_TEXT = 1_000;

/** What admins have set of the exposed component on the record page of each object. */
export class AppBuilder {
    private readonly set = new Map<string, DesignValues>();
    /** Grows with every change. */
    revision = 0;

    reset(): void {
        this.set.clear();
        this.revision += 1;
    }

    /** The component's properties on that object's record page, and their values. */
    settingsOf(object: string): ComponentSettings {
        const properties = designProperties('lightning__RecordPage', object);
        const initial = properties.map(({ name, initial: value }) => [name, value] as const);
        const values = { ...Object.fromEntries(initial), ...(this.set.get(object) ?? BEFORE[object]) };
        return { properties, values };
    }

    /**
     * Sets some of the properties; any text is taken, as App Builder does.
     * @throws Refusal 400 for a property that the component does not have, and a value of another type
     */
    change(object: string, values: Readonly<Record<string, unknown>>): ComponentSettings {
        const { properties, values: before } = this.settingsOf(object);
        const valid = Object.entries(values).map(([name, value]) => [name, validValue(name, value, properties)]);
        this.set.set(object, { ...before, ...(Object.fromEntries(valid) as DesignValues) });
        this.revision += 1;
        return this.settingsOf(object);
    }
}

function validValue(name: string, value: unknown, properties: readonly DesignProperty[]): DesignValue {
    const property = properties.find((each) => each.name === name);
    if (!property) throw new Refusal(400, `The component has no property "${name}".`);
    if (property.isBoolean) {
        if (typeof value === 'boolean') return value;
        throw new Refusal(400, `"${name}" must be true or false.`);
    }
    if (typeof value === 'string' && value.length <= MAX_TEXT) return value;
    throw new Refusal(400, `"${name}" must be text of up to ${MAX_TEXT} characters.`);
}
