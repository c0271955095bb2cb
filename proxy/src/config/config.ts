import type { Secret } from './secret.ts';

/** How much is logged, by the names pino gives its levels. */
export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Everything the proxy is told from outside: validated, normalized, frozen. */
export interface Config {
    /** 0: any free port. */
    readonly port: number;
    readonly host: string;
    /** The folder of the embedded store. */
    readonly dataDir: string;
    readonly logLevel: LogLevel;
    /** How long a verdict on an access token may be used again. */
    readonly authCacheSeconds: number;
    /** How long evidence of a conversation's state may be used again. */
    readonly evidenceSeconds: number;
    /** Null: the embedded store in `dataDir`. */
    readonly databaseUrl: Secret | null;
    /** For one sending of a call to GoTallo, its answer included. */
    readonly goTalloTimeoutSeconds: number;
    /** How many calls to one GoTallo tenant may be under way at once. */
    readonly goTalloConcurrency: number;
    /** How many changes one agent may ask for in a minute. */
    readonly writesPerMinute: number;
    /** After how many days a conversation that only webhooks named is forgotten. */
    readonly forgetAfterDays: number;
    /** At least one; no two share a name, an org, a GoTallo tenant or a webhook secret. */
    readonly tenants: readonly TenantConfig[];
}

/** One Salesforce org and the GoTallo tenant behind it. */
export interface TenantConfig {
    readonly name: string;
    readonly salesforce: SalesforceConfig;
    readonly gotallo: GoTalloConfig;
    /** Fit to stand in the path of a URL as it is. Null: this tenant takes no webhooks. */
    readonly webhookSecret: Secret | null;
}

export interface SalesforceConfig {
    /** 18 characters. */
    readonly orgId: string;
    /** The org's My Domain origin, without a trailing slash. */
    readonly instanceUrl: string;
    readonly permissions: PermissionNames;
    /** How the proxy itself signs in to publish platform events. Null: it publishes none. */
    readonly events: EventsConfig | null;
}

/** The external client app that the proxy signs in by, and the OAuth flow. */
export type EventsConfig = ClientCredentialsConfig | JwtBearerConfig;

/** The app's run-as user publishes. */
interface ClientCredentialsConfig {
    readonly flow: 'client-credentials';
    /** The consumer key. */
    readonly clientId: string;
    readonly clientSecret: Secret;
}

/** A user who is pre-authorized for the app publishes; the app has the certificate of the key. */
export interface JwtBearerConfig {
    readonly flow: 'jwt-bearer';
    /** The consumer key. */
    readonly clientId: string;
    readonly username: string;
    /** RSA, in PEM, of at least 2048 bits. */
    readonly privateKey: Secret;
    /** The login host that the signed request names; production and sandboxes have different ones. */
    readonly audience: string;
}

/** Custom permissions as `Name` or `Namespace.Name`; holding any one of a list is enough. */
export interface PermissionNames {
    /** May block and unblock; never empty. */
    readonly block: readonly string[];
    /** May manage the blocks of others; empty: nobody may. */
    readonly manage: readonly string[];
}

interface GoTalloConfig {
    /** Without a trailing slash. */
    readonly baseUrl: string;
    /** Dashed, lower-case UUID. */
    readonly tenantId: string;
    readonly token: Secret;
    /** Null: conversations are blocked by state alone. */
    readonly nativeBlock: NativeBlockConfig | null;
    /** Null: the state of a conversation is never read from GoTallo. */
    readonly read: ReadConfig | null;
    /** Whether GoTallo support has excluded BLOCKED from syncing for this org. */
    readonly blockedStateExcluded: boolean;
}

/** GoTallo's Block User call, which the public record does not describe; hence configuration. */
export interface NativeBlockConfig {
    /** Upper-case channel names. */
    readonly channels: readonly string[];
    readonly method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    /** Below `baseUrl`, with the templates `{tenant_id}` and `{conversation_id}`. */
    readonly path: string;
    /** Any text in it, at any depth, may hold the templates of `path`. Null: no body is sent. */
    readonly body: Readonly<Record<string, unknown>> | null;
}

/** How the state of a conversation is read, which the public record does not describe either. */
export interface ReadConfig {
    /** Below `baseUrl`, with the templates `{tenant_id}` and `{conversation_id}`. */
    readonly path: string;
    /** Where the JSON answer has the state, such as `details.state`. */
    readonly stateField: string;
    /** Where it has the boolean of the native block. Null: it does not tell. */
    readonly blockedField: string | null;
}
