import type { ConversationView } from '#contract';
import { ago, ahead, channelName, exactTime, format, isKeptOut } from 'c/conversationLabels';
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
    const { native, nativePossible } = view.channel;
    if (!native) {
        return byState(view, [canStillWrite(view)]);
    }
    if (view.platformBlock.status === 'unconfirmed') {
        return byState(view, [format(i18n.channelNotAsked, channelName(view)), i18n.unblockAnyTime]);
    }
    const closesAt = view.channel.windowClosesAt;
    if (closesAt !== null && Date.parse(closesAt) <= now) {
        return byState(view, [
            canStillWrite(view),
            format(i18n.windowClosed, channelName(view)),
            format(i18n.windowClosedAt, exactTime(closesAt, now), ago(closesAt, now))
        ]);
    }
    if (nativePossible === 'yes') {
        return blocksOnChannel(
            view,
            closesAt === null ? [] : [format(i18n.windowCloses, exactTime(closesAt, now), ahead(closesAt, now))]
        );
    }
    return byState(view, [nativePossible === 'no' ? canStillWrite(view) : format(i18n.asksChannel, channelName(view))]);
}

function blocksOnChannel(view: ConversationView, window: string[]): Expectation {
    const otherwise = isKeptOut(view) ? i18n.channelMayRefuse : i18n.channelMayRefuseNotKeptOut;
    return {
        icon: 'utility:info',
        effect: format(i18n.blocksOnChannel, channelName(view)),
        lines: [i18n.blocksOnChannelLine, format(otherwise, channelName(view)), ...window]
    };
}

/** What is certain is the block by state alone. */
function byState(view: ConversationView, lines: string[]): Expectation {
    return isKeptOut(view)
        ? { icon: 'utility:info', effect: i18n.keepsOut, lines }
        : { icon: 'utility:warning', effect: i18n.notKeptOutLine, lines };
}

function canStillWrite({ channel }: ConversationView): string {
    return channel.label ? format(i18n.canStillWriteOn, channel.label) : i18n.canStillWrite;
}
