import type { Sandbox } from '../../sandbox/sandbox.ts';
import { ORGANIZATION_ID } from '../../sandbox/org/users.ts';
import { medianMs } from '../report/median-ms.ts';

const WARM_UP = 50;
const CALLS = 300;

/** Medians in milliseconds, all in one run on one machine. */
export interface CallTimes {
    /** A view whose agent and evidence are known. */
    view: number;
    /** Block and unblock in turns, the local GoTallo's own time included. */
    change: number;
    /** The same change, sent to the local GoTallo without the proxy. */
    goTalloAlone: number;
}

/** Measures the proxy of a running sandbox, one call after the other. */
export async function callTimes(sandbox: Sandbox): Promise<CallTimes> {
    const conversation = conversationOf(sandbox);
    const url = `${sandbox.proxyUrl}/v1/conversations/${conversation}`;
    const headers = {
        Authorization: `Bearer ${sandbox.tokenOf('ana.silva@sandbox.example')}`,
        'X-Salesforce-Org-Id': ORGANIZATION_ID
    };
    const change = (index: number) => call(`${url}/block`, { method: index % 2 === 0 ? 'PUT' : 'DELETE', headers });
    const view = () => call(url, { headers });
    const alone = (index: number) => callGoTallo(sandbox, conversation, index % 2 === 0 ? 4 : 0);
    for (const task of [view, change, alone]) await medianMs(WARM_UP, task);
    return {
        view: await medianMs(CALLS, view),
        change: await medianMs(CALLS, change),
        goTalloAlone: await medianMs(CALLS, alone)
    };
}

function conversationOf(sandbox: Sandbox): string {
    const id = sandbox.records().find(({ person }) => person.state === 'OPEN')?.conversationId;
    if (id == null) throw new Error('The sandbox has no open conversation.');
    return id;
}

async function callGoTallo(sandbox: Sandbox, conversation: string, state: number): Promise<void> {
    const { tenantId, token } = sandbox.gotalloAccess;
    await call(`${sandbox.gotalloUrl}/api/v1/tenants/${tenantId}/conversations/${conversation}/details/`, {
        method: 'PUT',
        headers: { Authorization: `Bearer ${token}`, Accept: 'application/json', 'Content-Type': 'application/json' },
        body: JSON.stringify({ action: 'change_state', state })
    });
}

async function call(url: string, init: RequestInit): Promise<void> {
    const response = await fetch(url, init);
    const body = await response.text();
    if (!response.ok) throw new Error(`${init.method ?? 'GET'} ${url}: ${response.status} ${body}`);
}
