import type { ConversationView } from '#contract';
import labelChannel from '@salesforce/label/c.GoTallo_NativeBlock_channel';

/** Names the channel within a sentence: `WhatsApp`. */
export function channelName({ channel }: Pick<ConversationView, 'channel'>): string {
    return channel.label ?? labelChannel;
}

/** Whether the native block keeps the person away, or may do so. */
export function mayChannelBlock({ nativeBlock }: Pick<ConversationView, 'nativeBlock'>): boolean {
    return nativeBlock.status === 'blocked' || nativeBlock.status === 'unconfirmed';
}
