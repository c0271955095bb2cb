import type { RequestListener } from 'node:http';
import { copyPreparedDatabase } from '../../scripts/prepared-database.ts';
import { listen } from '../listen.ts';
import { startLocalServices } from '../local-services.ts';
import { CONSEQUENCES } from '../org/metadata/consequences.ts';
import type { OrgTraits } from '../org/metadata/org-traits.ts';
import { createSetupApp } from '../org/metadata/setup-app.ts';
import { SetupOrg } from '../org/metadata/setup-org.ts';
import type { MetadataFaults } from '../org/metadata/soap-router.ts';
import { LocalOrg } from '../org/org.ts';
import type { FieldValue } from '../org/record-store.ts';
import { ORGANIZATION_ID } from '../org/users.ts';
import { dataFolder, proxyEnvironment } from '../proxy-environment.ts';
import { startProxy } from '../proxy-process.ts';
import { createRunFolder, removeFolder } from '../run-folder.ts';
import { startTlsFront } from './tls-front.ts';

/** Who installs, and who is installed for. */
export const ADMIN = 'maya.admin@sandbox.example';
export const AGENT = 'ana.silva@sandbox.example';
export const SUPERVISOR = 'dana.fox@sandbox.example';

/** An org as it is before anything is installed. */
export interface EmptyOrg {
    traits?: Partial<OrgTraits>;
    /** Of its record Organization; a sandbox if left out. */
    organization?: Record<string, FieldValue>;
    /** Another one than the proxy is set up for. */
    orgId?: string;
    /** Permissions that the admin does not have. */
    lacks?: readonly string[];
    hasPackage?: boolean;
}

/** An org to install into, with the real proxy beside it. */
export interface Rehearsal {
    /** The org that there is now. */
    org(): SetupOrg;
    faults: MetadataFaults;
    orgUrl: string;
    /** As the org calls it: https. */
    proxyUrl: string;
    /** Who calls the proxy has to trust this. PEM. */
    authority: string;
    /** Puts a new org in the place of the present one, and gives a token of its admin. */
    reset(empty?: EmptyOrg): string;
    stop(): Promise<void>;
}

/** Starts the proxy, and an org at an address that stays while one org after the other is installed into. */
export async function startRehearsal(): Promise<Rehearsal> {
    const services = await startLocalServices();
    const faults: MetadataFaults = { before: () => undefined, isStuck: false };
    let app: RequestListener = (_request, response) => response.end();
    const orgServer = await listen((request, response) => app(request, response));
    const folder = createRunFolder();
    await copyPreparedDatabase(dataFolder(folder));
    const proxy = await startProxy(proxyEnvironment(folder, { ...services, orgServer }, {}));
    const front = await startTlsFront(proxy.url);
    let org = newOrg({}, front.authority);
    return {
        org: () => org,
        faults,
        orgUrl: orgServer.url,
        proxyUrl: front.url,
        authority: front.authority,
        reset: (empty = {}) => {
            org = newOrg(empty, front.authority);
            Object.assign(faults, { before: () => undefined, isStuck: false });
            app = createSetupApp(org, faults);
            return newToken(org);
        },
        stop: async () => {
            await front.close();
            await proxy.stop();
            for (const server of [orgServer, services.orgServer, services.gotalloServer]) await server.close();
            removeFolder(folder);
        }
    };
}

/** A token of the admin, as a login has one. */
function newToken(org: SetupOrg): string {
    const admin = org.local.findUser(ADMIN);
    if (!admin) throw new Error(`There is no ${ADMIN}.`);
    return org.local.sessions.open(admin);
}

function newOrg(
    { traits, organization, orgId = ORGANIZATION_ID, lacks = [], hasPackage = true }: EmptyOrg,
    authority: string
): SetupOrg {
    const local = new LocalOrg();
    local.records.remove('Organization', ORGANIZATION_ID);
    const usual = { Name: 'Rehearsal', IsSandbox: true, OrganizationType: 'Enterprise Edition' };
    local.records.insert('Organization', { ...usual, ...organization }, orgId);
    const rights = ['ModifyMetadata', 'CustomizeApplication', 'AuthorApex', 'AssignPermissionSets'];
    const granted = rights.map((right) => [`Permissions${right}`, !lacks.includes(right)]);
    local.records.insert('UserPermissionAccess', Object.fromEntries(granted) as Record<string, boolean>);
    if (hasPackage) installPackage(local);
    return new SetupOrg(local, { trusted: [authority], ...traits }, CONSEQUENCES);
}

/** What an installer sees of GoTallo's package. */
function installPackage({ records }: LocalOrg): void {
    records.insert('PackageLicense', { NamespacePrefix: 'Social25' });
    for (const [object, field] of [
        ['Lead', 'Social25__Heroku_Conversation_Id__c'],
        ['Social25__Heroku_Message__c', 'Social25__Chat_Identifier__c']
    ] as const) {
        const entity = records.insert('EntityDefinition', { QualifiedApiName: object });
        records.insert('FieldDefinition', { QualifiedApiName: field, EntityDefinitionId: entity.Id });
    }
}
