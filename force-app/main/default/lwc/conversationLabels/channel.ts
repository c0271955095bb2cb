import type { ConversationView } from '#contract';
import labelChannel from '@salesforce/label/c.GoTallo_NativeBlock_channel';

/** Names the channel within a sentence: `WhatsApp`. */
export function channelName({ channel }: Pick<ConversationView, 'channel'>): string {
    return channel.label ?? labelChannel;
}

type View = Pick<ConversationView, 'nativeBlock'>;

/** Whether the native block keeps the person away, or may do so. */
export function mayChannelBlock(view: View): boolean {
    return view.nativeBlock.status === 'blocked' || isInDoubt(view);
}

/** Whether nobody knows if the native block keeps the person away. */
export function isInDoubt({ nativeBlock }: View): boolean {
    return nativeBlock.status === 'unconfirmed';
}

/** Whether this user may say what the channel shows. */
export function canResolve({ actions }: Pick<ConversationView, 'actions'>): boolean {
    return actions.includes('resolveNativeBlock');
}
