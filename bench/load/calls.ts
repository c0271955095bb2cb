import { ORGS, tokenOf } from '../servers/agents.ts';
import { GOTALLO_TENANTS, GOTALLO_TOKEN } from '../servers/proxy.ts';
import type { Call } from './job.ts';

/** Agents take turns, so that no limit of one agent is measured. */
const AGENTS = 50;

export type TenantName = keyof typeof ORGS;

/** A conversation and the agent who looks after it. */
export interface Subject {
    conversationId: string;
    agent: number;
}

/** Conversations dealt out to agents. */
export function subjectsOf(conversationIds: readonly string[]): Subject[] {
    return conversationIds.map((conversationId, index) => ({ conversationId, agent: index % AGENTS }));
}

/** The agent looks at the conversation. */
export function viewOf({ conversationId, agent }: Subject, tenant: TenantName = 'byState'): Call {
    return { method: 'GET', path: `/v1/conversations/${conversationId}`, headers: agentHeaders(tenant, agent) };
}

/** The agent blocks the conversation. */
export function blockOf({ conversationId, agent }: Subject, tenant: TenantName = 'byState'): Call {
    return {
        method: 'PUT',
        path: `/v1/conversations/${conversationId}/block`,
        headers: { ...agentHeaders(tenant, agent), 'Content-Type': 'application/json' },
        body: JSON.stringify({ reason: 'Spam', note: 'Crypto links' })
    };
}

/** What the proxy sends to GoTallo for a block, sent without it. */
export function blockAtGoTallo({ conversationId }: Subject): Call {
    return {
        method: 'PUT',
        path: `/api/v1/tenants/${GOTALLO_TENANTS.byState}/conversations/${conversationId}/details/`,
        headers: {
            Authorization: `Bearer ${GOTALLO_TOKEN}`,
            Accept: 'application/json',
            'Content-Type': 'application/json'
        },
        body: JSON.stringify({ action: 'change_state', state: 4 })
    };
}

function agentHeaders(tenant: TenantName, agent: number): Record<string, string> {
    const orgId = ORGS[tenant];
    return { Authorization: `Bearer ${tokenOf(orgId, agent)}`, 'X-Salesforce-Org-Id': orgId };
}
