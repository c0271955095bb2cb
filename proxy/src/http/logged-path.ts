import { parseConversationId } from '../conversations/conversation-id.ts';

const CONVERSATION = /^\/v1\/conversations\/([^/]+)(|\/block|\/state|\/platform-block|\/history)$/;
const WEBHOOKS = '/v1/webhooks/gotallo/';
const PLAIN = ['/healthz', '/readyz'];

/** The path as the log shows it: a caller may put anything into a path, so only what is known is repeated. */
export function loggedPath(url: string): string {
    const path = url.split('?', 1)[0] ?? '';
    if (PLAIN.includes(path)) return path;
    if (path.startsWith(WEBHOOKS)) return `${WEBHOOKS}(secret)`;
    const [, id, rest] = CONVERSATION.exec(path) ?? [];
    if (id === undefined) return '(other)';
    return `/v1/conversations/${parseConversationId(id) ?? '(malformed id)'}${rest}`;
}
