import { createPrivateKey } from 'node:crypto';
import { z } from 'zod';
import type { EventsConfig } from './config.ts';
import type { Secret } from './secret.ts';
import { secretSchema, type SecretSources } from './secret-schema.ts';
import { allowed, membersOf, pattern } from './setting-schemas.ts';
import { baseUrl } from './url-schemas.ts';

const LEAST_BITS = 2048;

const KEY_FAULT = `names no RSA private key that can be used; allowed: PEM without a passphrase, at least ${LEAST_BITS} bits`;
const PRIVATE_KEY = { form: /^-----BEGIN (?:RSA )?PRIVATE KEY-----/, fault: KEY_FAULT };

const FLOW_RULE = allowed('an object with a flow, which is client-credentials or jwt-bearer');

const clientId = pattern(/^[\w.-]{8,255}$/, 'the consumer key of the external client app');
const username = pattern(/^[^\s@]{1,64}@[^\s@]{1,80}$/, 'a Salesforce username such as proxy@acme.example');

/** How the proxy signs in to publish events; secrets are read, and the private key is tried, while it is parsed. */
export function eventsSchema(sources: SecretSources): z.ZodType<EventsConfig> {
    const clientCredentials = membersOf({
        flow: z.literal('client-credentials'),
        clientId,
        clientSecret: secretSchema(sources)
    });
    const jwtBearer = membersOf({
        flow: z.literal('jwt-bearer'),
        clientId,
        username,
        privateKey: secretSchema(sources, PRIVATE_KEY).refine(isUsableKey, KEY_FAULT),
        audience: baseUrl.default('https://login.salesforce.com')
    });
    return z.discriminatedUnion('flow', [clientCredentials, jwtBearer], FLOW_RULE);
}

/** Salesforce takes RSA certificates of 2048 bits or more alone; a wrong key is better told at the start. */
function isUsableKey(pem: Secret): boolean {
    try {
        const key = createPrivateKey(pem.reveal());
        return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_BITS;
    } catch {
        return false;
    }
}
