import type { OrgUser } from '../users.ts';
import { blocksOf, elementOf, elementsOf, textOf, type Component } from './component.ts';
import { setsOfGroup } from './consequences.ts';
import type { SetupOrg } from './setup-org.ts';

/** The permission sets that a user has, by themselves and by groups. */
export function setsOf(org: SetupOrg, user: OrgUser): Component[] {
    const names = org.rows('PermissionSetAssignment', { AssigneeId: user.id }).flatMap((row) => {
        const [set] = org.rows('PermissionSet', { Id: row['PermissionSetId'] ?? null });
        const [group] = org.rows('PermissionSetGroup', { Id: row['PermissionSetGroupId'] ?? null });
        const component = group && org.find('PermissionSetGroup', String(group['DeveloperName']));
        return [...(set ? [String(set['Name'])] : []), ...(component ? setsOfGroup(component) : [])];
    });
    return [...new Set(names)].map((name) => org.find('PermissionSet', name)).filter((each) => each !== undefined);
}

/** Whether one of the sets lets its people use the principal of a credential, and keep a token of it. */
export function mayUseCredential(sets: readonly Component[], credential: string): boolean {
    const texts = sets.map(textOf);
    const hasPrincipal = texts.some((text) =>
        elementsOf(text, 'externalCredentialPrincipal').some((name) => name.startsWith(`${credential}-`))
    );
    const mayRead = texts
        .flatMap((text) => blocksOf(text, 'objectPermissions'))
        .some((block) => {
            const isTokens = elementOf(block, 'object') === 'UserExternalCredential';
            return isTokens && elementOf(block, 'allowRead') === 'true';
        });
    return hasPrincipal && mayRead;
}

/** The same user, with the permissions that their sets give them. */
export function withRights(user: OrgUser, sets: readonly Component[]): OrgUser {
    const names = sets.flatMap((set) =>
        blocksOf(textOf(set), 'customPermissions').map((block) => elementOf(block, 'name'))
    );
    return { ...user, permissions: names.map((name) => ({ namespace: null, name })) };
}
