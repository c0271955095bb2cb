import type { Logger } from 'pino';
import type { SalesforceConfig } from '../config/config.ts';
import { createEventChannel, type EventChannel } from '../salesforce/event-channel.ts';
import { createOwnToken } from '../salesforce/own-token.ts';
import { createChangePublisher, type ChangePublisher } from './change-publisher.ts';

/** How a tenant's org is told of changes. */
export interface OrgEvents {
    channel: EventChannel;
    publisher: ChangePublisher;
}

/** The way to the org for events; null when its configuration names no way to sign in. */
export function channelOf({
    instanceUrl,
    events
}: Pick<SalesforceConfig, 'instanceUrl' | 'events'>): EventChannel | null {
    if (events === null) return null;
    return createEventChannel({ instanceUrl, ownToken: createOwnToken({ instanceUrl, signIn: events }) });
}

/** What tells a tenant's org of changes; null when its configuration names no way to sign in. */
export function eventsOf(salesforce: Pick<SalesforceConfig, 'instanceUrl' | 'events'>, log: Logger): OrgEvents | null {
    const channel = channelOf(salesforce);
    return channel === null ? null : { channel, publisher: createChangePublisher({ channel, log }) };
}
