import type { ObjectSchema, Relationship } from './schema.ts';

function object(
    name: string,
    keyPrefix: string,
    fields: readonly string[],
    relationships: Record<string, Relationship> = {}
): ObjectSchema {
    return { name, label: name, keyPrefix, fields: ['Id', ...fields], relationships };
}

/** Objects of Setup, as far as an installer asks for them (Object Reference, the page of each). */
export const SETUP_OBJECTS: readonly ObjectSchema[] = [
    object('PermissionSet', '0PS', ['Name', 'Label', 'PermissionSetGroupId']),
    object('PermissionSetGroup', '0PG', ['DeveloperName', 'Status']),
    object('PermissionSetAssignment', '0Pa', ['AssigneeId', 'PermissionSetId', 'PermissionSetGroupId'], {
        Assignee: { lookup: 'AssigneeId', object: 'User' },
        PermissionSet: { lookup: 'PermissionSetId', object: 'PermissionSet' },
        PermissionSetGroup: { lookup: 'PermissionSetGroupId', object: 'PermissionSetGroup' }
    }),
    object('SetupEntityAccess', '0J0', ['ParentId', 'SetupEntityId']),
    object('PackageLicense', '050', ['NamespacePrefix']),
    object('EntityDefinition', '4if', ['QualifiedApiName']),
    object('FieldDefinition', '4fd', ['QualifiedApiName', 'EntityDefinitionId'], {
        EntityDefinition: { lookup: 'EntityDefinitionId', object: 'EntityDefinition' }
    }),
    object('UserPermissionAccess', '0uP', [
        ...['PermissionsModifyMetadata', 'PermissionsCustomizeApplication'],
        ...['PermissionsAuthorApex', 'PermissionsAssignPermissionSets']
    ])
];
