import type { ConversationView } from '#contract';
import type { BlockReach } from 'c/conversationLabels';
import { ago, ahead, blockReach, channelName, exactTime, format } from 'c/conversationLabels';
import * as i18n from './labels';

/** What the agent can expect of a block, said before the click. */
export interface Expectation {
    icon: 'utility:info' | 'utility:warning';
    /** What it does, in one sentence. */
    effect: string;
    /** What else there is to know; at the end, until when the channel accepts a block, or accepted one. */
    lines: string[];
}

/** @param now in milliseconds since 1970; tells an open window from one that has closed since the view was made */
export function expectationOf(view: ConversationView, now: number): Expectation {
    const { blockedStateExcluded } = view;
    const { windowClosesAt } = view.channel;
    const about = (label: string): string => format(label, channelName(view));
    const window = (label: string, left: typeof ago): string[] => {
        const at = windowClosesAt;
        return at ? [format(label, exactTime(at, now), left(at, now))] : [];
    };
    const mayRefuse = blockedStateExcluded ? i18n.channelMayRefuse : i18n.channelMayRefuseNotKeptOut;
    const canStillWrite = about(i18n.canStillWriteOn);
    const lines: Record<BlockReach, string[]> = {
        channel: [i18n.blocksOnChannelLine, about(mayRefuse), ...window(i18n.windowCloses, ahead)],
        'asks-channel': [about(i18n.asksChannel)],
        'in-doubt': [about(i18n.channelNotAsked), i18n.unblockAnyTime],
        'window-closed': [canStillWrite, about(i18n.windowClosed), ...window(i18n.windowClosedAt, ago)],
        state: [canStillWrite]
    };
    const reach = blockReach(view, now);
    // Elsewhere, what is certain is the block by state alone.
    const byState = blockedStateExcluded ? i18n.keepsOut : i18n.notKeptOutLine;
    return {
        icon: reach === 'channel' || blockedStateExcluded ? 'utility:info' : 'utility:warning',
        effect: reach === 'channel' ? about(i18n.blocksOnChannel) : byState,
        lines: lines[reach]
    };
}
