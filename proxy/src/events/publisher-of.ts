import type { Logger } from 'pino';
import type { SalesforceConfig } from '../config/config.ts';
import { createEventChannel } from '../salesforce/event-channel.ts';
import { createOwnToken } from '../salesforce/own-token.ts';
import { createChangePublisher, type ChangePublisher } from './change-publisher.ts';

/** What tells a tenant's org of changes; null when its configuration names no way to sign in. */
export function publisherOf(
    { instanceUrl, events }: Pick<SalesforceConfig, 'instanceUrl' | 'events'>,
    log: Logger
): ChangePublisher | null {
    if (events === null) return null;
    const ownToken = createOwnToken({ instanceUrl, signIn: events });
    return createChangePublisher({ channel: createEventChannel({ instanceUrl, ownToken }), log });
}
