import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Agent } from '../conversations/ports.ts';
import { Failure } from '../failure.ts';
import { shareUnderWay } from './share-under-way.ts';
import { judge, type Rules, type Verdict } from './verdict.ts';

/** A refusal is kept just long enough that a storm of bad tokens does not become a storm of Salesforce calls. */
const REFUSAL_SECONDS = 5;

/** Tells who is behind an access token of one tenant's org. */
export interface Authenticator {
    /**
     * An agent without any permission is an agent all the same; what they may do is decided elsewhere.
     * @param salesforce whom to ask in place of the usual one, should anybody have to be asked
     * @throws Failure `invalid-token`, `wrong-org`, `user-type-not-allowed`, `api-disabled`, `salesforce-unavailable`
     */
    authenticate(accessToken: string, salesforce?: Rules['salesforce']): Promise<Agent>;
}

export interface AuthenticatorOptions extends Rules {
    /** How long a verdict is used again, and so how late a permission taken away is noticed; 0: never again. */
    cacheSeconds: number;
    /** Milliseconds; any origin. */
    clock?: () => number;
    maxEntries?: number;
}

/**
 * Asks Salesforce twice for a token it does not know, once for all who bring that token at the same time,
 * and not at all for one it knows. Tokens are kept as SHA-256 digests only.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
    const { cacheSeconds, clock = () => performance.now(), maxEntries = 10_000 } = options;
    const verdicts = new LRUCache<string, Verdict>({ max: maxEntries, perf: { now: clock }, ttlResolution: 0 });
    const share = shareUnderWay<Verdict>();

    async function check(token: string, digest: string, rules: Rules): Promise<Verdict> {
        // A verdict is as old as its question: what changes while Salesforce answers may be missing from it.
        const start = clock();
        const verdict = await judge(token, rules);
        const seconds = 'agent' in verdict ? cacheSeconds : Math.min(cacheSeconds, REFUSAL_SECONDS);
        if (seconds > 0) verdicts.set(digest, verdict, { ttl: seconds * 1000, start });
        return verdict;
    }

    return {
        async authenticate(accessToken, salesforce = options.salesforce) {
            const rules = { ...options, salesforce };
            const digest = hash('sha256', accessToken, 'base64url');
            const verdict = verdicts.get(digest) ?? (await share(digest, () => check(accessToken, digest, rules)));
            if ('agent' in verdict) return verdict.agent;
            // A new one for each caller, since a failure takes on details of its request.
            throw new Failure(verdict.refused, { cause: verdict.cause });
        }
    };
}
