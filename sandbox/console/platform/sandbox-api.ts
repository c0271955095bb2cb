import type { ListRow, RecordPageData, Switches } from '../../page/page-data.ts';

/** Reads and writes the sandbox behind the page; nothing of this exists in an org. */
export const sandboxApi = {
    rows: () => call<ListRow[]>('GET', 'records'),
    record: (id: string) => call<RecordPageData>('GET', `records/${id}`),
    switches: () => call<Switches>('GET', 'switches'),
    setSwitches: (switches: Switches) => call<Switches>('PUT', 'switches', switches),
    customerWrites: (id: string, text: string) =>
        call<{ message: object | null }>('POST', `conversations/${id}/customer-messages`, { text }),
    setOnPlatform: (id: string, isBlocked: boolean) =>
        call<object>('PUT', `conversations/${id}/platform-block`, { isBlocked }),
    agentWrites: (id: string, text: string, agentName: string) =>
        call<object>('POST', `conversations/${id}/agent-messages`, { text, agentName }),
    expireSessions: () => call<object>('POST', 'expire-sessions'),
    reset: () => call<object>('POST', 'reset')
};

const POLL_MILLISECONDS = 500;
const listeners = new Set<() => void>();
let lastRevision = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls back soon after something in the sandbox has changed. Asks now and then instead of keeping a stream open,
 * because a browser allows only six connections to one server, for all windows together.
 * @returns a function that stops it
 */
export function onSandboxChange(listener: () => void): () => void {
    listeners.add(listener);
    timer ??= setTimeout(() => void poll(), POLL_MILLISECONDS);
    return () => listeners.delete(listener);
}

async function poll(): Promise<void> {
    clearTimeout(timer);
    const { revision } = await call<{ revision: number }>('GET', 'revision').catch(() => ({ revision: lastRevision }));
    const hasChanged = revision !== lastRevision;
    lastRevision = revision;
    if (hasChanged) listeners.forEach((listener) => listener());
    timer = setTimeout(() => void poll(), POLL_MILLISECONDS);
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
