import type { ChannelView } from '#contract';

/**
 * Names people know, by upper-case platform name. GoTallo writes the same platform in capitals in webhooks and in
 * lower case in Salesforce, so names are compared without case; its full list of platforms is not public, so a
 * platform missing here is shown by its own name.
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

function sentenceCase(name: string): string {
    const words = name.replaceAll('_', ' ').toLowerCase();
    return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * The channel as the view shows it. Blocking is by state on every channel, so `native` is false.
 * @param medium the platform as Salesforce or GoTallo spells it; null when not known
 */
export function channelView(medium: string | null): ChannelView {
    const name = medium === null ? null : medium.toUpperCase();
    return {
        name,
        label: name === null ? null : (LABELS.get(name) ?? sentenceCase(name)),
        native: false,
        nativePossible: 'no',
        windowClosesAt: null
    };
}
