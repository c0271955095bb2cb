import process from 'node:process';
import { EXIT, Trouble } from '../trouble.ts';
import { wordsForConnection } from './connection-words.ts';
import type { OrgPort } from './port.ts';

/**
 * The org behind an alias or a username of `sf org login`; the default org of `sf` when it is left out.
 * @param pause between two questions whether something has ended, in milliseconds
 * @throws Trouble when there is no such login, or it does not work any more
 */
export async function logIn(target: string | null, apiVersion: string, pause?: number): Promise<OrgPort> {
    // The library would write a log into the home folder, and what it writes is not ours to promise anything about.
    process.env['SF_DISABLE_LOG_FILE'] ??= 'true';
    const { openOrg } = await import('./salesforce-org.ts');
    try {
        return await openOrg(target, apiVersion, pause);
    } catch (error) {
        throw wordsForConnection(error, target) ?? noLogin(target, error);
    }
}

function noLogin(target: string | null, error: unknown): Trouble {
    const said = error instanceof Error ? error.message : String(error);
    const what = target === null ? 'There is no default org.' : `There is no login "${target}".`;
    const mend = `sf org login web --alias ${target ?? 'my-org'}, then run this with --target-org ${target ?? 'my-org'}. sf org list shows the logins that are there.`;
    return new Trouble(`${what} Salesforce's library says: ${said}`, mend, EXIT.noOrg);
}
