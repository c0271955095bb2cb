import type { Console } from './console.ts';
import type { OrgFacts } from './facts.ts';
import type { OrgPort } from './org/port.ts';
import type { InstallOptions } from './options.ts';

/** The certificate that the org signs with. */
export interface OrgCertificate {
    name: string;
    /** Its public part: DER in base64. */
    base64: string;
    validTo: Date;
}

/** What one step finds out and a later one needs. Never written anywhere. */
interface Memory {
    certificate?: OrgCertificate;
    consumerKey?: string;
    /** Whether this run made the app, which takes a while to be known everywhere in Salesforce. */
    hasNewApp?: boolean;
}

/** What preflight, steps and proof work with. */
export interface InstallContext {
    org: OrgPort;
    facts: OrgFacts;
    options: InstallOptions;
    /** The folder with sfdx-project.json. */
    project: string;
    console: Console;
    memory: Memory;
    /** Where the code lies with its components compiled: the org gets their JavaScript. */
    compiled(): Promise<string>;
}
