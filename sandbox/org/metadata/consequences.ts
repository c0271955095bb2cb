import { randomBytes } from 'node:crypto';
import { elementOf, elementsOf, textOf, withText, type Component } from './component.ts';
import { selfSigned } from './self-signed.ts';
import type { Consequence, SetupOrg } from './setup-org.ts';

const YEAR = 365 * 86_400_000;

/**
 * A certificate that is deployed gets a key pair of the org's own, and what is retrieved afterwards is its public part
 * (forcedotcom/cli#3025; reported from an org at API 67).
 */
const ownKeyPair: Consequence = (org, component, change) => {
    if (component.type !== 'Certificate') return;
    if (change === 'removed') org.keys.delete(component.name);
    else if (!org.keys.has(component.name)) {
        const validTo = new Date(Date.now() + YEAR);
        org.keys.set(component.name, selfSigned({ commonName: component.name, validTo }));
    }
};

/** Permission sets and their groups are records too; a group's assignments go with it. */
const setupRecords: Consequence = (org, { type, name }, change) => {
    if (type === 'PermissionSet') {
        if (change === 'set') org.ensureRow('PermissionSet', { Name: name });
        else org.removeRows('PermissionSet', { Name: name });
    }
    if (type !== 'PermissionSetGroup') return;
    if (change === 'set') org.ensureRow('PermissionSetGroup', { DeveloperName: name, Status: 'Updated' });
    else org.removeRows('PermissionSetGroup', { DeveloperName: name });
};

/** The consumer key is made with the global OAuth settings (sf project retrieve start has it afterwards). */
const consumerKey: Consequence = (org, { type, name }, change) => {
    if (type !== 'ExtlClntAppGlobalOauthSettings') return;
    if (change === 'removed') org.consumerKeys.delete(name);
    else if (!org.consumerKeys.has(name)) {
        org.consumerKeys.set(name, `3MVG9${randomBytes(40).toString('hex')}`);
    }
};

/**
 * Once an app and its OAuth settings are there, Salesforce makes both policies itself, named after the OAuth settings and
 * after the app, and open to everybody (forcedotcom/sf-skills, service-itsm-teams-itservice-configure; hardisgroupcom/sfdx-hardis,
 * src/common/utils; reported from an org at API 67).
 */
const ownPolicies: Consequence = (org, component, change) => {
    if (change !== 'set' || component.type !== 'ExtlClntAppOauthSettings') return;
    const app = elementOf(textOf(component), 'externalClientApplication');
    if (!org.ofApp('ExtlClntAppOauthConfigurablePolicies', app)) {
        const text = `<commaSeparatedPermissionSet></commaSeparatedPermissionSet><permittedUsersPolicyType>AllSelfAuthorized</permittedUsersPolicyType>`;
        org.set(policy('ExtlClntAppOauthConfigurablePolicies', `${component.name}_defaultPolicy`, app, text));
    }
    if (!org.ofApp('ExtlClntAppConfigurablePolicies', app)) {
        org.set(policy('ExtlClntAppConfigurablePolicies', `${app}_defaultPolicy`, app, '<isEnabled>true</isEnabled>'));
    }
};

function policy(type: string, name: string, app: string, text: string): Component {
    const isOauth = type === 'ExtlClntAppOauthConfigurablePolicies';
    const file = isOauth ? `extlClntAppOauthPolicies/${name}.ecaOauthPlcy` : `extlClntAppPolicies/${name}.ecaPlcy`;
    const xml = `<externalClientApplication>${app}</externalClientApplication>${text}`;
    return { type, name, files: new Map([[file, Buffer.from(`<${type}>${xml}</${type}>`)]]) };
}

/**
 * The sets that a policy names are linked to the app, as SetupEntityAccess. A name with a blank before it finds nothing:
 * every sample that works has none (Metadata API, ExtlClntAppOauthConfigurablePolicies).
 */
const policyLinks: Consequence = (org, component, change) => {
    if (change !== 'set' || component.type !== 'ExtlClntAppOauthConfigurablePolicies' || !org.traits.linksPolicySets)
        return;
    const app = org.find('ExternalClientApplication', elementOf(textOf(component), 'externalClientApplication'));
    if (!app) return;
    for (const name of elementOf(textOf(component), 'commaSeparatedPermissionSet').split(',')) {
        const [set] = org.rows('PermissionSet', { Name: name });
        if (set) org.ensureRow('SetupEntityAccess', { ParentId: set.Id, SetupEntityId: org.idOf(app) });
    }
};

/** What belongs to an app goes with it. */
const appParts: Consequence = (org, { type, name }, change) => {
    if (type !== 'ExternalClientApplication' || change !== 'removed') return;
    const parts = org.all().filter((each) => elementOf(textOf(each), 'externalClientApplication') === name);
    parts.forEach((part) => org.remove(part));
    org.removeRows('SetupEntityAccess', { SetupEntityId: org.idOf({ type, name }) });
};

/** Each label is a component of its own too; without any, their file is gone. */
const singleLabels: Consequence = (org, component, change) => {
    if (component.type === 'CustomLabels' && change === 'set') {
        const names = elementsOf(textOf(component), 'fullName');
        for (const name of names) org.set({ type: 'CustomLabel', name, files: new Map() });
    }
    if (component.type !== 'CustomLabel' || change !== 'removed' || org.all('CustomLabel').length > 0) return;
    org.all('CustomLabels').forEach((file) => org.remove(file));
};

export const CONSEQUENCES: readonly Consequence[] = [
    ownKeyPair,
    setupRecords,
    consumerKey,
    ownPolicies,
    policyLinks,
    appParts,
    singleLabels
];

/** A component as it is retrieved: not always what was deployed. */
export function asRetrieved(org: SetupOrg, component: Component): Component {
    if (component.type === 'Certificate') return withOwnPublicPart(org, component);
    const key = org.consumerKeys.get(component.name);
    if (component.type !== 'ExtlClntAppGlobalOauthSettings' || key === undefined || !org.traits.showsConsumerKey) {
        return component;
    }
    const end = '</ExtlClntAppGlobalOauthSettings>';
    return withText(component, textOf(component).replace(end, `<consumerKey>${key}</consumerKey>${end}`));
}

function withOwnPublicPart(org: SetupOrg, component: Component): Component {
    const pem = org.keys.get(component.name)?.certificatePem ?? '';
    const files = [...component.files].map(([file, content]) => {
        return [file, file.endsWith('.crt') ? Buffer.from(pem) : content] as const;
    });
    return { ...component, files: new Map(files) };
}

/** The permission sets of a group. */
export function setsOfGroup(group: Component): string[] {
    return elementsOf(textOf(group), 'permissionSets');
}
