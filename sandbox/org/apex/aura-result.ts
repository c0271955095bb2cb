import type { OrgUser } from '../users.ts';
import { readApexTables } from './apex-source.ts';
import { GoTalloException } from './gotallo-exception.ts';

/** A call of a component: what is returned, or the message of an `AuraHandledException`. */
export type AuraResult = { view: object } | { error: string };

/** Runs a method as every `@AuraEnabled` method does: whatever fails becomes an exception that components can read. */
export async function auraResult(run: () => Promise<object>, user: OrgUser): Promise<AuraResult> {
    try {
        return { view: await run() };
    } catch (error) {
        const failure = error instanceof GoTalloException ? error : new GoTalloException('internal-error');
        // `System.Label` is in the language of the running user.
        return { error: failure.forComponent(readApexTables(user.language)) };
    }
}
