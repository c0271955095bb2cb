/** Codes that say that this user may not, or not now: what was offered before is not anymore. */
const NO_ACCESS: ReadonlySet<string> = new Set([
    'invalid-token',
    'no-permission',
    'user-type-not-allowed',
    'wrong-org',
    'api-disabled',
    'not-connected'
]);

/** Codes that say that the record has no conversation that can be shown. */
const NOTHING_TO_SHOW: ReadonlySet<string> = new Set([
    'record-not-found',
    'no-conversation-id',
    'invalid-conversation-id',
    'conversation-field-unusable',
    'object-not-supported',
    'conversation-changed',
    'unknown-conversation',
    'wrong-tenant'
]);

export function takesAccess(code: string): boolean {
    return NO_ACCESS.has(code);
}

export function leavesNothing(code: string): boolean {
    return NOTHING_TO_SHOW.has(code);
}
