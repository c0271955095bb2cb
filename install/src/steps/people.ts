import type { InstallContext } from '../context.ts';
import { GROUPS } from '../layout.ts';
import { soqlList } from '../soql.ts';
import { Trouble } from '../trouble.ts';
import { there, todo, type Step } from './step.ts';

/** A person who should have a permission set group. */
interface Assignment {
    username: string;
    group: string;
}

/** The people who are named, and the one who installs: the proof runs in their name. */
export const peopleStep: Step = {
    title: 'People',
    look: async (context) => {
        const missing = await missingAssignments(context);
        if (missing.length === 0) return there('everybody who is named has their permission set group');
        return todo(missing.map(({ username, group }) => `${username} gets ${group}`).join(', '));
    },
    doIt: async (context) => {
        const missing = await missingAssignments(context);
        const groups = await idsOf(context, 'PermissionSetGroup', 'DeveloperName', Object.values(GROUPS));
        const usernames = missing.map(({ username }) => username);
        const users = await idsOf(context, 'User', 'Username', usernames);
        for (const { username, group } of missing) {
            const [assignee, id] = [users.get(username.toLowerCase()), groups.get(group.toLowerCase())];
            if (assignee === undefined || id === undefined) {
                throw new Trouble(`${username} or ${group} is not in the org.`, 'Run the same command again.');
            }
            await context.org.create('PermissionSetAssignment', { AssigneeId: assignee, PermissionSetGroupId: id });
        }
        return `${missing.length} assigned`;
    }
};

async function missingAssignments({ org, options, facts }: InstallContext): Promise<Assignment[]> {
    const rows = await org.query<AssignmentRow>(
        `SELECT Assignee.Username, PermissionSetGroup.DeveloperName FROM PermissionSetAssignment WHERE PermissionSetGroup.DeveloperName IN (${soqlList(Object.values(GROUPS))})`
    );
    const has = rows.map((row) => ({ username: row.Assignee.Username, group: row.PermissionSetGroup.DeveloperName }));
    const wanted = [
        ...options.agents.map((username) => ({ username, group: GROUPS.agent })),
        ...options.supervisors.map((username) => ({ username, group: GROUPS.supervisor }))
    ];
    const isAny = [...has, ...wanted].some(({ username }) => isSame(username, facts.username));
    const all = isAny ? wanted : [...wanted, { username: facts.username, group: GROUPS.viewer }];
    return all.filter(
        (each) => !has.some((other) => other.group === each.group && isSame(other.username, each.username))
    );
}

interface AssignmentRow {
    Assignee: { Username: string };
    PermissionSetGroup: { DeveloperName: string };
}

/** Ids by a name in lower case. */
async function idsOf({ org }: InstallContext, object: string, field: string, names: string[]) {
    const rows = await org.query<Record<string, string>>(
        `SELECT Id, ${field} FROM ${object} WHERE ${field} IN (${soqlList(names)})`
    );
    return new Map(rows.map((row) => [String(row[field]).toLowerCase(), String(row['Id'])]));
}

function isSame(left: string, right: string): boolean {
    return left.toLowerCase() === right.toLowerCase();
}
