import type { ConversationState, ConversationView } from '#contract';
import labelAutoBot from '@salesforce/label/c.GoTallo_State_autoBot';
import labelBlocked from '@salesforce/label/c.GoTallo_State_blocked';
import labelClosed from '@salesforce/label/c.GoTallo_State_closed';
import labelExpired from '@salesforce/label/c.GoTallo_State_expired';
import labelOpen from '@salesforce/label/c.GoTallo_State_open';
import labelUnknown from '@salesforce/label/c.GoTallo_State_unknown';
import { known } from './known';

const i18n: Readonly<Record<ConversationState, string>> = {
    OPEN: labelOpen,
    EXPIRED: labelExpired,
    AUTO_BOT: labelAutoBot,
    CLOSED: labelClosed,
    BLOCKED: labelBlocked
};

/** @param state null, or a state this version does not know: said to be unknown */
export function stateLabel(state: string | null): string {
    return known(i18n, state) ?? labelUnknown;
}

/**
 * The state the card may claim. While a block is asked for and not confirmed, what was known before it may be over,
 * so nothing is claimed.
 */
export function shownState({ state, block }: Pick<ConversationView, 'state' | 'block'>): ConversationState | null {
    return block?.state === 'pending' && state !== 'BLOCKED' ? null : state;
}
