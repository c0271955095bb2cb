import { childrenNamed, textOf } from '../metadata-element.ts';
import type { MetadataElement } from '../metadata-element.ts';
import type { MetadataFile, Org } from '../org.ts';
import type { Problem } from '../problem.ts';
import { principalsOf } from './credentials.ts';

/** The classes, custom permissions and principals that permission sets grant exist; classes for components are granted. */
export function checkPermissionSets(org: Org): Problem[] {
    return org.permissionSets.flatMap((file) =>
        [...dangling(file, org), ...notGranted(file, org)].map((message) => ({ file: file.path, message }))
    );
}

function dangling({ root }: MetadataFile, org: Org): string[] {
    const principals = new Set(org.externalCredentials.flatMap(principalsOf));
    return [
        ...absent(root, 'classAccesses', 'apexClass', org.classes, 'class'),
        ...absent(root, 'customPermissions', 'name', org.customPermissions, 'custom permission'),
        ...absent(
            root,
            'externalCredentialPrincipalAccesses',
            'externalCredentialPrincipal',
            principals,
            'external credential principal'
        )
    ];
}

/** Without the class the whole card fails for the people of that permission set. */
function notGranted({ root }: MetadataFile, org: Org): string[] {
    const granted = new Set(childrenNamed(root, 'classAccesses').map((access) => textOf(access, 'apexClass')));
    return [...org.classes.values()]
        .filter(({ name, auraMethods }) => auraMethods.length > 0 && !granted.has(name))
        .map(({ name }) => `class ${name} has @AuraEnabled methods and is not granted`);
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

/** Names of managed packages carry their namespace; what a package holds cannot be seen from here. */
function isManaged(name: string): boolean {
    return name.includes('__');
}
