import type { LocalGoTallo } from './gotallo/local-gotallo.ts';
import type { Webhooks } from './gotallo/webhooks.ts';
import type { LocalOrg } from './org/org.ts';
import type { SandboxTime } from './page/sandbox-parts.ts';
import type { SeededRecord } from './seed/seed.ts';

/** How a sandbox is started. */
export interface SandboxOptions {
    /** The console page's port; 0 for a free one. */
    port: number;
    /** Settings of the proxy beside the sandbox's own, such as `EVIDENCE_SECONDS`. */
    proxyEnv?: Record<string, string>;
    /**
     * Whether the proxy may read conversations from GoTallo, the native block included. Off, as long as no such
     * call is public: then a block whose answer is lost stays unconfirmed.
     */
    read?: boolean;
    /** Whether the proxy is told that GoTallo keeps blocked conversations out of Salesforce; it is, if left out. */
    keptOut?: boolean;
    /** Called with one sentence for each step that takes time. */
    onStep?: (step: string) => void;
}

/** How often each part was asked since the start or the last `resetCounts`. */
export interface Counts {
    /** Calls of components to the Apex controller. */
    controller: number;
    /** Calls of Apex to the proxy. */
    proxy: number;
    /** Questions of the proxy to Salesforce: userinfo and queries. */
    salesforce: number;
    /** Calls of the proxy to GoTallo. */
    gotallo: number;
}

/** A running sandbox. */
export interface Sandbox {
    /** The console page. */
    url: string;
    org: LocalOrg;
    orgUrl: string;
    gotallo: LocalGoTallo;
    gotalloUrl: string;
    /** GoTallo's message webhooks, which go to the proxy. */
    webhooks: Webhooks;
    /** The tenant and the token that the local GoTallo takes. */
    gotalloAccess: { tenantId: string; token: string };
    proxyUrl: string;
    /** The proxy's log, one JSON object a line. */
    proxyLog: readonly string[];
    /** The seeded records; their conversations are new ones after a reset. */
    records(): readonly SeededRecord[];
    /** A new access token of a user, such as `ana.silva@sandbox.example`. */
    tokenOf(username: string): string;
    counts(): Counts;
    resetCounts(): void;
    reset(): Promise<void>;
    /** Time of the org, GoTallo, the proxy with its store, and open pages. */
    time: SandboxTime;
    /** Ends the proxy alone, as when it is down. */
    stopProxy(): Promise<void>;
    /** Starts it again at the same address, on the same store. */
    restartProxy(): Promise<void>;
    stop(): Promise<void>;
}
