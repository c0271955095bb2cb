import type { ConversationState, ConversationView } from '#contract';
import labelAutoBot from '@salesforce/label/c.GoTallo_State_autoBot';
import labelBlocked from '@salesforce/label/c.GoTallo_State_blocked';
import labelClosed from '@salesforce/label/c.GoTallo_State_closed';
import labelExpired from '@salesforce/label/c.GoTallo_State_expired';
import labelKeptOut from '@salesforce/label/c.GoTallo_State_keptOut';
import labelNotKeptOut from '@salesforce/label/c.GoTallo_State_notKeptOut';
import labelOpen from '@salesforce/label/c.GoTallo_State_open';
import labelUnknown from '@salesforce/label/c.GoTallo_State_unknown';
import { isInDoubt } from './channel';
import { known } from './known';

/** What a card may call a conversation: its state, and of a block only as much as is confirmed. */
export type Standing = ConversationState | 'KEPT_OUT' | 'NOT_KEPT_OUT';

const i18n: Readonly<Record<Standing, string>> = {
    OPEN: labelOpen,
    EXPIRED: labelExpired,
    AUTO_BOT: labelAutoBot,
    CLOSED: labelClosed,
    BLOCKED: labelBlocked,
    KEPT_OUT: labelKeptOut,
    NOT_KEPT_OUT: labelNotKeptOut
};

/** @param state or standing; null, or one this version does not know: said to be not known */
export function stateLabel(state: string | null): string {
    return known(i18n, state) ?? labelUnknown;
}

type View = Pick<ConversationView, 'state' | 'block'>;

/** Whether they are blocked, by us or elsewhere. */
export function isBlocked({ state }: Pick<View, 'state'>): boolean {
    return state === 'BLOCKED';
}

/** Whether a block of ours is asked for, and not confirmed. */
export function isPending({ block }: Pick<View, 'block'>): boolean {
    return block?.state === 'pending';
}

/** Whether they are blocked, or a block is asked for. */
export function hasBlock(view: View): boolean {
    return Boolean(view.block) || isBlocked(view);
}

/**
 * The state the card may claim. While a block is asked for and not confirmed, what was known before it may be over,
 * so nothing is claimed.
 */
export function shownState(view: View): ConversationState | null {
    return isPending(view) && !isBlocked(view) ? null : view.state;
}

/**
 * Blocked is only who cannot write on the channel either. Where the channel has no block, refused it or has not confirmed
 * it, they are kept out of Salesforce; where GoTallo does not do that, not even there.
 */
export function standingOf(view: ConversationView): Standing | null {
    const state = shownState(view);
    if (state !== 'BLOCKED' || view.nativeBlock.status === 'blocked') {
        return state;
    }
    if (isPending(view)) {
        return null;
    }
    if (view.blockedStateExcluded) {
        return 'KEPT_OUT';
    }
    return isInDoubt(view) ? null : 'NOT_KEPT_OUT';
}
