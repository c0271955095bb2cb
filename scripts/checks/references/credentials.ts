import { childrenNamed, textOf } from '../metadata-element.ts';
import type { MetadataFile, Org } from '../org.ts';
import type { Problem } from '../problem.ts';

/** Made by hand in every org, because a deployed certificate gets a new key there (docs/admin-setup.md). */
const CERTIFICATES_IN_ORG = new Set(['GoTallo_JWT']);

/** Principals of an external credential, as permission sets name them. */
export function principalsOf({ name, root }: MetadataFile): string[] {
    return childrenNamed(root, 'externalCredentialParameters')
        .filter((parameter) => textOf(parameter, 'parameterType')?.endsWith('Principal'))
        .map((parameter) => `${name}-${textOf(parameter, 'parameterName')}`);
}

/** Credentials, certificates, apps and permission sets that credentials and apps refer to exist. */
export function checkCredentials(org: Org): Problem[] {
    return [...namedCredentialProblems(org), ...certificateProblems(org), ...clientAppProblems(org)];
}

function namedCredentialProblems(org: Org): Problem[] {
    const defined = new Set(org.externalCredentials.map(({ name }) => name));
    return references(org.namedCredentials, 'namedCredentialParameters', 'externalCredential')
        .filter(({ name }) => !defined.has(name))
        .map(({ file, name }) => ({ file, message: `no external credential ${name}` }));
}

function certificateProblems(org: Org): Problem[] {
    return references(org.externalCredentials, 'externalCredentialParameters', 'certificate')
        .filter(({ name }) => !CERTIFICATES_IN_ORG.has(name))
        .map(({ file, name }) => ({ file, message: `certificate ${name} is not one that the set-up creates` }));
}

function clientAppProblems(org: Org): Problem[] {
    const permissionSets = new Set(org.permissionSets.map(({ name }) => name));
    return org.clientAppParts.flatMap(({ path: file, root }) => {
        const app = textOf(root, 'externalClientApplication') ?? '';
        const wrongApp = org.externalClientApps.has(app) ? [] : [`no external client app ${app}`];
        const wrongSets = (textOf(root, 'commaSeparatedPermissionSet') ?? '')
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name !== '' && !permissionSets.has(name))
            .map((name) => `no permission set ${name}`);
        return [...wrongApp, ...wrongSets].map((message) => ({ file, message }));
    });
}

function references(files: MetadataFile[], parameters: string, member: string): { file: string; name: string }[] {
    return files.flatMap(({ path: file, root }) =>
        childrenNamed(root, parameters)
            .map((parameter) => textOf(parameter, member))
            .filter((name) => name !== null)
            .map((name) => ({ file, name }))
    );
}
