/** What the letter is about. */
export interface LetterFacts {
    orgId: string;
    /** The org's address, which tells a sandbox from production. */
    instanceUrl: string;
    tenantId: string;
}

/**
 * The letter that asks GoTallo's support to exclude BLOCKED for this org. It is in English whatever language the reader
 * has: it goes to GoTallo. `docs/admin-setup.md` has the same, with what else is asked for at first.
 */
export function exclusionLetter({ orgId, instanceUrl, tenantId }: LetterFacts): string {
    return `To: support@GoTallo.com
Subject: Exclude the BLOCKED state from pushing, org ${orgId}

Hello,

please exclude the conversation state BLOCKED from pushing messages to our Salesforce org:

    Organization id:  ${orgId}
    Environment:      ${environmentOf(instanceUrl)}
    GoTallo tenant:   ${tenantId}

Please confirm when BLOCKED is excluded.

Thank you
`;
}

/** By the My Domain, whose form Salesforce documents ("My Domain URL Formats"). */
function environmentOf(instanceUrl: string): string {
    const host = new URL(instanceUrl).hostname;
    const sandbox = /--([a-z0-9]+)\.sandbox\.my\.salesforce\.com$/.exec(host)?.[1];
    if (sandbox !== undefined) return `sandbox ${sandbox}`;
    const other = /\.(scratch|develop|trailblaze)\.my\.salesforce\.com$/.exec(host)?.[1];
    return other ?? 'production';
}
