import type { ConversationView } from '#contract';
import labelAsksChannel from '@salesforce/label/c.GoTallo_Menu_asksChannel';
import labelKeptOut from '@salesforce/label/c.GoTallo_Menu_keptOut';
import labelNotKeptOut from '@salesforce/label/c.GoTallo_Menu_notKeptOut';
import labelOnChannel from '@salesforce/label/c.GoTallo_Menu_onChannel';
import { channelName, isInDoubt } from './channel';
import { format } from './format';

/**
 * How far a block can reach here: the channel keeps the person away, may do so, is not asked, or is not able to.
 * @see blockReach
 */
export type BlockReach = 'channel' | 'asks-channel' | 'in-doubt' | 'window-closed' | 'state';

/** @param now in milliseconds since 1970; tells an open window from one that has closed since the view was made */
export function blockReach(view: ConversationView, now: number): BlockReach {
    const { channel } = view;
    if (!channel.native) {
        return 'state';
    }
    if (isInDoubt(view)) {
        return 'in-doubt';
    }
    if (Date.parse(channel.windowClosesAt ?? '') <= now) {
        return 'window-closed';
    }
    const reaches = { yes: 'channel', no: 'state', unknown: 'asks-channel' } as const;
    return reaches[channel.nativePossible];
}

/** What a block does here, in one line. @param now in milliseconds since 1970 */
export function blockEffect(view: ConversationView, now: number): string {
    const reach = blockReach(view, now);
    if (reach === 'channel') {
        return format(labelOnChannel, channelName(view));
    }
    if (!view.blockedStateExcluded) {
        return labelNotKeptOut;
    }
    return format(reach === 'asks-channel' ? labelAsksChannel : labelKeptOut, channelName(view));
}
