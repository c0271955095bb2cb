import type {
    ComponentSettings,
    DesignProperty,
    DesignValues,
    EventsSince,
    ListRow,
    Pulse,
    RecordPageData,
    Switches
} from '../../page/page-data.ts';
import { followTime } from './page-time.ts';
import { session } from './session.ts';

/** Reads and writes the sandbox behind the page; nothing of this exists in an org. */
export const sandboxApi = {
    rows: () => call<ListRow[]>('GET', 'records'),
    record: (id: string) => call<RecordPageData>('GET', `records/${id}`),
    switches: () => call<Switches>('GET', 'switches'),
    setSwitches: (switches: Switches) => call<Switches>('PUT', 'switches', switches),
    customerWrites: (id: string, text: string) =>
        call<{ message: object | null }>('POST', `conversations/${id}/customer-messages`, { text }),
    setOnChannel: (id: string, isBlocked: boolean) =>
        call<object>('PUT', `conversations/${id}/native-block`, { isBlocked }),
    agentWrites: (id: string, text: string, agentName: string) =>
        call<object>('POST', `conversations/${id}/agent-messages`, { text, agentName }),
    events: (channel: string, after: number | null) =>
        call<EventsSince>(
            'GET',
            `events?${new URLSearchParams({ channel, ...(after !== null && { after: `${after}` }) })}`
        ),
    settings: (object: string) => call<ComponentSettings>('GET', `pages/${object}`),
    changeSettings: (object: string, values: DesignValues) => call<ComponentSettings>('PUT', `pages/${object}`, values),
    settingsAt: (target: string) => call<DesignValues>('GET', `targets/${target}`),
    flowScreen: (object: string) => call<DesignProperty[]>('GET', `flow-screen/${object}`),
    moveTime: (milliseconds: number) => call<object>('POST', 'time', { milliseconds }),
    expireSessions: () => call<object>('POST', 'expire-sessions'),
    breakSetup: () => call<object>('POST', 'break-setup'),
    reset: () => call<object>('POST', 'reset')
};

const POLL_MILLISECONDS = 500;
type Listener = () => void | Promise<void>;

const listeners = new Set<Listener>();
let lastPulse: Pulse | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Calls back soon after something in the sandbox has changed, time included. Asks now and then instead of keeping a
 * stream open, because a browser allows only six connections to one server, for all windows together.
 * @param listener what it rejects with is lost: all of them are called again the next time
 * @returns a function that stops it
 */
export function onSandboxChange(listener: Listener): () => void {
    listeners.add(listener);
    timer ??= setTimeout(() => void poll(), POLL_MILLISECONDS);
    return () => listeners.delete(listener);
}

async function poll(): Promise<void> {
    clearTimeout(timer);
    const pulse = await call<Pulse>('GET', 'pulse').catch(() => null);
    if (pulse) await follow(pulse);
    timer = setTimeout(() => void poll(), POLL_MILLISECONDS);
}

async function follow(pulse: Pulse): Promise<void> {
    const hasChanged = pulse.revision !== lastPulse?.revision || pulse.timeAhead !== lastPulse.timeAhead;
    lastPulse = pulse;
    followTime(pulse.timeAhead);
    if (!hasChanged) return;
    const told = await Promise.allSettled([...listeners].map(async (listener) => listener()));
    if (told.some(({ status }) => status === 'rejected')) lastPulse = null;
}

async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`/sandbox/${path}`, {
        method,
        headers: { 'X-Sandbox-User': session.user.username, ...(body && { 'Content-Type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) })
    });
    const answer = (await response.json()) as T & { detail?: string };
    if (!response.ok) throw new Error(answer.detail ?? response.statusText);
    return answer;
}
