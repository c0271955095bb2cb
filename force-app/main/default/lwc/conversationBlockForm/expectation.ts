import type { ConversationView } from '#contract';
import { channelName, format, isKeptOut } from 'c/conversationLabels';
import { i18n } from './labels';

/** What the agent can expect of a block, said before the click. */
export interface Expectation {
    icon: 'utility:info' | 'utility:warning';
    /** What it does, in one sentence. */
    effect: string;
    /** What else there is to know. */
    lines: string[];
    /** Until when the channel accepts a block, or accepted one; null when it sets no time. */
    window: Window | null;
}

interface Window {
    /** Milliseconds since 1970. */
    closesAt: number;
    /** Words before the time, before how far it is away, and after both. */
    words: { before: string; between: string; after: string };
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
    const closesAt = view.channel.windowClosesAt === null ? null : Date.parse(view.channel.windowClosesAt);
    if (closesAt !== null && closesAt <= now) {
        const lines = [canStillWrite(view), format(i18n.windowClosed, channelName(view))];
        return { ...byState(view, lines), window: windowIn(i18n.windowClosedAt, closesAt) };
    }
    if (nativePossible === 'yes') {
        return blocksOnChannel(view, closesAt);
    }
    return byState(view, [nativePossible === 'no' ? canStillWrite(view) : format(i18n.asksChannel, channelName(view))]);
}

function blocksOnChannel(view: ConversationView, closesAt: number | null): Expectation {
    const otherwise = isKeptOut(view) ? i18n.channelMayRefuse : i18n.channelMayRefuseNotKeptOut;
    return {
        icon: 'utility:info',
        effect: format(i18n.blocksOnChannel, channelName(view)),
        lines: [i18n.blocksOnChannelLine, format(otherwise, channelName(view))],
        window: closesAt === null ? null : windowIn(i18n.windowCloses, closesAt)
    };
}

/** What is certain is the block by state alone. */
function byState(view: ConversationView, lines: string[]): Expectation {
    return isKeptOut(view)
        ? { icon: 'utility:info', effect: i18n.keepsOut, lines, window: null }
        : { icon: 'utility:warning', effect: i18n.notKeptOutLine, lines, window: null };
}

function windowIn(template: string, closesAt: number): Window {
    const [before = '', between = '', after = ''] = template.split(/\{[01]\}/);
    return { closesAt, words: { before, between, after } };
}

function canStillWrite({ channel }: ConversationView): string {
    return channel.label ? format(i18n.canStillWriteOn, channel.label) : i18n.canStillWrite;
}
