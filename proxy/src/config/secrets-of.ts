import type { Config, EventsConfig } from './config.ts';
import type { Secret } from './secret.ts';

/** A shorter line of a key is the rest at its end: it tells nothing alone, and might stand in other words. */
const LEAST_LINE = 16;

/** Every value of the configuration that must never be printed. */
export function secretsOf({ tenants, databaseUrl }: Pick<Config, 'tenants' | 'databaseUrl'>): string[] {
    const secrets = [databaseUrl, ...tenants.flatMap(({ gotallo, webhookSecret }) => [gotallo.token, webhookSecret])];
    return [
        ...secrets.filter((secret) => secret !== null).map((secret) => secret.reveal()),
        ...tenants.flatMap(({ salesforce }) => (salesforce.events === null ? [] : secretsOfEvents(salesforce.events)))
    ];
}

function secretsOfEvents(events: EventsConfig): string[] {
    return events.flow === 'client-credentials' ? [events.clientSecret.reveal()] : linesOf(events.privateKey);
}

/** Line by line, since others may break a key's lines in their own way. */
function linesOf(pem: Secret): string[] {
    return pem
        .reveal()
        .split(/\s*\n\s*/)
        .filter((line) => line.length >= LEAST_LINE && !line.startsWith('-----'));
}
