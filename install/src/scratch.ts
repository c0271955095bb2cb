import { readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import type { Connection } from '@salesforce/core';
import { EXIT, Trouble } from './trouble.ts';

/** A scratch org that was made. */
interface ScratchOrg {
    username: string;
    orgId: string;
    /** Signs in whoever follows it: for a browser, never printed. */
    address: string;
}

/**
 * Makes a scratch org by the definition of the project, with an Account and a Contact to open.
 * @param devHub alias or username; null: the default Dev Hub
 * @throws Trouble
 */
export async function makeScratchOrg(project: string, alias: string, devHub: string | null, days: number) {
    process.env['SF_DISABLE_LOG_FILE'] ??= 'true';
    const { Org } = await import('@salesforce/core');
    const file = path.join(project, 'config/project-scratch-def.json');
    const orgConfig = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
    const hub = await Org.create(devHub === null ? { isDevHub: true } : { aliasOrUsername: devHub }).catch(
        (error: unknown) => {
            const said = error instanceof Error ? error.message : String(error);
            const mend = 'sf org login web --set-default-dev-hub, with an org in which Setup > Dev Hub is on.';
            throw new Trouble(`There is no Dev Hub. Salesforce's library says: ${said}`, mend, EXIT.noOrg);
        }
    );
    const made = await hub.scratchOrgCreate({ orgConfig, alias, durationDays: days, setDefault: false });
    const username = made.username ?? '';
    const org = await Org.create({ aliasOrUsername: username });
    await sampleRecords(org.getConnection());
    const address = await org.getFrontDoorUrl('/lightning/o/Contact/list');
    return { username, orgId: org.getOrgId(), address } satisfies ScratchOrg;
}

/** A record to open, so that the result shows at once. */
async function sampleRecords(connection: Connection): Promise<void> {
    const account = await connection.create('Account', { Name: 'GoTallo sample' });
    const AccountId = account.success ? account.id : '';
    await connection.create('Contact', { FirstName: 'Maria', LastName: 'Lopez', AccountId });
}
