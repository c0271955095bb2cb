import { childrenNamed, textOf } from '../metadata-element.ts';
import type { MetadataElement } from '../metadata-element.ts';
import type { MetadataFile, Org } from '../org.ts';
import type { Problem } from '../problem.ts';
import { principalsOf } from './credentials.ts';
import { isManaged } from './managed-names.ts';
import { platformImports } from './platform-imports.ts';

/** Events that components listen to, as `lightning/empApi` names them. */
const EVENT_CHANNEL = /\/event\/(\w+__e)\b/g;

/**
 * What permission sets grant exists, and so do the sets of a group. Groups are the personas of people with the card:
 * their sets together grant the classes that components call, the events that components listen to, and the credential
 * that leads to the proxy.
 */
export function checkPermissionSets(org: Org): Problem[] {
    return [
        ...org.permissionSets.flatMap((file) => problemsOf(file, dangling(file, org))),
        ...org.permissionSetGroups.flatMap((file) => problemsOf(file, groupFaults(file, org)))
    ];
}

function problemsOf({ path: file }: MetadataFile, messages: string[]): Problem[] {
    return messages.map((message) => ({ file, message }));
}

function dangling({ root }: MetadataFile, org: Org): string[] {
    const principals = new Set(org.externalCredentials.flatMap(principalsOf));
    return [
        ...absent(root, 'classAccesses', 'apexClass', org.classes, 'class'),
        ...absent(root, 'customPermissions', 'name', org.customPermissions, 'custom permission'),
        ...absent(root, 'tabSettings', 'tab', new Set(org.tabs.map(({ name }) => name)), 'tab'),
        ...absent(root, 'customMetadataTypeAccesses', 'name', org.objects, 'custom metadata type'),
        ...absent(
            root,
            'objectPermissions',
            'object',
            { has: (name) => isStandard(name) || org.objects.has(name) },
            'object'
        ),
        ...absent(
            root,
            'externalCredentialPrincipalAccesses',
            'externalCredentialPrincipal',
            principals,
            'external credential principal'
        )
    ];
}

function groupFaults({ root }: MetadataFile, org: Org): string[] {
    const members = childrenNamed(root, 'permissionSets').map(({ text }) => text);
    const missing = members
        .filter((name) => !isManaged(name) && !org.permissionSets.some((set) => set.name === name))
        .map((name) => `no permission set ${name}`);
    const sets = org.permissionSets.filter(({ name }) => members.includes(name)).map((set) => set.root);
    return [...missing, ...notGranted(sets, org)];
}

/** Without the class or the credential the whole card fails for the people of that group; without the event it lags. */
function notGranted(sets: MetadataElement[], org: Org): string[] {
    const grants = (kind: string) => sets.flatMap((set) => childrenNamed(set, kind));
    const granted = new Set(grants('classAccesses').map((access) => textOf(access, 'apexClass')));
    const readable = new Set(
        grants('objectPermissions')
            .filter((permission) => textOf(permission, 'allowRead') === 'true')
            .map((permission) => textOf(permission, 'object'))
    );
    const principals = grants('externalCredentialPrincipalAccesses');
    const shown = new Set(grants('tabSettings').map((setting) => textOf(setting, 'tab') ?? ''));
    const ofHiddenTabs = classesOfTabs(org, (tab) => !shown.has(tab));
    return [
        ...[...org.classes.values()]
            .filter(({ name, auraMethods }) => auraMethods.length > 0 && !granted.has(name) && !ofHiddenTabs.has(name))
            .map(({ name }) => `class ${name} has @AuraEnabled methods and is not granted`),
        ...[...eventsOf(org)]
            .filter((name) => !readable.has(name))
            .map((name) => `components listen to ${name}, and it may not be read`),
        ...(principals.length === 0 ? ['no external credential principal is granted'] : [])
    ];
}

/** Classes that only the components of such tabs call: whoever does not see the tab does not need them. */
function classesOfTabs(org: Org, isSuch: (tab: string) => boolean): ReadonlySet<string> {
    const components = new Set(
        org.tabs.filter(({ name }) => isSuch(name)).map(({ root }) => textOf(root, 'lwcComponent') ?? '')
    );
    const calls = org.components.flatMap(platformImports).filter(({ kind }) => kind === 'apex');
    const bundleOf = (file: string): string => /\/lwc\/([^/]+)\//.exec(file)?.[1] ?? '';
    const classOf = (name: string): string => name.split('.')[0] ?? '';
    const elsewhere = new Set(
        calls.filter(({ file }) => !components.has(bundleOf(file))).map(({ name }) => classOf(name))
    );
    return new Set(calls.map(({ name }) => classOf(name)).filter((name) => !elsewhere.has(name)));
}

function eventsOf(org: Org): Set<string> {
    return new Set(
        org.components.flatMap(({ text }) => [...text.matchAll(EVENT_CHANNEL)].map(([, name = '']) => name))
    );
}

function absent(
    root: MetadataElement,
    grant: string,
    member: string,
    defined: { has(name: string): boolean },
    what: string
): string[] {
    return childrenNamed(root, grant)
        .map((element) => textOf(element, member) ?? '')
        .filter((name) => !isManaged(name) && !defined.has(name))
        .map((name) => `no ${what} ${name}`);
}

function isStandard(name: string): boolean {
    return !name.includes('__');
}
