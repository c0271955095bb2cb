import type { ConversationView } from '#contract';
import { mayChannelBlock } from 'c/conversationLabels';
import type { SettingProblem, Settings } from 'c/conversationSettings';
import isAdmin from '@salesforce/userPermission/CustomizeApplication';
import type { Card } from './card';

/** Which parts of the card are drawn, and how. */
export interface Drawing {
    frame: string;
    body: string;
    footer: string;
    /** What admins see of the settings. */
    problems: readonly SettingProblem[];
    hasActions: boolean;
    canRefresh: boolean;
    hasDetails: boolean;
    /** The form that is open, if any. */
    formMode: 'block' | 'change' | null;
    isConfirming: boolean;
    hasHistory: boolean;
    isBusy: boolean;
    isLoading: boolean;
    /** Since when the view could not be made anew; null while it is up to date. */
    lagSince: number | null;
    mayOnlyLook: boolean;
}

const WITH_BUTTON: ReadonlySet<string> = new Set(['block', 'unblock', 'takeOver', 'close', 'reopen']);

const IN_A_CARD = {
    frame: 'slds-card',
    body: 'body slds-card__body slds-card__body_inner',
    footer: 'slds-card__footer'
};

function isBlocked(view: ConversationView): boolean {
    return view.block !== null || view.state === 'BLOCKED' || mayChannelBlock(view);
}

/** @param isAction whether it is the content of a quick action */
export function drawingOf(
    card: Card,
    settings: Settings,
    problems: readonly SettingProblem[],
    isAction: boolean
): Drawing {
    const { view, failure, busy, question } = card;
    const kind = question?.kind ?? null;
    return {
        ...(isAction ? { frame: '', body: 'body', footer: '' } : IN_A_CARD),
        problems: isAdmin ? problems : [],
        hasActions: kind === null && (view?.actions.some((action) => WITH_BUTTON.has(action)) ?? false),
        canRefresh: !busy && !failure,
        // The question before an unblock shows the block itself.
        hasDetails: view !== null && kind !== 'unblock' && isBlocked(view),
        formMode: kind === 'unblock' ? null : kind,
        isConfirming: kind === 'unblock',
        hasHistory: settings.showHistory && !isAction && view !== null,
        isBusy: busy !== null,
        isLoading: !view && !failure,
        lagSince: card.isLagging ? card.seenAt : null,
        mayOnlyLook: view?.actions.length === 0 && view.state !== 'EXPIRED' && !failure
    };
}
