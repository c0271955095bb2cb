import { existsSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { FORCE_APP, ORG_SETUP } from '../paths.ts';

/** What permission sets grant together, as far as the local org knows it. */
export interface Granted {
    customPermissions: string[];
    /** Permissions of the platform itself, such as `ApiEnabled`. */
    userPermissions: string[];
    /** Objects and events that may be read. */
    readable: string[];
    /** Objects and events that may be created. */
    creatable: string[];
}

interface PermissionSetDocument {
    PermissionSet: {
        customPermissions?: { name: string }[];
        objectPermissions?: { object: string; allowCreate: string; allowRead: string }[];
        userPermissions?: { name: string }[];
    };
}

interface GroupDocument {
    PermissionSetGroup: { permissionSets: string[] };
}

const LISTS = new Set(['customPermissions', 'objectPermissions', 'permissionSets', 'userPermissions']);
const parser = new XMLParser({ parseTagValue: false, isArray: (name) => LISTS.has(name) });

/**
 * What a user may do who has these permission sets and permission set groups of the project.
 * @param names such as `GoTallo_Agent`
 * @throws Error when the project has no set and no group of that name
 */
export function grantedBy(names: readonly string[]): Granted {
    const sets = [...new Set(names.flatMap(setsOf))].map(readSet);
    const objects = sets.flatMap(({ objectPermissions = [] }) => objectPermissions);
    return {
        customPermissions: sets.flatMap(({ customPermissions = [] }) => customPermissions.map(({ name }) => name)),
        userPermissions: sets.flatMap(({ userPermissions = [] }) => userPermissions.map(({ name }) => name)),
        readable: objects.filter(({ allowRead }) => allowRead === 'true').map(({ object }) => object),
        creatable: objects.filter(({ allowCreate }) => allowCreate === 'true').map(({ object }) => object)
    };
}

/** The sets of a group; a set is itself. */
function setsOf(name: string): string[] {
    const file = `${ORG_SETUP}permissionsetgroups/${name}.permissionsetgroup-meta.xml`;
    return existsSync(file) ? (read(file) as GroupDocument).PermissionSetGroup.permissionSets : [name];
}

function readSet(name: string): PermissionSetDocument['PermissionSet'] {
    const files = [FORCE_APP, ORG_SETUP].map((folder) => `${folder}permissionsets/${name}.permissionset-meta.xml`);
    const file = files.find((each) => existsSync(each));
    if (file === undefined) throw new Error(`There is no permission set ${name}.`);
    return (read(file) as PermissionSetDocument).PermissionSet;
}

function read(file: string): unknown {
    return parser.parse(readFileSync(file, 'utf8'));
}
