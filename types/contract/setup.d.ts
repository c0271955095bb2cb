/** What the set-up check answers. It carries codes and facts; custom labels carry the words. */

/**
 * `unknown`: nothing speaks for or against it yet, or it could not be found out in time.
 */
export type SetupStatus = 'ok' | 'warning' | 'error' | 'unknown';

/** What each check can find, by the name of the check. */
export interface SetupCodes {
    /** The named credential and the token that it sends. */
    connection: 'arrived';
    /** Who the proxy takes the caller for: name, user id, org id. */
    caller: 'known';
    /** The permissions of the tenants file: for blocking, for managing; each list holds what the caller has. */
    permissions: 'found' | 'manageOnly';
    /** GoTallo's API, token and tenant, by what was seen of calls since the proxy started. */
    gotallo: 'accepted' | 'refused' | 'notUsed' | 'away';
    nativeBlock: 'configured' | 'refused' | 'notConfigured';
    read: 'stateAndBlock' | 'stateOnly' | 'notConfigured';
    store: 'embedded' | 'server' | 'slow' | 'low' | 'full' | 'away';
    clock: 'inStep' | 'apart';
    webhooks: 'seen' | 'noneLately' | 'notConfigured';
    /** The connection by which the proxy publishes events; the last five are why it cannot. */
    events: 'working' | 'notConfigured' | 'credentials' | 'flow' | 'setup' | 'limit' | 'away';
    eventAllowance: 'left' | 'low' | 'usedUp' | 'notTold' | 'notAsked';
    /** Whether messages of blocked conversations stay out of Salesforce: what is configured beside what was seen. */
    exclusion: 'holds' | 'holdsUnsaid' | 'leaks' | 'notProven' | 'notConfigured';
}

export type SetupCheckName = keyof SetupCodes;

/** What every check can come to: no answer within {0} seconds, and an error that the proxy's log tells more of. */
export type SetupTrouble = 'timedOut' | 'failed';

/** A value for a placeholder of the words: text, a number, a list of names, or a moment in ISO 8601. */
export type SetupFact = string | number | readonly string[] | { at: string };

/** One row of the set-up check. */
export interface SetupCheck<N extends SetupCheckName = SetupCheckName> {
    name: N;
    status: SetupStatus;
    /** Which words say what was found and what to do. */
    code: SetupCodes[N] | SetupTrouble;
    /** For the placeholders {0}, {1}, … of both. */
    facts: readonly SetupFact[];
    /** The page in Setup where it is looked after, as a path of the org; null: none. */
    link: string | null;
    /** A letter to GoTallo's support that is ready to be sent; null: none is needed. */
    letter: string | null;
}

/** The set-up check of one tenant for one caller. Holds no secrets and nothing of customers. */
export interface SetupView {
    /** ISO 8601; when the check was over. */
    checkedAt: string;
    /** 18 characters. */
    orgId: string;
    /** The tenant's name in the tenants file. */
    tenant: string;
    /** Problems first: error, warning, unknown, ok. */
    checks: readonly SetupCheck[];
}
