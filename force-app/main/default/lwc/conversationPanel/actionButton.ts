import type { ConversationView } from '#contract';
import { channelName, describePerson, format } from 'c/conversationLabels';
import { i18n } from './labels';
import type { Task } from './tasks';

/** The one button of the card. */
export interface ActionButton {
    kind: 'block' | 'unblock';
    label: string;
    /** Accessible name; it begins with the label, so that what is seen can also be said. */
    description: string;
    variant: 'destructive-text' | 'neutral';
    icon: string | null;
    disabled: boolean;
}

/**
 * Draws the action that is legal now. Block and unblock are never offered together, and never as a toggle.
 * @param busy what is under way, if anything
 * @returns null when this agent may do neither
 */
export function actionButton(view: ConversationView | null, busy: Task['kind'] | null): ActionButton | null {
    const disabled = busy !== null;
    if (view?.actions.includes('unblock')) {
        const label = busy === 'unblock' ? i18n.unblocking : i18n.unblock;
        const description = busy === 'unblock' ? label : describeUnblock(view);
        return { kind: 'unblock', label, description, variant: 'neutral', icon: null, disabled };
    }
    if (view?.actions.includes('block')) {
        const label = busy === 'block' ? i18n.blocking : i18n.block;
        const description = busy === 'block' ? label : format(i18n.blockWho, describePerson(view));
        const icon = 'utility:block_visitor';
        return { kind: 'block', label, description, variant: 'destructive-text', icon, disabled };
    }
    return null;
}

/** Somebody who is not blocked here, and whom the channel still keeps away, can be unblocked too. */
function describeUnblock(view: ConversationView): string {
    const isOnlyOnChannel = view.platformBlock.status === 'blocked' && view.state !== 'BLOCKED' && view.block === null;
    const template = isOnlyOnChannel ? i18n.unblockOnChannel : i18n.unblockWho;
    return format(template, describePerson(view), channelName(view));
}
