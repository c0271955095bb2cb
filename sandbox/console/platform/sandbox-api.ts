import type { ListRow, RecordPageData, Switches } from '../../page/page-data.ts';

/** Reads and writes the sandbox behind the page; nothing of this exists in an org. */
export const sandboxApi = {
    rows: () => call<ListRow[]>('GET', 'records'),
    record: (id: string) => call<RecordPageData>('GET', `records/${id}`),
    switches: () => call<Switches>('GET', 'switches'),
    setSwitches: (switches: Switches) => call<Switches>('PUT', 'switches', switches),
    customerWrites: (id: string, text: string) => call<object>('POST', `conversations/${id}/customer-messages`, { text }),
    agentWrites: (id: string, text: string, agentName: string) =>
        call<object>('POST', `conversations/${id}/agent-messages`, { text, agentName }),
    expireSessions: () => call<object>('POST', 'expire-sessions'),
    reset: () => call<object>('POST', 'reset')
};

/** Calls back whenever something in the sandbox has changed. @returns a function that stops it */
export function onSandboxChange(listener: () => void): () => void {
    const source = new EventSource('/sandbox/changes');
    source.addEventListener('change', listener);
    return () => source.close();
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`/sandbox/${path}`, {
        method,
        ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    });
    const answer = (await response.json()) as T & { detail?: string };
    if (!response.ok) throw new Error(answer.detail ?? response.statusText);
    return answer;
}
