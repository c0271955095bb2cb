import type { ConversationView } from '#contract';
import { channelName, format, known, mayChannelBlock, standingOf, stateLabel } from 'c/conversationLabels';
import type { Standing } from 'c/conversationLabels';
import * as i18n from './labels';

/** How a state looks and what it means. Colour never stands alone: the badge also has words and an icon. */
export interface Appearance {
    label: string;
    icon: string;
    /** CSS classes of the badge. */
    badge: string;
    /** What it means; empty where the badge, or the details of the block, say it. */
    line: string;
}

/** Icon, SLDS theme and what it means. */
const LOOKS: Readonly<Record<Standing, readonly [string, string, string]>> = {
    OPEN: ['chat', 'slds-theme_success', i18n.openLine],
    EXPIRED: ['clock', 'slds-theme_warning', i18n.expiredLine],
    AUTO_BOT: ['einstein', 'slds-theme_info', i18n.autoBotLine],
    CLOSED: ['check', '', i18n.closedLine],
    BLOCKED: ['block_visitor', 'slds-theme_error', ''],
    KEPT_OUT: ['shield', 'slds-theme_warning', ''],
    NOT_KEPT_OUT: ['warning', 'slds-theme_warning', '']
};

/** A state that this version does not know looks unknown, too. */
const UNKNOWN = ['offline', 'slds-theme_offline', ''] as const;

/** Lines that say that messages come through: not said where the channel itself may keep the person away. */
const PROMISES = [i18n.openLine, i18n.closedLine];

/** @param now in milliseconds since 1970; tells an open window from one that has closed since the view was made */
export function appearanceOf(view: ConversationView, now: number): Appearance {
    const standing = standingOf(view);
    const [icon, theme, line] = known(LOOKS, standing) ?? UNKNOWN;
    const isUntrue = mayChannelBlock(view) && PROMISES.includes(line);
    return {
        label: stateLabel(standing),
        icon: `utility:${icon}`,
        badge: `badge ${theme}`,
        line: isUntrue ? '' : withinWindow(line, view, now)
    };
}

/** Outside the 24 hours after their last message, WhatsApp takes nothing but templates. */
function withinWindow(line: string, view: ConversationView, now: number): string {
    const isClosed = Date.parse(view.channel.windowClosesAt ?? '') <= now;
    return line === i18n.openLine && isClosed ? format(i18n.templatesLine, channelName(view)) : line;
}
