import { findObject, isTextField, type ObjectSchema } from '../org/schema.ts';

/** The text fields of an object, and of the ones it points to: what could hold a conversation id. */
export function textFieldsOf(objectName: string): string[] {
    const schema = findObject(objectName);
    if (!schema) return [];
    const related = Object.entries(schema.relationships).flatMap(([name, { object }]) =>
        own(findObject(object)).map((field) => `${name}.${field}`)
    );
    return [...own(schema), ...related];
}

function own(schema: ObjectSchema | undefined): string[] {
    return (schema?.fields ?? []).filter(isTextField);
}
