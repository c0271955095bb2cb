import type { ChannelView } from '#contract';
import type { KnownChannel } from '../knowledge/known-channel.ts';
import { nativeWindow } from '../knowledge/native-window.ts';

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

/** The channel as the view shows it. */
export function channelView(known: KnownChannel, now: Date): ChannelView {
    const upper = known.name?.toUpperCase() ?? null;
    const channel = { name: upper, label: upper === null ? null : (LABELS.get(upper) ?? sentenceCase(upper)) };
    const { possible, closesAt } = nativeWindow(known, now);
    const native = known.isNative && upper !== null;
    return { ...channel, native, nativePossible: possible, windowClosesAt: closesAt?.toISOString() ?? null };
}

function sentenceCase(name: string): string {
    const words = name.replaceAll('_', ' ').toLowerCase();
    return words.charAt(0).toUpperCase() + words.slice(1);
}
