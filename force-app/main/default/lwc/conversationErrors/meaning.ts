/** What a code says besides that nothing was changed. */
type Meaning = 'says-all' | 'no-access' | 'nothing-to-show' | 'look-first';

/** Codes that say that nothing was changed. After any other, new ones included, nobody can say whether a change holds. */
const NOTHING_ELSE = [
    'malformed-request',
    'not-found',
    'method-not-allowed',
    'conversation-expired',
    'conversation-blocked',
    'body-too-large',
    'unsupported-media-type',
    'invalid-field',
    'too-many-requests',
    'gotallo-refused',
    'gotallo-unreachable',
    'gotallo-unavailable',
    'salesforce-unavailable',
    'store-unavailable'
];

/** Codes that say that nothing was changed, and more than that. */
const MEANINGS: Record<Meaning, readonly string[]> = {
    /** Its words already say what became of the command. */
    'says-all': [
        'conversation-busy',
        'conversation-changed',
        'native-block-known',
        'native-block-changed',
        'undo-not-possible',
        'block-changed'
    ],
    /** This user may not, or not now, so what was offered before is not anymore. */
    'no-access': [
        'invalid-token',
        'no-permission',
        'wrong-org',
        'user-type-not-allowed',
        'api-disabled',
        'not-connected'
    ],
    /** The record has no conversation that can be shown. */
    'nothing-to-show': [
        'wrong-tenant',
        'unknown-conversation',
        'record-not-found',
        'object-not-supported',
        'conversation-field-unusable',
        'no-conversation-id',
        'invalid-conversation-id',
        'conversation-changed'
    ],
    /** What the card shows is not what holds; repeating would be refused again. */
    'look-first': [
        'native-block-not-supported',
        'native-block-known',
        'native-block-changed',
        'native-block-not-possible',
        'undo-not-possible',
        'block-changed',
        'end-in-past',
        'conversation-changed'
    ]
};

const KNOWN = [NOTHING_ELSE, ...Object.values(MEANINGS)].flat();

export function means(code: string, meaning: Meaning): boolean {
    return MEANINGS[meaning].includes(code);
}

/** Whether a change that failed with this code may hold all the same. */
export function leavesOutcomeUnknown(code: string): boolean {
    return !KNOWN.includes(code);
}
