import type { ConversationView } from '#contract';
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
    const { windowClosesAt } = view.channel;
    const about = (label: string): string => format(label, channelName(view));
    const window = (label: string, left: typeof ago): string[] => {
        const at = windowClosesAt;
        return at ? [format(label, exactTime(at, now), left(at, now))] : [];
    };

    switch (blockReach(view, now)) {
        case 'channel': {
            const otherwise = view.blockedStateExcluded ? i18n.channelMayRefuse : i18n.channelMayRefuseNotKeptOut;
            return {
                icon: 'utility:info',
                effect: about(i18n.blocksOnChannel),
                lines: [i18n.blocksOnChannelLine, about(otherwise), ...window(i18n.windowCloses, ahead)]
            };
        }
        case 'asks-channel':
            return byState(view, [about(i18n.asksChannel)]);
        case 'in-doubt':
            return byState(view, [about(i18n.channelNotAsked), i18n.unblockAnyTime]);
        case 'window-closed': {
            const closed = [about(i18n.windowClosed), ...window(i18n.windowClosedAt, ago)];
            return byState(view, [about(i18n.canStillWriteOn), ...closed]);
        }
        case 'state':
            return byState(view, [about(i18n.canStillWriteOn)]);
    }
}

/** What is certain is the block by state alone. */
function byState(view: ConversationView, lines: string[]): Expectation {
    return view.blockedStateExcluded
        ? { icon: 'utility:info', effect: i18n.keepsOut, lines }
        : { icon: 'utility:warning', effect: i18n.notKeptOutLine, lines };
}
