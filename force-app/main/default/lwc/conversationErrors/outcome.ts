/** Codes that say that nothing was changed. After any other, new ones included, nobody can say. */
const NOTHING_CHANGED: ReadonlySet<string> = new Set([
    // the proxy's
    'malformed-request',
    'invalid-token',
    'no-permission',
    'wrong-org',
    'wrong-tenant',
    'user-type-not-allowed',
    'api-disabled',
    'unknown-conversation',
    'not-found',
    'method-not-allowed',
    'conversation-expired',
    'conversation-blocked',
    'conversation-busy',
    'platform-block-not-supported',
    'platform-block-settled',
    'undo-not-possible',
    'body-too-large',
    'unsupported-media-type',
    'invalid-field',
    'end-in-past',
    'too-many-requests',
    'gotallo-refused',
    'gotallo-unreachable',
    'gotallo-unavailable',
    'salesforce-unavailable',
    'store-unavailable',
    // the org's
    'record-not-found',
    'object-not-supported',
    'conversation-field-unusable',
    'no-conversation-id',
    'invalid-conversation-id',
    'conversation-changed',
    'not-connected'
]);

/** Whether a change that failed with this code may hold all the same. */
export function leavesOutcomeUnknown(code: string): boolean {
    return !NOTHING_CHANGED.has(code);
}
