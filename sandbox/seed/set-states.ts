import type { ConversationState } from '#contract';
import type { NamedCredential } from '../org/apex/named-credential.ts';
import { AGENTS, ORGANIZATION_ID } from '../org/users.ts';
import type { SeededRecord } from './seed.ts';

/** How each state is set, below the address of the conversation; null where its Heroku Messages tell it. */
const CALLS: Readonly<Record<ConversationState, { path: string; body: object } | null>> = {
    OPEN: null,
    EXPIRED: null,
    AUTO_BOT: { path: 'state', body: { state: 'AUTO_BOT' } },
    CLOSED: null,
    BLOCKED: { path: 'block', body: { reason: 'Harassment', note: 'Threatened a colleague. The police know.' } }
};

/**
 * Sets the seeded states that no Heroku Message can tell, through the proxy as the supervisor.
 * @throws Error with the proxy's answer when it refuses
 */
export async function setSeededStates(records: readonly SeededRecord[], credential: NamedCredential): Promise<void> {
    for (const { conversationId, person } of records) {
        const call = person.state && CALLS[person.state];
        if (call) await put(credential, `/v1/conversations/${conversationId}/${call.path}`, call.body);
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
