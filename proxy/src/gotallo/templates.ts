import type { ConversationId } from '../conversations/knowledge/conversation-id.ts';

/** What the templates of a configured call stand for. */
export interface TemplateValues {
    /** `{tenant_id}` */
    tenantId: string;
    /** `{conversation_id}` */
    conversationId: ConversationId;
}

/** A path with its templates filled in, escaped for a URL. */
export function fillPath(path: string, values: TemplateValues): string {
    return fill(path, values, encodeURIComponent);
}

/** The JSON text of a body with the templates filled in in every text, at any depth. */
export function fillBody(body: Readonly<Record<string, unknown>>, values: TemplateValues): string {
    return JSON.stringify(body, (_, value: unknown) =>
        typeof value === 'string' ? fill(value, values, (text) => text) : value
    );
}

function fill(text: string, { tenantId, conversationId }: TemplateValues, escape: (value: string) => string): string {
    return text.replace(/\{(tenant|conversation)_id\}/g, (_, of) =>
        escape(of === 'tenant' ? tenantId : conversationId)
    );
}
