import type { Sandbox } from '../../sandbox/sandbox.ts';

/** The address of the tab, below the sandbox's. */
export const SETUP_PATH = '/lightning/n/GoTallo_Setup';

/** Longer than GoTallo's bulk loads may take. */
const QUARTER_OF_AN_HOUR_MS = 15 * 60 * 1000;

/** Lets everything be seen to work: a customer who is blocked writes, and it stays out of Salesforce. */
export async function makeSetupHealthy({ gotallo, records, time, webhooks }: Sandbox): Promise<void> {
    const blocked = records().find(({ person }) => person.state === 'BLOCKED');
    if (blocked?.conversationId == null) throw new Error('Nobody in the sandbox is blocked.');
    await time.move(QUARTER_OF_AN_HOUR_MS);
    await gotallo.customerWrites(blocked.conversationId, 'Hello?');
    await webhooks.delivered();
    await time.move(QUARTER_OF_AN_HOUR_MS);
}
