import { setupLink } from '../setup-links.ts';
import { soqlList } from '../soql.ts';
import { obstacle, type PreflightCheck } from './finding.ts';

/** Everybody who is named must be an active user of this org. */
export const checkPeople: PreflightCheck = async ({ org, facts, options }) => {
    const wanted = [...new Set([...options.agents, ...options.supervisors])];
    if (wanted.length === 0) return [];
    const rows = await org.query<{ Username: string; IsActive: boolean }>(
        `SELECT Username, IsActive FROM User WHERE Username IN (${soqlList(wanted)})`
    );
    return wanted.flatMap((name) => {
        const row = rows.find(({ Username }) => Username.toLowerCase() === name.toLowerCase());
        if (row?.IsActive === true) return [];
        const what = row ? `${name} is not active.` : `There is no user ${name} in this org.`;
        const mend = `Usernames of a sandbox end with its name. The list: ${setupLink(facts.instanceUrl, 'users')}`;
        return [obstacle('people', what, mend)];
    });
};
