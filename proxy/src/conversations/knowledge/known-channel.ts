import type { Snapshot } from './known-state.ts';

/** What is known of a channel before the click. */
export interface KnownChannel {
    /** As Salesforce or GoTallo spells it; null when not known. */
    name: string | null;
    /** Whether the native block is used here. */
    isNative: boolean;
    /** When the customer last wrote; null when not known. */
    lastInboundAt: Date | null;
}

/** The channel of a conversation, from webhooks and Heroku Messages; its name is compared without case. */
export function knownChannel(
    { record: { contact }, message }: Snapshot,
    nativeChannels: ReadonlySet<string>
): KnownChannel {
    const name = contact.channel ?? message?.medium ?? null;
    const times = [contact.lastInboundAt, message?.lastInboundAt ?? null].filter((time) => time !== null);
    return {
        name,
        isNative: name !== null && nativeChannels.has(name.toUpperCase()),
        lastInboundAt: times.reduce<Date | null>((last, it) => (last === null || it > last ? it : last), null)
    };
}
