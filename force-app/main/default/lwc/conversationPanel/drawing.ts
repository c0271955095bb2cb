import { mayChannelBlock } from 'c/conversationLabels';
import { actionButton } from './actionButton';
import type { ActionButton } from './actionButton';
import type { Card } from './card';

/** Which parts of the card are drawn. */
export interface Drawing {
    action: ActionButton | null;
    canRefresh: boolean;
    hasDetails: boolean;
    isBusy: boolean;
    isLoading: boolean;
    mayOnlyLook: boolean;
}

export function drawingOf({ view, failure, busy }: Card): Drawing {
    return {
        action: actionButton(view, busy),
        canRefresh: !busy && !failure,
        hasDetails: view !== null && (view.block !== null || view.state === 'BLOCKED' || mayChannelBlock(view)),
        isBusy: busy !== null,
        isLoading: !view && !failure,
        mayOnlyLook: view?.actions.length === 0 && view.state !== 'EXPIRED'
    };
}
