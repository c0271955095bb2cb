/** A GoTallo conversation id in its one form inside the proxy: a dashed, lower-case UUID. */
export type ConversationId = string & { readonly __brand: 'ConversationId' };

const HEX_32 = /^[0-9a-f]{32}$/;
const DASHED = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether the text is an id in that one form. */
export function isConversationId(text: string): text is ConversationId {
    return DASHED.test(text);
}

/**
 * Reads an id as Salesforce (32 hex digits) or GoTallo's API (dashed) writes it, in either case.
 * @returns the id, or null when the text is neither
 */
export function parseConversationId(text: string): ConversationId | null {
    const lower = text.trim().toLowerCase();
    if (isConversationId(lower)) return lower;
    if (!HEX_32.test(lower)) return null;
    return lower.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as ConversationId;
}

/** The id as Salesforce stores it in `Social25__Chat_Identifier__c`: 32 hex digits without dashes. */
export function withoutDashes(id: ConversationId): string {
    return id.replaceAll('-', '');
}
