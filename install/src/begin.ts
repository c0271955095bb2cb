import type { Console } from './console.ts';
import { readFacts, type OrgFacts } from './facts.ts';
import type { OrgPort } from './org/port.ts';
import type { Report } from './report.ts';

/** Logs in, and says which org it is, on the console and in the report. @throws Trouble */
export async function begin(
    { console, openOrg }: { console: Console; openOrg(): Promise<OrgPort> },
    report: Report
): Promise<{ org: OrgPort; facts: OrgFacts }> {
    const org = await openOrg();
    const facts = await readFacts(org);
    const { orgId, name, edition, isProduction, instanceUrl, myDomain, username } = facts;
    report.org = { orgId, name, edition, isProduction, instanceUrl, myDomain, username };
    console.say(`${name} (${orgId}, ${edition}), as ${username}`);
    return { org, facts };
}
