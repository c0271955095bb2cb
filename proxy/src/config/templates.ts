const KNOWN = /\{(?:tenant_id|conversation_id)\}/g;
/** What looks like a template. Other braces are left alone: a text may hold JSON. */
const TEMPLATE = /\{[\s\w.-]*\}/;

/** A text without the templates that are filled in. */
export function withoutTemplates(text: string): string {
    return text.replace(KNOWN, '');
}

/** Whether a text holds a template that would be sent as it is, most likely by a typing mistake. */
export function hasUnknownTemplate(text: string): boolean {
    return TEMPLATE.test(withoutTemplates(text));
}

/** Every text in a JSON value at any depth, names of members aside: those are the ones where templates are filled in. */
export function textsOf(value: unknown): string[] {
    if (typeof value === 'string') return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/** Whether a call says anywhere which conversation it is about. */
export function namesConversation(call: object): boolean {
    return textsOf(call).some((text) => text.includes('{conversation_id}'));
}
