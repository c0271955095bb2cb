import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ConversationState } from '#contract';
import type { LocalServer } from '../../fakes/server.ts';
import { copyPreparedDatabase } from '../../scripts/prepared-database.ts';
import { TogglingGoTallo } from '../gotallo/toggling-gotallo.ts';
import type { Fates } from '../gotallo/fates.ts';
import { PlayedConversation } from '../gotallo/played-conversation.ts';
import { TenantOrg } from '../org/tenant-org.ts';
import { DatabaseLine, type LineDelays } from './database-line.ts';
import { Proxy } from './proxy.ts';
import { TENANTS, tenantsFile, tenantSecrets, type Tenant } from './tenant.ts';

/** The time-out of one call to GoTallo, in seconds: as short as it may be, so that faults take little time. */
const GOTALLO_TIMEOUT_SECONDS = 0.3;

/** How long an operation is a process's own without a sign of life, by the proxy's own rule. */
export const LEASE_MS = GOTALLO_TIMEOUT_SECONDS * 10_000;

/** For how long the proxy counts on effects that come late, by its own rule. */
export const LATE_MS = GOTALLO_TIMEOUT_SECONDS * 5_000;

/** As between machines, with a disk that is busy. */
const DELAYS: LineDelays = { messageMs: 4, rowsMs: 40 };

const AN_HOUR_MS = 3_600_000;

/** The proxy counts from the moment at which it gives up; what is late here is so from its arrival, by less. */
const LATENESS = { slowMs: GOTALLO_TIMEOUT_SECONDS * 700, lateMs: LATE_MS * 0.85 };

export interface StandOptions {
    /** Path of the `server.ts` of each proxy; they share the store. */
    servers: readonly string[];
    /** Address of a Postgres server's empty database; null: the embedded store. */
    databaseUrl: string | null;
    /** In place of the stand's own settings of the proxies. */
    env?: Record<string, string>;
}

/** The whole set-up: a GoTallo that toggles, an org for each tenant, and real proxy processes between them. */
export class Stand {
    readonly goTallo: TogglingGoTallo;
    readonly #orgs: ReadonlyMap<Tenant, TenantOrg>;
    readonly proxies: readonly Proxy[];
    /** The way of each proxy to its database server; none with the embedded store. */
    readonly lines: readonly DatabaseLine[];
    readonly #servers: readonly LocalServer[];
    readonly #folder: string;

    private constructor(
        parts: Pick<Stand, 'goTallo' | 'proxies' | 'lines'>,
        orgs: ReadonlyMap<Tenant, TenantOrg>,
        servers: LocalServer[],
        folder: string
    ) {
        this.goTallo = parts.goTallo;
        this.#orgs = orgs;
        this.proxies = parts.proxies;
        this.lines = parts.lines;
        this.#servers = servers;
        this.#folder = folder;
    }

    /** Starts everything; with two proxies, both at once. */
    static async start({ servers, databaseUrl, env = {} }: StandOptions): Promise<Stand> {
        const folder = await mkdtemp(path.join(tmpdir(), 'faults-'));
        const goTallo = new TogglingGoTallo(LATENESS);
        const orgs = new Map(TENANTS.map((tenant) => [tenant, new TenantOrg(tenant.orgId)]));
        const goTalloServer = await goTallo.listen();
        const orgServers = await Promise.all([...orgs.values()].map((org) => org.listen()));
        const file = path.join(folder, 'tenants.json');
        await writeFile(
            file,
            JSON.stringify(
                tenantsFile(
                    goTalloServer.url,
                    orgServers.map(({ url }) => url)
                )
            )
        );
        if (databaseUrl === null) await copyPreparedDatabase(dataFolder(folder));
        const lines =
            databaseUrl === null ? [] : await Promise.all(servers.map(() => DatabaseLine.open(databaseUrl, DELAYS)));
        const all = servers.map((server, index) => {
            return new Proxy(server, { ...proxyEnvironment(folder, file, lines[index]?.url ?? null), ...env });
        });
        for (const proxy of all) proxy.onContinue = () => goTallo.gap.pauseEnds();
        const stand = new Stand({ goTallo, proxies: all, lines }, orgs, [goTalloServer, ...orgServers], folder);
        try {
            await Promise.all(all.map((proxy) => proxy.start()));
        } catch (error) {
            await stand.stop();
            throw error;
        }
        return stand;
    }

    orgOf(tenant: Tenant): TenantOrg {
        const org = this.#orgs.get(tenant);
        if (org === undefined) throw new RangeError(`There is no tenant ${tenant.name}.`);
        return org;
    }

    /** A new conversation, of which Salesforce has a message from an hour ago. */
    newConversation(tenant: Tenant, start: ConversationState, fates: Fates, aheadMs = 0): PlayedConversation {
        const conversation = new PlayedConversation(randomUUID(), start, fates, aheadMs);
        this.goTallo.add(conversation);
        this.orgOf(tenant).sync(conversation.id, { state: start, at: new Date(Date.now() - AN_HOUR_MS) });
        return conversation;
    }

    forget(conversation: PlayedConversation, tenant: Tenant): void {
        this.goTallo.remove(conversation);
        this.orgOf(tenant).remove(conversation.id);
    }

    async stop(): Promise<void> {
        await Promise.all(this.proxies.map((proxy) => proxy.stop()));
        await Promise.all([...this.#servers, ...this.lines].map((server) => server.close()));
        await rm(this.#folder, { recursive: true, force: true });
    }
}

function proxyEnvironment(folder: string, file: string, databaseUrl: string | null): Record<string, string> {
    return {
        PORT: '0',
        HOST: '127.0.0.1',
        TENANTS_FILE: file,
        ...(databaseUrl === null ? { DATA_DIR: dataFolder(folder) } : { DATABASE_URL: databaseUrl }),
        ...tenantSecrets(),
        GOTALLO_TIMEOUT_SECONDS: String(GOTALLO_TIMEOUT_SECONDS),
        // Many conversations share the proxies, and what is under test is not how long they wait for each other.
        GOTALLO_CONCURRENCY: '500',
        WRITES_PER_MINUTE: '100000',
        AUTH_CACHE_SECONDS: '300',
        EVIDENCE_SECONDS: '0'
    };
}

function dataFolder(folder: string): string {
    return path.join(folder, 'data');
}
