import type { Agent } from 'node:http';
import https from 'node:https';
import { http } from './node-http.ts';

/** Longer, and a server may close a connection just when it is used again. */
const IDLE_MS = 4_000;

/** Node gives this to its own agents only (`NODE_USE_ENV_PROXY`, `HTTPS_PROXY`). */
const PROXY = process.env['NODE_USE_ENV_PROXY'] === '1' ? { proxyEnv: process.env } : {};

export interface OutgoingAgentOptions {
    /** Whether a connection is used again. */
    keepAlive: boolean;
    /** How many connections there are at once; further requests wait. Unlimited when left out. */
    maxSockets?: number;
}

/** The connections to a service, over TLS only to one whose certificate is good. */
export function outgoingAgent(url: string, options: OutgoingAgentOptions): Agent {
    const settings = { ...(options.keepAlive && { timeout: IDLE_MS }), ...PROXY, ...options };
    return url.startsWith('https:')
        ? new https.Agent({ ...settings, rejectUnauthorized: true })
        : new http.Agent(settings);
}
