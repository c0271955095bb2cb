import type { NamedCredential } from '../org/apex/named-credential.ts';
import { AGENTS, ORGANIZATION_ID } from '../org/users.ts';
import type { SeededRecord } from './seed.ts';

const BLOCK = { reason: 'Harassment', note: 'Threatened a colleague. The police know.' };

/**
 * Sets the seeded states that no Heroku Message can tell, through the proxy as the supervisor.
 * @throws Error with the proxy's answer when it refuses
 */
export async function setSeededStates(records: readonly SeededRecord[], credential: NamedCredential): Promise<void> {
    for (const { conversationId, person } of records) {
        const path = `/v1/conversations/${conversationId}`;
        if (person.state === 'AUTO_BOT') await put(credential, `${path}/state`, { state: 'AUTO_BOT' });
        if (person.state === 'BLOCKED') await put(credential, `${path}/block`, BLOCK);
    }
}

async function put(credential: NamedCredential, path: string, body: object): Promise<void> {
    const supervisor = AGENTS.find((user) => user.role === 'Supervisor');
    if (!supervisor) throw new Error('The local org has no supervisor.');
    const headers = { 'Content-Type': 'application/json', 'X-Salesforce-Org-Id': ORGANIZATION_ID };
    const request = { method: 'PUT', path, headers, body: JSON.stringify(body), timeoutMilliseconds: 30_000 } as const;
    const response = await credential.send(request, supervisor);
    if (response.status !== 200) throw new Error(`The proxy did not set a seeded state: ${response.body}`);
}
