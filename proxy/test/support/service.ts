import { createConversations, type Conversations } from '../../src/conversations/conversations.ts';
import type { ChangeListener, GoTallo } from '../../src/conversations/ports.ts';
import type { Journal } from '../../src/conversations/protocol/journal.ts';
import type { ProtocolTiming } from '../../src/conversations/protocol/timing.ts';

/** Long enough that no test meets it; those that want to say so. */
export const TIMING: ProtocolTiming = {
    leaseMs: 60_000,
    inFlightMs: 30_000,
    waitMs: 20_000,
    recoveryMs: 5_000,
    answerMs: 38_000
};

export interface ServiceOptions {
    goTallo: GoTallo;
    journal: Journal;
    evidenceSeconds?: number;
    timing?: Partial<ProtocolTiming>;
    changes?: ChangeListener;
    now?: () => Date;
}

/** The conversations of a tenant, put together as in production around a GoTallo and a journal of the test's. */
export function serviceWith({ goTallo, journal, ...options }: ServiceOptions): Conversations {
    const { evidenceSeconds = 30, timing = {}, changes = null, now = () => new Date() } = options;
    return createConversations({
        goTallo,
        journal,
        evidenceSeconds,
        timing: { ...TIMING, ...timing },
        blockedStateExcluded: true,
        changes,
        now
    });
}
