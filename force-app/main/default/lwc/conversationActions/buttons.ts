import type { ConversationView } from '#contract';
import { channelName, describePerson, format } from 'c/conversationLabels';
import { i18n } from './labels';

/** What an agent can do with the buttons of the card. */
export type CardAction = 'block' | 'unblock' | 'change' | 'takeOver' | 'close' | 'reopen' | 'undo';

/** One button. */
export interface ActionButton {
    kind: CardAction;
    label: string;
    /** Accessible name; it begins with the label, so that what is seen can also be said. */
    description: string;
    variant: 'destructive-text' | 'neutral';
    icon: string | null;
}

const STATE_ACTIONS = ['takeOver', 'close', 'reopen'] as const;

/**
 * Draws what is legal now; Block or Unblock, if any, comes last. They are never offered together, and never as a toggle.
 * @param busy what is under way, if anything
 */
export function buttonsOf(view: ConversationView, busy: string | null): ActionButton[] {
    const mayUnblock = view.actions.includes('unblock');
    const others = STATE_ACTIONS.filter((kind) => view.actions.includes(kind)).map((kind) => other(kind, view));
    if (mayUnblock && view.block?.state === 'confirmed') {
        others.push(other('change', view));
    }
    if (mayUnblock) {
        return [...others, unblock(view, busy === 'unblock')];
    }
    return view.actions.includes('block') ? [...others, block(view, busy === 'block')] : others;
}

function block(view: ConversationView, isUnderWay: boolean): ActionButton {
    const label = isUnderWay ? i18n.blocking : i18n.block;
    const description = isUnderWay ? label : format(i18n.blockWho, describePerson(view));
    return { kind: 'block', label, description, variant: 'destructive-text', icon: 'utility:block_visitor' };
}

function unblock(view: ConversationView, isUnderWay: boolean): ActionButton {
    const label = isUnderWay ? i18n.unblocking : i18n.unblock;
    const description = isUnderWay ? label : describeUnblock(view);
    return { kind: 'unblock', label, description, variant: 'neutral', icon: null };
}

function other(kind: 'takeOver' | 'close' | 'reopen' | 'change', view: ConversationView): ActionButton {
    const label = i18n[kind];
    const description = format(i18n.nameWho, label, describePerson(view));
    return { kind, label, description, variant: 'neutral', icon: null };
}

/** Somebody who is not blocked here, and whom the channel still keeps away, can be unblocked too. */
function describeUnblock(view: ConversationView): string {
    const isOnlyOnChannel = view.platformBlock.status === 'blocked' && view.state !== 'BLOCKED' && view.block === null;
    const template = isOnlyOnChannel ? i18n.unblockOnChannel : i18n.unblockWho;
    return format(template, describePerson(view), channelName(view));
}
