import { randomBytes, type KeyObject } from 'node:crypto';
import { INTEGRATION_USERNAME } from './users.ts';

/** An external client app of the local org: what may fetch tokens without a person. */
export interface ClientApp {
    /** The consumer key. */
    clientId: string;
    clientSecret: string;
    /** The username that the client credentials flow runs as; null: the flow is off. */
    runAs: string | null;
    /** Of the certificate that signs in the JWT bearer flow; null: the flow is off. */
    publicKey: KeyObject | null;
    /** Usernames that the JWT bearer flow may give tokens for. */
    preauthorized: readonly string[];
}

/** The app by which the proxy publishes events, with a key and a secret of its own for each run. */
export function createEventsApp(): ClientApp {
    return {
        clientId: `3MVG9${randomBytes(40).toString('base64url')}`,
        clientSecret: randomBytes(32).toString('hex').toUpperCase(),
        runAs: INTEGRATION_USERNAME,
        publicKey: null,
        preauthorized: [INTEGRATION_USERNAME]
    };
}
