import type { ConversationView } from '#contract';
import { channelName, describePerson, format, hasBlock } from 'c/conversationLabels';
import * as i18n from './labels';

/** What an agent can do with the buttons of the card. */
export type CardAction = 'block' | 'unblock' | 'change' | 'retryNativeBlock' | 'takeOver' | 'close' | 'reopen' | 'undo';

/** One button. */
export interface ActionButton {
    kind: CardAction;
    label: string;
    /** Accessible name; it begins with the label, so that what is seen can also be said. */
    description: string;
    variant: 'destructive-text' | 'neutral';
    icon?: string;
}

const STATE_ACTIONS = { takeOver: i18n.takeOver, close: i18n.close, reopen: i18n.reopen };

/**
 * What is legal now; Block or Unblock, if any, comes last. They are never offered together, and never as a toggle.
 * @param busy what is under way, if anything
 */
export function buttonsOf(view: ConversationView, busy: string | null): ActionButton[] {
    const { actions } = view;
    const names = Object.keys(STATE_ACTIONS) as (keyof typeof STATE_ACTIONS)[];
    const buttons = names
        .filter((kind) => actions.includes(kind))
        .map((kind) => named(kind, STATE_ACTIONS[kind], view));
    if (actions.includes('unblock')) {
        const change = view.block?.state === 'confirmed' ? [named('change', i18n.change, view)] : [];
        const again = actions.includes('retryNativeBlock') ? [blockOnChannel(view, busy === 'retryNativeBlock')] : [];
        return [...buttons, ...again, ...change, unblock(view, busy === 'unblock')];
    }
    return actions.includes('block') ? [...buttons, block(view, busy === 'block')] : buttons;
}

/** A button whose accessible name is its label, and the person. */
function named(kind: CardAction, label: string, view: ConversationView): ActionButton {
    const description = format(i18n.nameWho, label, describePerson(view));
    return { kind, label, description, variant: 'neutral' };
}

function block(view: ConversationView, isUnderWay: boolean): ActionButton {
    const label = isUnderWay ? i18n.blocking : i18n.block;
    const description = isUnderWay ? label : format(i18n.blockWho, describePerson(view));
    return { kind: 'block', label, description, variant: 'destructive-text', icon: 'utility:block_visitor' };
}

function blockOnChannel(view: ConversationView, isUnderWay: boolean): ActionButton {
    const label = isUnderWay ? i18n.blocking : format(i18n.blockOnChannel, channelName(view));
    return named('retryNativeBlock', label, view);
}

function unblock(view: ConversationView, isUnderWay: boolean): ActionButton {
    const label = isUnderWay ? i18n.unblocking : i18n.unblock;
    // Somebody who is not blocked here, and whom the channel still keeps away, can be unblocked too.
    const isOnlyOnChannel = view.nativeBlock.status === 'blocked' && !hasBlock(view);
    const words = isOnlyOnChannel ? i18n.unblockOnChannel : i18n.unblockWho;
    const description = isUnderWay ? label : format(words, describePerson(view), channelName(view));
    return { kind: 'unblock', label, description, variant: 'neutral' };
}
