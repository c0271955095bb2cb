import type { InstallContext } from '../context.ts';
import { GROUPS } from '../layout.ts';
import { soqlList } from '../soql.ts';
import { refused } from './refusals.ts';
import { there, todo, type Step } from './step.ts';

/** Before there were groups, each persona was a permission set of the same name. */
const EARLIER = Object.values(GROUPS);

/** Moves people from the permission sets of an earlier version to the groups, then deletes the sets. */
export const earlierSetsStep: Step = {
    title: 'Permission sets of an earlier version',
    look: async (context) => {
        const found = await earlierSets(context);
        if (found.length === 0) return there('none');
        return todo(`${found.map(({ Name }) => Name).join(', ')}: their people move to the groups`);
    },
    doIt: async (context) => {
        const found = await earlierSets(context);
        let moved = 0;
        for (const { Id, Name } of found) moved += await movePeople(context, Id, Name);
        const names = found.map(({ Name }) => ({ type: 'PermissionSet', name: Name }));
        const outcome = await context.org.delete(names);
        if (outcome.failures.length > 0) throw refused('The permission sets of an earlier version stay', outcome);
        return `${moved} people moved, ${found.length} sets deleted`;
    }
};

async function earlierSets({ org }: InstallContext): Promise<{ Id: string; Name: string }[]> {
    return org.query(
        `SELECT Id, Name FROM PermissionSet WHERE Name IN (${soqlList(EARLIER)}) AND PermissionSetGroupId = null`
    );
}

/** The new right comes before the old one goes, so that nobody is without in between. */
async function movePeople({ org }: InstallContext, setId: string, name: string): Promise<number> {
    const rows = await org.query<{ Id: string; AssigneeId: string }>(
        `SELECT Id, AssigneeId FROM PermissionSetAssignment WHERE PermissionSetId = '${setId}'`
    );
    const [group] = await org.query<{ Id: string }>(
        `SELECT Id FROM PermissionSetGroup WHERE DeveloperName = '${name}'`
    );
    const has = await org.query<{ AssigneeId: string }>(
        `SELECT AssigneeId FROM PermissionSetAssignment WHERE PermissionSetGroupId = '${group?.Id ?? ''}'`
    );
    for (const { Id, AssigneeId } of rows) {
        if (group !== undefined && !has.some((each) => each.AssigneeId === AssigneeId)) {
            await org.create('PermissionSetAssignment', { AssigneeId, PermissionSetGroupId: group.Id });
        }
        await org.remove('PermissionSetAssignment', Id);
    }
    return rows.length;
}
