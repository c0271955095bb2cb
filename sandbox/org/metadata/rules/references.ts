import { blocksOf, elementOf, elementsOf, textOf, type Component } from '../component.ts';
import { isKnown, type Deployment, type Rule } from './rule.ts';

/** A reference that a component makes: the type and the name of what must be there. */
interface Reference {
    field: string;
    type: string;
    name: string;
}

/**
 * What a component refers to must be in the org, or come in the same call (Metadata API Developer Guide, deploy():
 * "In field: … - no … named … found").
 */
export const knownReferences: Rule = (component, deployment) => {
    const missing = referencesOf(component).find(({ type, name }) => !isKnown(deployment, type, name));
    if (!missing) return null;
    return `In field: ${missing.field} - no ${missing.type} named ${missing.name} found`;
};

/** A permission set names the principal of an external credential as `Credential-Principal`. */
export const knownPrincipal: Rule = (component, deployment) => {
    if (component.type !== 'PermissionSet') return null;
    const names = elementsOf(textOf(component), 'externalCredentialPrincipal');
    const missing = names.find((name) => !hasPrincipal(name, deployment));
    if (missing === undefined) return null;
    return `In field: externalCredentialPrincipal - no ExternalCredentialParameter named ${missing} found`;
};

function hasPrincipal(name: string, { org, incoming }: Deployment): boolean {
    const [credential = '', principal = ''] = name.split('-');
    const found =
        incoming.find((each) => each.type === 'ExternalCredential' && each.name === credential) ??
        org.find('ExternalCredential', credential);
    return found !== undefined && elementsOf(textOf(found), 'parameterName').includes(principal);
}

function referencesOf(component: Component): Reference[] {
    const xml = textOf(component);
    switch (component.type) {
        case 'ExternalCredential':
            return refs('certificate', 'Certificate', elementsOf(xml, 'certificate'));
        case 'NamedCredential':
            return refs('externalCredential', 'ExternalCredential', elementsOf(xml, 'externalCredential'));
        case 'PermissionSet':
            return permissionSetReferences(xml);
        case 'PermissionSetGroup':
            return refs('permissionSets', 'PermissionSet', elementsOf(xml, 'permissionSets'));
        default:
            return appReferences(component, xml);
    }
}

/** The parts of an external client app name it. */
function appReferences({ type }: Component, xml: string): Reference[] {
    if (!type.startsWith('ExtlClntApp')) return [];
    const app = elementOf(xml, 'externalClientApplication');
    return refs('externalClientApplication', 'ExternalClientApplication', [app]);
}

function permissionSetReferences(xml: string): Reference[] {
    const custom = elementsOf(xml, 'object').filter((name) => /__(?:c|e|mdt)$/.test(name));
    const permissions = blocksOf(xml, 'customPermissions').map((block) => elementOf(block, 'name'));
    return [
        ...refs('apexClass', 'ApexClass', elementsOf(xml, 'apexClass')),
        ...refs('customPermission', 'CustomPermission', permissions),
        ...refs('object', 'CustomObject', custom)
    ];
}

function refs(field: string, type: string, names: readonly string[]): Reference[] {
    return names.map((name) => ({ field, type, name }));
}
