import { childrenNamed, textOf } from '../metadata-element.ts';
import type { MetadataElement } from '../metadata-element.ts';
import type { MetadataFile, Org } from '../org.ts';
import type { Problem } from '../problem.ts';
import { principalsOf } from './credentials.ts';
import { isManaged } from './managed-names.ts';

/** Events that components listen to, as `lightning/empApi` names them. */
const EVENT_CHANNEL = /\/event\/(\w+__e)\b/g;

/**
 * What permission sets grant exists. Sets for people with the card grant the classes that components call and let them
 * hear the events that components listen to.
 */
export function checkPermissionSets(org: Org): Problem[] {
    return org.permissionSets.flatMap((file) =>
        [...dangling(file, org), ...(isForPeople(file) ? notGranted(file, org) : [])].map((message) => ({
            file: file.path,
            message
        }))
    );
}

function dangling({ root }: MetadataFile, org: Org): string[] {
    const principals = new Set(org.externalCredentials.flatMap(principalsOf));
    return [
        ...absent(root, 'classAccesses', 'apexClass', org.classes, 'class'),
        ...absent(root, 'customPermissions', 'name', org.customPermissions, 'custom permission'),
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

/** Whoever calls the proxy has the card; the proxy's own user has neither. */
function isForPeople({ root }: MetadataFile): boolean {
    return ['classAccesses', 'externalCredentialPrincipalAccesses'].some(
        (grant) => childrenNamed(root, grant).length > 0
    );
}

/** Without the class the whole card fails for the people of that permission set; without the event it lags. */
function notGranted({ root }: MetadataFile, org: Org): string[] {
    const granted = new Set(childrenNamed(root, 'classAccesses').map((access) => textOf(access, 'apexClass')));
    const readable = new Set(
        childrenNamed(root, 'objectPermissions')
            .filter((permission) => textOf(permission, 'allowRead') === 'true')
            .map((permission) => textOf(permission, 'object'))
    );
    const classes = [...org.classes.values()]
        .filter(({ name, auraMethods }) => auraMethods.length > 0 && !granted.has(name))
        .map(({ name }) => `class ${name} has @AuraEnabled methods and is not granted`);
    const events = [...eventsOf(org)]
        .filter((name) => !readable.has(name))
        .map((name) => `components listen to ${name}, and it may not be read`);
    return [...classes, ...events];
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
