import type { ChannelView } from '#contract';
import type { KnownChannel } from '../knowledge/known-channel.ts';

/**
 * Names people know, by upper-case channel name. GoTallo writes the same channel in capitals in webhooks and in
 * lower case in Salesforce, so names are compared without case; its full list of platforms is not public, so a
 * nativeBlock missing here is shown by its own name.
 */
const LABELS: ReadonlyMap<string, string> = new Map([
    ['WHATSAPP', 'WhatsApp'],
    ['FACEBOOK', 'Messenger'],
    ['MESSENGER', 'Messenger'],
    ['INSTAGRAM', 'Instagram'],
    ['TELEGRAM', 'Telegram'],
    ['WECHAT', 'WeChat'],
    ['LINE', 'LINE'],
    ['KIK', 'Kik'],
    ['VIBER', 'Viber'],
    ['SMS', 'SMS']
]);

/**
 * How long after their last message somebody can be blocked, by channel. Only WhatsApp's is known: the last 24 hours.
 * Source: developers.facebook.com/documentation/business-messaging/whatsapp/block-users/
 */
const BLOCK_WINDOW_MS: ReadonlyMap<string, number> = new Map([['WHATSAPP', 24 * 60 * 60 * 1000]]);

/** The channel as the view shows it. */
export function channelView({ name, isNative, lastInboundAt }: KnownChannel, now: Date): ChannelView {
    const upper = name?.toUpperCase() ?? null;
    const channel = { name: upper, label: upper === null ? null : (LABELS.get(upper) ?? sentenceCase(upper)) };
    if (!isNative || upper === null) return { ...channel, native: false, nativePossible: 'no', windowClosesAt: null };
    const window = BLOCK_WINDOW_MS.get(upper);
    if (window === undefined) return { ...channel, native: true, nativePossible: 'yes', windowClosesAt: null };
    if (lastInboundAt === null) return { ...channel, native: true, nativePossible: 'unknown', windowClosesAt: null };
    const closesAt = new Date(lastInboundAt.getTime() + window);
    const nativePossible = now < closesAt ? 'yes' : 'no';
    return { ...channel, native: true, nativePossible, windowClosesAt: closesAt.toISOString() };
}

function sentenceCase(name: string): string {
    const words = name.replaceAll('_', ' ').toLowerCase();
    return words.charAt(0).toUpperCase() + words.slice(1);
}
