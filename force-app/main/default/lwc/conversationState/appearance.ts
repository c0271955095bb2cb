import type { ConversationState } from '#contract';
import * as i18n from './labels';

/** How a state looks and what it means. Colour never stands alone: the badge also has words and an icon. */
export interface Appearance {
    /** SLDS theme of the badge; empty for a plain one. */
    theme: string;
    icon: string;
    /** Null where the details of the block say more. */
    line: string | null;
}

/** States whose line says that messages come through. */
const REACHABLE: ReadonlySet<ConversationState | null> = new Set(['OPEN', 'CLOSED']);

const APPEARANCES: Record<ConversationState, Appearance> = {
    OPEN: { theme: 'slds-theme_success', icon: 'utility:chat', line: i18n.openLine },
    EXPIRED: { theme: 'slds-theme_warning', icon: 'utility:clock', line: i18n.expiredLine },
    AUTO_BOT: { theme: 'slds-theme_info', icon: 'utility:einstein', line: i18n.autoBotLine },
    CLOSED: { theme: '', icon: 'utility:check', line: i18n.closedLine },
    BLOCKED: { theme: 'slds-theme_error', icon: 'utility:block_visitor', line: null }
};

const UNKNOWN: Appearance = { theme: 'slds-theme_offline', icon: 'utility:offline', line: i18n.unknownLine };

/** @param state null, or a state this version does not know, looks unknown */
export function appearanceOf(state: ConversationState | null): Appearance {
    return (state && APPEARANCES[state]) ?? UNKNOWN;
}

/**
 * What a state means.
 * @param mayChannelBlock whether the channel itself may keep the person away: then nothing is promised
 */
export function lineOf(state: ConversationState | null, mayChannelBlock: boolean): string | null {
    return mayChannelBlock && REACHABLE.has(state) ? null : appearanceOf(state).line;
}
