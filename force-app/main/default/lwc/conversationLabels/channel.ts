import type { ConversationView } from '#contract';
import labelChannel from '@salesforce/label/c.GoTallo_Platform_channel';

/** Names the channel within a sentence: `WhatsApp`. */
export function channelName({ channel }: Pick<ConversationView, 'channel'>): string {
    return channel.label ?? labelChannel;
}

/** Whether the channel's own block keeps the person away, or may do so. */
export function mayChannelBlock({ platformBlock }: Pick<ConversationView, 'platformBlock'>): boolean {
    return platformBlock.status === 'blocked' || platformBlock.status === 'unconfirmed';
}
