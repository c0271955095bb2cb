import type { OrgPort } from './org/port.ts';
import { soqlText } from './soql.ts';

/** What is known of an org before anything is looked at closely. */
export interface OrgFacts {
    orgId: string;
    name: string;
    edition: string;
    isProduction: boolean;
    instanceUrl: string;
    /** null: the org has no My Domain. */
    myDomain: string | null;
    username: string;
    userId: string;
    email: string;
}

interface OrganizationRow {
    Name: string;
    OrganizationType: string;
    IsSandbox: boolean;
    TrialExpirationDate: string | null;
}

/** Asks the org who it is. */
export async function readFacts(org: OrgPort): Promise<OrgFacts> {
    const [rows, users, myDomain] = await Promise.all([
        org.query<OrganizationRow>('SELECT Name, OrganizationType, IsSandbox, TrialExpirationDate FROM Organization'),
        org.query<{ Id: string; Email: string }>(
            `SELECT Id, Email FROM User WHERE Username = ${soqlText(org.username)}`
        ),
        org.myDomain()
    ]);
    const [organization, user] = [rows[0], users[0]];
    if (organization === undefined || user === undefined) throw new Error('The org does not say who it is.');
    return {
        orgId: org.orgId,
        name: organization.Name,
        edition: organization.OrganizationType,
        // A scratch org and a trial have an end. Developer Edition has none, and takes code without tests.
        isProduction: !organization.IsSandbox && organization.OrganizationType !== 'Developer Edition',
        instanceUrl: org.instanceUrl,
        myDomain,
        username: org.username,
        userId: user.Id,
        email: user.Email
    };
}
