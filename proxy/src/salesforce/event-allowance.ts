import { z } from 'zod';

/** What an org may still do with platform events. */
export interface EventAllowance {
    /** Deliveries of today; each counts once for each client that gets the event. */
    delivered: Left;
    /** Publications of this hour. */
    published: Left;
}

interface Left {
    left: number;
    most: number;
}

const left = z
    .object({ Max: z.number(), Remaining: z.number() })
    .transform(({ Max: most, Remaining }) => ({ left: Math.max(0, Remaining), most }));

/**
 * Reads the answer of `/limits`, which is accurate within five minutes (REST API Developer Guide, Limits); throws when it
 * has another shape.
 */
export const eventAllowance = z
    .object({ DailyDeliveredPlatformEvents: left, HourlyPublishedPlatformEvents: left })
    .transform((limits): EventAllowance => ({
        delivered: limits.DailyDeliveredPlatformEvents,
        published: limits.HourlyPublishedPlatformEvents
    }));
