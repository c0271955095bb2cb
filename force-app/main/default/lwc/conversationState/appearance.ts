import type { ConversationState, ConversationView } from '#contract';
import { known, mayChannelBlock, shownState, stateLabel } from 'c/conversationLabels';
import * as i18n from './labels';

/** How a state looks and what it means. Colour never stands alone: the badge also has words and an icon. */
export interface Appearance {
    label: string;
    icon: string;
    /** CSS classes of the badge. */
    badge: string;
    /** What it means; empty where the details of the block say more. */
    line: string;
}

/** Icon, SLDS theme and what it means. */
const LOOKS: Readonly<Record<ConversationState, readonly [string, string, string]>> = {
    OPEN: ['chat', 'slds-theme_success', i18n.openLine],
    EXPIRED: ['clock', 'slds-theme_warning', i18n.expiredLine],
    AUTO_BOT: ['einstein', 'slds-theme_info', i18n.autoBotLine],
    CLOSED: ['check', '', i18n.closedLine],
    BLOCKED: ['block_visitor', 'slds-theme_error', '']
};

/** A state that this version does not know looks unknown, too. */
const UNKNOWN = ['offline', 'slds-theme_offline', i18n.unknownLine] as const;

/** Lines that say that messages come through: not said where the channel itself may keep the person away. */
const PROMISES = [i18n.openLine, i18n.closedLine];

export function appearanceOf(view: ConversationView): Appearance {
    const state = shownState(view);
    const [icon, theme, line] = known(LOOKS, state) ?? UNKNOWN;
    return {
        label: stateLabel(state),
        icon: `utility:${icon}`,
        badge: `badge ${theme}`,
        line: mayChannelBlock(view) && PROMISES.includes(line) ? '' : line
    };
}
