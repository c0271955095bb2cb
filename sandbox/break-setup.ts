import { setTimeout } from 'node:timers/promises';
import type { LocalServices } from './local-services.ts';
import { AGENTS, ORGANIZATION_ID } from './org/users.ts';
import type { SandboxTime } from './page/sandbox-parts.ts';
import type { SeededRecord } from './seed/seed.ts';

/** Longer than webhooks are remembered. */
const FOUR_DAYS_MS = 4 * 24 * 60 * 60 * 1000;

/** Events are published some time after the change. */
const PAUSE_MS = 100;
const TRIES = 100;

/** What breaking needs. */
export interface BreakParts extends Pick<LocalServices, 'org' | 'gotallo' | 'credential' | 'webhooks'> {
    time: SandboxTime;
    seeded(): readonly SeededRecord[];
}

/**
 * Lets five things of the set-up be wrong, as they are in orgs: no webhook comes for days, GoTallo does not exclude BLOCKED
 * and a message leaks, the proxy's user has lost the permission to publish events, whose allowance is used up besides, and
 * GoTallo refuses the token. The last two show once somebody tries to block.
 */
export async function breakSetup({ org, gotallo, credential, webhooks, time, seeded }: BreakParts): Promise<void> {
    webhooks.areLost = true;
    gotallo.blockedExcluded = false;
    org.eventsLeft = 0;
    org.eventsRefused.isOn = true;
    await time.move(FOUR_DAYS_MS);
    const blocked = seeded().find(({ person }) => person.state === 'BLOCKED');
    if (blocked?.conversationId != null) await gotallo.customerWrites(blocked.conversationId, 'You cannot block me');
    gotallo.faults.set('unauthorized');
    const open = seeded().find(({ person }) => person.state === 'OPEN');
    const supervisor = AGENTS.find(({ role }) => role === 'Supervisor');
    if (open === undefined || supervisor === undefined) throw new Error('The sandbox has nobody to block.');
    const path = `/v1/conversations/${open.conversationId}/block`;
    const headers = { 'X-Salesforce-Org-Id': ORGANIZATION_ID };
    await credential.send({ method: 'PUT', path, headers, body: null, timeoutMilliseconds: 30_000 }, supervisor);
    for (let tries = 0; org.eventsRefused.times === 0 && tries < TRIES; tries += 1) await setTimeout(PAUSE_MS);
}
