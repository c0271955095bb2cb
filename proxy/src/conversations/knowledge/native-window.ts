import type { ChannelView } from '#contract';
import type { KnownChannel } from './known-channel.ts';

/**
 * How long after their last message somebody can be blocked, by channel. Only WhatsApp's is known: the last 24 hours.
 * Source: developers.facebook.com/documentation/business-messaging/whatsapp/block-users/
 */
const BLOCK_WINDOW_MS: ReadonlyMap<string, number> = new Map([['WHATSAPP', 24 * 60 * 60 * 1000]]);

/** Whether the channel takes a block at a moment, and until when. */
interface NativeWindow {
    possible: ChannelView['nativePossible'];
    /** Also when it is over; null when it never closes or that is not known. */
    closesAt: Date | null;
}

/** Whether the channel itself can block now, by when the customer last wrote. */
export function nativeWindow({ name, isNative, lastInboundAt }: KnownChannel, now: Date): NativeWindow {
    if (!isNative || name === null) return { possible: 'no', closesAt: null };
    const window = BLOCK_WINDOW_MS.get(name.toUpperCase());
    if (window === undefined) return { possible: 'yes', closesAt: null };
    if (lastInboundAt === null) return { possible: 'unknown', closesAt: null };
    const closesAt = new Date(lastInboundAt.getTime() + window);
    return { possible: now < closesAt ? 'yes' : 'no', closesAt };
}
