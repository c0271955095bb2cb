import type { TestContext } from 'node:test';
import type { ConversationView, Problem } from '#contract';
import { BLOCK_USER, obligingGoTallo, READ, TENANT_ID } from '../../../fakes/gotallo.ts';
import { BLOCK_PERMISSION, herokuMessageAt, MANAGE_PERMISSION, type HerokuMessage } from '../../../fakes/salesforce.ts';
import { closedServerUrl, listenLocally, localServer, type Handler, type SeenRequest } from '../../../fakes/server.ts';
import { createApp } from '../../src/app.ts';
import { buildTenant } from '../../src/build-tenant.ts';
import type { EventsConfig, TenantConfig } from '../../src/config/config.ts';
import { Secret } from '../../src/config/secret.ts';
import { withoutDashes, type ConversationId } from '../../src/conversations/knowledge/conversation-id.ts';
import { timingFor } from '../../src/conversations/protocol/timing.ts';
import { createHttpServer } from '../../src/http/http-server.ts';
import { createLogger } from '../../src/http/logger.ts';
import type { Store } from '../../src/store/store.ts';
import { ORG_ID, salesforceHandler, TOKENS, type Messages } from './salesforce-handler.ts';

export const GOTALLO_TOKEN = 'the-gotallo-token';

export interface AppOptions {
    store: Store;
    /** The tenant's name; what the store holds is of one tenant. `acme` when left out. */
    tenant?: string;
    /** In place of a GoTallo that carries out every call. */
    goTallo?: Handler;
    /** In place of the local org; `down` means that nothing listens there. */
    salesforce?: Handler | 'down';
    /** Whether GoTallo keeps messages of blocked conversations out of the org; it does when left out. */
    blockedStateExcluded?: boolean;
    /** Channels whose native block is used, by POST …/block/; none when left out. */
    nativeChannels?: string[];
    /** Whether GoTallo tells its state and what the channel blocks; not when left out. */
    canBeRead?: boolean;
    /** This tenant takes no webhooks when left out. */
    webhookSecret?: string;
    /** How the proxy signs in to publish events; it publishes none when left out. */
    events?: EventsConfig;
    /** How long one part of the set-up check may take; long when left out. */
    setupTimeoutMs?: number;
    /** More than any test asks for when left out. */
    writesPerMinute?: number;
}

/** One answer of the proxy. */
export interface Answer<T = ConversationView & Problem> {
    status: number;
    headers: Headers;
    body: T;
}

export interface RunningApp {
    url: string;
    /** What Salesforce holds of conversations. */
    messages: Messages;
    toSalesforce: SeenRequest[];
    toGoTallo: SeenRequest[];
    /** Every line the proxy logged, parsed. */
    log: Record<string, unknown>[];
    /** The same lines as they were written. */
    lines: string[];
    /** As that of the server. */
    drain(): Promise<void>;
    call(method: string, path: string, options?: CallOptions): Promise<Answer>;
}

export interface CallOptions {
    /** Null sends no token. */
    token?: string | null;
    body?: unknown;
    headers?: Record<string, string>;
}

/** The proxy, put together as in production, over real HTTP between a local org and a local GoTallo. */
export async function runningApp(t: TestContext, options: AppOptions): Promise<RunningApp> {
    const messages: Messages = new Map();
    const log: Record<string, unknown>[] = [];
    const lines: string[] = [];
    const salesforce =
        options.salesforce === 'down'
            ? { url: await closedServerUrl(), requests: [] }
            : await localServer(t, options.salesforce ?? salesforceHandler(messages));
    const goTallo = await localServer(t, options.goTallo ?? obligingGoTallo());
    const logger = createLogger({
        level: 'debug',
        secrets: [GOTALLO_TOKEN],
        destination: {
            write(line) {
                lines.push(line);
                log.push(JSON.parse(line) as Record<string, unknown>);
            }
        }
    });
    const tenant = buildTenant(tenantConfig(options, { instanceUrl: salesforce.url, goTalloUrl: goTallo.url }), {
        config: { authCacheSeconds: 60, evidenceSeconds: 30, goTalloTimeoutSeconds: 0.2, goTalloConcurrency: 20 },
        store: options.store,
        timing: timingFor(200),
        logger,
        goTalloRetry: { attempts: 2, backOffMs: () => 0 },
        ...(options.setupTimeoutMs !== undefined && { setupTimeoutMs: options.setupTimeoutMs })
    });
    t.after(() => tenant.close());
    const { writesPerMinute = 100_000 } = options;
    const isStoreReachable = () => options.store.isReachable();
    const app = createApp({ tenants: [tenant], writesPerMinute, isStoreReachable, logger });
    const { server, drain } = createHttpServer(app);
    const { url, close } = await listenLocally(server);
    t.after(() => (server.listening ? close() : server.closeAllConnections()));
    return {
        url,
        messages,
        log,
        lines,
        toSalesforce: salesforce.requests,
        toGoTallo: goTallo.requests,
        drain,
        call: (method, path, callOptions) => call(url, method, path, callOptions)
    };
}

function tenantConfig(
    {
        tenant = 'acme',
        nativeChannels = [],
        canBeRead = false,
        webhookSecret,
        blockedStateExcluded = true,
        events
    }: AppOptions,
    { instanceUrl, goTalloUrl }: { instanceUrl: string; goTalloUrl: string }
): TenantConfig {
    return {
        name: tenant,
        salesforce: {
            orgId: ORG_ID,
            instanceUrl,
            permissions: { block: [BLOCK_PERMISSION], manage: [MANAGE_PERMISSION] },
            events: events ?? null
        },
        gotallo: {
            baseUrl: `${goTalloUrl}/api/v1`,
            tenantId: TENANT_ID,
            token: new Secret(GOTALLO_TOKEN),
            nativeBlock: nativeChannels.length > 0 ? { ...BLOCK_USER, channels: nativeChannels } : null,
            read: canBeRead ? READ : null,
            blockedStateExcluded
        },
        webhookSecret: webhookSecret === undefined ? null : new Secret(webhookSecret)
    };
}

/** A Heroku Message and its conversation. */
export function herokuMessage(id: ConversationId, fields: HerokuMessage = {}): [string, HerokuMessage] {
    return [
        withoutDashes(id),
        herokuMessageAt(new Date('2026-11-22T09:00:00Z'), { CreatedDate: '2026-11-22T09:00:05.000+0000', ...fields })
    ];
}

async function call(url: string, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const { token = TOKENS.ana, body, headers = {} } = options;
    const response = await fetch(url + path, {
        method,
        headers: {
            ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
            'X-Salesforce-Org-Id': ORG_ID,
            ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
            ...headers
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) })
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}
