/** What a code says besides that nothing was changed. */
type Meaning = 'says-all' | 'no-access' | 'nothing-to-show' | 'look-first';

/**
 * Codes that say that nothing was changed, and what else they mean. After any other, new ones included, nobody can say
 * whether a change holds.
 * - `says-all`: its words already say what became of the command.
 * - `no-access`: this user may not, or not now, so what was offered before is not anymore.
 * - `nothing-to-show`: the record has no conversation that can be shown.
 * - `look-first`: what the card shows is not what holds; repeating would be refused again.
 */
const MEANINGS: Record<string, readonly Meaning[]> = {
    // the proxy's
    'malformed-request': [],
    'invalid-token': ['no-access'],
    'no-permission': ['no-access'],
    'wrong-org': ['no-access'],
    'wrong-tenant': ['nothing-to-show'],
    'user-type-not-allowed': ['no-access'],
    'api-disabled': ['no-access'],
    'unknown-conversation': ['nothing-to-show'],
    'not-found': [],
    'method-not-allowed': [],
    'conversation-expired': [],
    'conversation-blocked': [],
    'conversation-busy': ['says-all'],
    'native-block-not-supported': ['look-first'],
    'native-block-known': ['says-all', 'look-first'],
    'native-block-changed': ['says-all', 'look-first'],
    'native-block-not-possible': ['look-first'],
    'undo-not-possible': ['says-all', 'look-first'],
    'block-changed': ['says-all', 'look-first'],
    'body-too-large': [],
    'unsupported-media-type': [],
    'invalid-field': [],
    'end-in-past': ['look-first'],
    'too-many-requests': [],
    'gotallo-refused': [],
    'gotallo-unreachable': [],
    'gotallo-unavailable': [],
    'salesforce-unavailable': [],
    'store-unavailable': [],
    // the org's
    'record-not-found': ['nothing-to-show'],
    'object-not-supported': ['nothing-to-show'],
    'conversation-field-unusable': ['nothing-to-show'],
    'no-conversation-id': ['nothing-to-show'],
    'invalid-conversation-id': ['nothing-to-show'],
    'conversation-changed': ['says-all', 'nothing-to-show', 'look-first'],
    'not-connected': ['no-access']
};

export function means(code: string, meaning: Meaning): boolean {
    return !leavesOutcomeUnknown(code) && (MEANINGS[code]?.includes(meaning) ?? false);
}

/** Whether a change that failed with this code may hold all the same. */
export function leavesOutcomeUnknown(code: string): boolean {
    return !Object.hasOwn(MEANINGS, code);
}
