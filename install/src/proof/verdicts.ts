/** What came back from one call through the named credential. */
export interface CallResult {
    status: number | null;
    body: string;
    /** Why no call was made, or no answer came; null: one came. */
    problem: string | null;
}

/** What the proof shows: one row of the table under "Troubleshooting" in docs/admin-setup.md. */
export interface Verdict {
    id: string;
    words: string;
    mend: string;
}

interface Row extends Verdict {
    pattern: RegExp;
}

/** Words of Salesforce when no token is issued, or the call does not get out. */
const PROBLEMS: readonly Row[] = [
    row(
        'scope',
        /refresh_token scope is required/i,
        'No token is issued: the app lacks the scope RefreshToken.',
        'Add RefreshToken to the scopes in org-setup/main/default/extlClntAppOauthSettings and run this again.'
    ),
    row(
        'not-approved',
        /hasn'?t approved this consumer/i,
        'No token is issued: your permission sets are not in the policy of the app.',
        'Run this again; if it stays, add GoTallo_Base by hand under Policies of the app.'
    ),
    row(
        'audience',
        /audience is invalid/i,
        'No token is issued: the audience is not the one that this org wants.',
        'Run this again with --audience https://login.salesforce.com, or https://test.salesforce.com for a sandbox.'
    ),
    row(
        'app-not-known',
        /not installed in this org|app_not_found|client identifier invalid|invalid_client_id/i,
        'No token is issued: Salesforce does not know the app, or not yet.',
        'A new app takes 10 to 30 minutes to be known everywhere: run this again then. If it stays, try another --audience, and compare the consumer key.'
    ),
    row(
        'assertion',
        /invalid assertion|invalid client credentials|Invalid JWT Signature/i,
        "No token is issued: the app's certificate is not the one that the org signs with.",
        'Run this again with --renew-certificate. The refresh of a sandbox can cause it.'
    ),
    row(
        'no-principal',
        /couldn'?t access the credential|no read permissions on the User External Credential/i,
        'You lack the permission for the credential.',
        'Assign GoTallo_Viewer to yourself, wait a minute until Salesforce has recalculated it, and run this again.'
    ),
    row(
        'proxy-unreachable',
        /Connection refused|Read timed out|Unknown host|Unable to tunnel|PKIX|certificate|UnknownHost|timed out/i,
        'Salesforce does not reach the proxy.',
        'Compare the address, and look whether it is public, has a certificate of a known authority, and lets Salesforce in. Run this again when it is there.'
    )
];

/** Codes with which the proxy answers, and what they mean here. */
const CODES: readonly Row[] = [
    row(
        'wrong-tenant',
        /^wrong-org$/,
        'The proxy is not set up for this org.',
        'Give its operator the piece for tenants.json below. A sandbox gets a new id with each refresh.'
    ),
    row(
        'session',
        /^invalid-token$/,
        'The proxy got a token that Salesforce does not accept from there.',
        'Compare instanceUrl in tenants.json with the one below; and look for locked IP addresses in Session Settings.'
    ),
    row(
        'permission',
        /^(?:no-permission|api-disabled|user-type-not-allowed)$/,
        'The proxy refuses you: a permission is missing, such as API Enabled.',
        'Assign one of the permission set groups, and look whether API Access Control blocks the app.'
    ),
    row(
        'salesforce',
        /^salesforce-unavailable$/,
        'The proxy does not reach Salesforce.',
        'Its operator looks at /readyz and at instanceUrl in tenants.json.'
    ),
    row(
        'gotallo',
        /^gotallo-/,
        'The org and the proxy fit each other. GoTallo does not answer the proxy.',
        'Its operator compares baseUrl and token in tenants.json.'
    )
];

const WELL: Verdict = { id: 'well', words: 'Well: the org gets a token as you, and the proxy accepts it.', mend: '' };

/** What the two calls show together: to `/healthz`, which only needs a token, and to a conversation. */
export function verdictOf(health: CallResult, conversation: CallResult | null): Verdict {
    const failed = [health, conversation].find((each) => each !== null && each.problem !== null);
    if (failed?.problem) return fromRow(PROBLEMS, failed.problem) ?? unknown(failed.problem);
    if (health.status !== 200 || !health.body.includes('"alive"')) return notTheProxy(health.status);
    const code = codeIn(conversation?.body ?? '');
    if (conversation?.status === 200 || code === 'unknown-conversation') return WELL;
    return fromRow(CODES, code ?? '') ?? unknown(`status ${conversation?.status}${code === null ? '' : `, ${code}`}`);
}

function fromRow(rows: readonly Row[], text: string): Verdict | null {
    const found = rows.find(({ pattern }) => pattern.test(text));
    return found ? { id: found.id, words: found.words, mend: found.mend } : null;
}

function notTheProxy(status: number | null): Verdict {
    return {
        id: 'not-the-proxy',
        words: `Something other than the GoTallo proxy answers at that address (status ${status}).`,
        mend: 'Compare --proxy-url with the address that the operator gave you, path included, and run this again.'
    };
}

function unknown(said: string): Verdict {
    const mend = 'Look for these words in docs/admin-setup.md, under "Troubleshooting".';
    return { id: 'unknown', words: `It does not work yet. Salesforce or the proxy says: ${said}`, mend };
}

function codeIn(body: string): string | null {
    return /"code"\s*:\s*"([\w-]+)"/.exec(body)?.[1] ?? null;
}

function row(id: string, pattern: RegExp, words: string, mend: string): Row {
    return { id, pattern, words, mend };
}
