import { setupLink } from '../setup-links.ts';
import { obstacle, warning, type PreflightCheck } from './finding.ts';

/** Permissions of the installing user, by their names in Setup. */
const NEEDED = {
    PermissionsModifyMetadata: 'Modify Metadata Through Metadata API Functions',
    PermissionsCustomizeApplication: 'Customize Application',
    PermissionsAuthorApex: 'Author Apex',
    PermissionsAssignPermissionSets: 'Assign Permission Sets'
} as const;

type Row = Partial<Record<keyof typeof NEEDED, boolean>>;

export const checkRights: PreflightCheck = async ({ org, facts }) => {
    const names = Object.keys(NEEDED) as (keyof typeof NEEDED)[];
    let row: Row | undefined;
    try {
        [row] = await org.query<Row>(`SELECT ${names.join(', ')} FROM UserPermissionAccess`);
    } catch {
        const what = 'The org did not say which permissions you have.';
        return [warning('rights', what, 'If a step is refused, log in as a system administrator.')];
    }
    const missing = names.filter((name) => row?.[name] !== true).map((name) => NEEDED[name]);
    if (missing.length === 0) return [];
    const what = `${facts.username} lacks: ${missing.join(', ')}.`;
    return [
        obstacle(
            'rights',
            what,
            `Log in as a system administrator, or get a permission set with these: ${setupLink(facts.instanceUrl, 'permissionSets')}`
        )
    ];
};
