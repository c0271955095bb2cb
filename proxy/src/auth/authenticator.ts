import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Agent } from '../conversations/ports.ts';
import { atMost } from '../lib/at-most.ts';
import { Failure } from '../lib/failure.ts';
import { createTurns, NoTurn, type TurnsOptions } from '../lib/turns.ts';
import { isPossibleToken } from './possible-token.ts';
import { shareUnderWay } from '../lib/share-under-way.ts';
import { judge, type Rules, type Verdict } from './verdict.ts';

/** A refusal is kept just long enough that a storm of bad tokens does not become a storm of Salesforce calls. */
const REFUSAL_SECONDS = 5;

/** For how long a token that was good once is asked about without waiting for its turn; the longest session there is. */
const GOOD_MS = 24 * 60 * 60 * 1000;

/** How many tokens that were never good are asked about at once, and how many wait. */
const STRANGERS: TurnsOptions = { atOnce: 20, waiting: 100 };
/** How long they wait; with the two calls that follow, a third of what Apex waits for an answer. */
const STRANGER_WAIT_MS = 5_000;
const RETRY_AFTER_SECONDS = 1;

/** Tells who is behind an access token of one tenant's org. */
export interface Authenticator {
    /**
     * An agent without any permission is an agent all the same; what they may do is decided elsewhere.
     * @param salesforce whom to ask in place of the usual one, should anybody have to be asked
     * @throws Failure `invalid-token`, `wrong-org`, `user-type-not-allowed`, `api-disabled`, `salesforce-unavailable`
     */
    authenticate(accessToken: string, salesforce?: Rules['salesforce']): Promise<Agent>;

    /** The agent of a token that is known to be good, at once; null when Salesforce has to be asked, or has refused it. */
    known(accessToken: string): Agent | null;
}

export interface AuthenticatorOptions extends Rules {
    /** How long a verdict is used again, and so how late a permission taken away is noticed; 0: never again. */
    cacheSeconds: number;
    /** Milliseconds; any origin. */
    clock?: () => number;
    maxEntries?: number;
    strangers?: TurnsOptions;
}

/**
 * Asks Salesforce twice for a token it does not know, once for all who bring that token at the same time, and not at all
 * for one it knows or one that cannot be the org's. However many tokens are made up, agents do not wait for them: only a
 * token that was never good waits for its turn. Tokens are kept as SHA-256 digests only.
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticator {
    const { cacheSeconds, clock = () => performance.now(), maxEntries = 10_000, orgId } = options;
    const timed = { ...atMost(maxEntries), perf: { now: clock }, ttlResolution: 0 };
    const verdicts = new LRUCache<string, Verdict>(timed);
    const good = new LRUCache<string, true>({ ...timed, ttl: GOOD_MS });
    const share = shareUnderWay<Verdict>();
    const ask = askInTurn(options.strangers);

    async function check(token: string, digest: string, salesforce: Rules['salesforce']): Promise<Verdict> {
        // A verdict is as old as its question: what changes while Salesforce answers may be missing from it.
        const start = clock();
        const verdict = await judge(token, { ...options, salesforce: good.has(digest) ? salesforce : ask(salesforce) });
        const isGood = 'agent' in verdict;
        if (isGood) good.set(digest, true);
        else good.delete(digest);
        const seconds = isGood ? cacheSeconds : Math.min(cacheSeconds, REFUSAL_SECONDS);
        if (seconds > 0) verdicts.set(digest, verdict, { ttl: seconds * 1000, start });
        return verdict;
    }

    return {
        async authenticate(accessToken, salesforce = options.salesforce) {
            if (!isPossibleToken(accessToken, orgId)) throw new Failure('invalid-token');
            const digest = digestOf(accessToken);
            const verdict = verdicts.get(digest) ?? (await share(digest, () => check(accessToken, digest, salesforce)));
            if ('agent' in verdict) return verdict.agent;
            // A new one for each caller, since a failure takes on details of its request.
            throw new Failure(verdict.refused, { cause: verdict.cause });
        },
        known(accessToken) {
            const verdict = verdicts.get(digestOf(accessToken));
            return verdict !== undefined && 'agent' in verdict ? verdict.agent : null;
        }
    };
}

function digestOf(accessToken: string): string {
    return hash('sha256', accessToken, 'base64url');
}

/** The org, asked in turn who a token belongs to; what follows is asked for good tokens alone, and waits for nobody. */
function askInTurn(strangers = STRANGERS): (salesforce: Rules['salesforce']) => Rules['salesforce'] {
    const turns = createTurns(strangers);
    return (salesforce) => ({
        heldPermissions: (token, names) => salesforce.heldPermissions(token, names),
        userInfo: (token) =>
            turns
                .take(() => salesforce.userInfo(token), STRANGER_WAIT_MS)
                .catch((error: unknown) => {
                    if (!(error instanceof NoTurn)) throw error;
                    const cause = new Error('Salesforce: not asked, since it is asked about too many unknown tokens');
                    throw new Failure('salesforce-unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS, cause });
                })
    });
}
