import type { SetupCodes } from '#contract';
import type { SetupFinding } from '../../lib/setup-check.ts';
import type { ConversationId } from './conversation-id.ts';
import { CLOCKS_DIFFER_MS } from './known-state.ts';

/** A conversation that a confirmed block of ours holds in the state BLOCKED. */
export interface BlockedConversation {
    id: ConversationId;
    /** When GoTallo confirmed it. */
    blockedAt: Date;
    /** When the customer last wrote, as webhooks told; null: they never told. */
    lastInboundAt: Date | null;
}

/**
 * When the customer last wrote, by what Salesforce has; only of conversations of which the asker sees any message.
 */
export type SyncedInbound = ReadonlyMap<ConversationId, Date | null>;

export interface ExclusionFacts {
    /** Whether the tenants file says that GoTallo has excluded BLOCKED. */
    isConfigured: boolean;
    blocked: readonly BlockedConversation[];
    /** Null: nobody could look. */
    synced: SyncedInbound | null;
    /** Asks GoTallo's support to exclude BLOCKED. */
    letter: string;
    now: Date;
}

/** GoTallo loads messages in bulk: one that is younger may still be on its way. */
const PUSH_TAKES_MS = 10 * 60 * 1000;

/**
 * Compares what is configured with what was seen: a message that a customer wrote after the block and that Salesforce has
 * is a leak; one that GoTallo told of by webhook and that Salesforce never got shows that BLOCKED is excluded. Without
 * either nothing is proven.
 */
export function exclusionFound(facts: ExclusionFacts): SetupFinding<SetupCodes['exclusion']> {
    const { isConfigured, letter } = facts;
    const leaked = leaksOf(facts);
    if (leaked.length > 0) {
        return { status: 'error', code: 'leaks', facts: [leaked.length, newestOf(leaked)], letter };
    }
    const kept = keptOutOf(facts);
    if (kept.length > 0) {
        const seen = [kept.length, newestOf(kept)];
        return isConfigured
            ? { status: 'ok', code: 'holds', facts: seen }
            : { status: 'warning', code: 'holdsUnsaid', facts: seen };
    }
    return isConfigured
        ? { status: 'unknown', code: 'notProven', letter }
        : { status: 'warning', code: 'notConfigured', letter };
}

/** When customers of blocked conversations wrote what Salesforce has. */
function leaksOf({ blocked, synced }: ExclusionFacts): Date[] {
    return blocked.flatMap(({ id, blockedAt }) => {
        const at = synced?.get(id) ?? null;
        return at !== null && isAfter(at, blockedAt) ? [at] : [];
    });
}

/** When they wrote what Salesforce has not, though the asker sees earlier messages of the same conversation there. */
function keptOutOf({ blocked, synced, now }: ExclusionFacts): Date[] {
    return blocked.flatMap(({ id, blockedAt, lastInboundAt: at }) => {
        const isSeen = synced?.has(id) ?? false;
        const isDue = at !== null && isAfter(at, blockedAt) && now.getTime() - at.getTime() > PUSH_TAKES_MS;
        return isSeen && isDue ? [at] : [];
    });
}

function isAfter(at: Date, blockedAt: Date): boolean {
    return at.getTime() - blockedAt.getTime() > CLOCKS_DIFFER_MS;
}

function newestOf(times: readonly Date[]): { at: string } {
    return { at: new Date(Math.max(...times.map((time) => time.getTime()))).toISOString() };
}
