import type { ConversationView } from '#contract';
import { leavesOutcomeUnknown } from 'c/conversationErrors';
import { canResolve, hasBlock, mayChannelBlock } from 'c/conversationLabels';
import type { SettingProblem, Settings } from 'c/conversationSettings';
import isAdmin from '@salesforce/userPermission/CustomizeApplication';
import { hasMenu } from './asking';
import type { Card } from './card';
import * as i18n from './labels';
import { lastReasonFirst } from './lastReason';
import { isForm, newsOf } from './question';
import type { FormQuestion } from './question';
import { mayOnlyLook } from './viewer';

/** What the card itself says. */
export const WORDS = {
    title: i18n.title,
    adminsOnly: i18n.adminsOnly,
    loading: i18n.loading,
    lookOnly: isAdmin ? i18n.adminLookOnly : i18n.lookOnly,
    stillWorking: i18n.stillWorking
};

/** Which parts of the card are drawn, and how. */
export interface Drawing {
    /** CSS class of the whole; a quick action has a frame of its own. */
    frame: string;
    /** CSS classes of the title: whoever and whatever is shown says it better to who can see it. */
    titleClass: string;
    /** What the admin chose, with the reasons in the order of this agent. */
    ownSettings: Settings;
    /** The same for the block menu; null where Block opens the form. */
    menuSettings: Settings | null;
    /** What admins see of the settings. */
    problems: readonly SettingProblem[];
    /** Not where the admin wants no card without a conversation, and there is none. */
    isShown: boolean;
    isLoading: boolean;
    isBusy: boolean;
    /** Since when the view could not be made anew; null while it is up to date. */
    lagSince: number | null;
    canRefresh: boolean;
    hasDetails: boolean;
    /** Whether the failure already says that the last change is in doubt, so that the details do not repeat it. */
    isDoubtTold: boolean;
    /** Why nothing can be answered in the details: what is under way, or a question that comes first. */
    detailsBusy: string | null;
    mayOnlyLook: boolean;
    /** What a form asks, if one is open. */
    form: FormQuestion | null;
    /** Whether it cannot be submitted now. */
    isFormDead: boolean;
    hasHistory: boolean;
    /** What the buttons are about; null when there are none. */
    offer: ConversationView | null;
    /** Until when Undo is offered; null when it is not, such as while something is asked. */
    undoUntil: number | null;
}

/** In a quick action, "Close" would read as closing its window. */
const IN_ACTION = ['block', 'unblock', 'retryNativeBlock'];
const IN_CARD = [...IN_ACTION, 'takeOver', 'close', 'reopen'];

const NO_CONVERSATION = 'no-conversation-id';

/** What the page gives the card. */
interface Place {
    settings: Settings;
    problems: readonly SettingProblem[];
    isAction: boolean;
}

function hasDetails(view: ConversationView): boolean {
    return hasBlock(view) || mayChannelBlock(view) || canResolve(view);
}

/** Before the first answer it is not known whether there is one. */
function isHidden({ view, failure }: Card, { settings, problems, isAction }: Place): boolean {
    const isEmpty = !view && (failure?.error.code ?? NO_CONVERSATION) === NO_CONVERSATION;
    return settings.hideWithoutConversation && isEmpty && !isAction && !(isAdmin && problems.length);
}

export function drawingOf(card: Card, place: Place): Drawing {
    const { settings, problems, isAction } = place;
    const { view, failure, busy, undo, question } = card;
    const ownSettings = lastReasonFirst(settings);
    const kind = question?.kind;
    const form = question && isForm(question) ? question : null;
    const isViewer = view !== null && mayOnlyLook(view);
    const shown = isAction ? IN_ACTION : IN_CARD;
    const actions = view?.actions.filter((action) => shown.includes(action));
    return {
        frame: isAction ? '' : 'slds-card',
        titleClass: view ? 'slds-assistive-text' : 'slds-card__header slds-card__header-title',
        ownSettings,
        menuSettings: hasMenu(place) ? ownSettings : null,
        problems: isAdmin ? problems : [],
        isShown: !isHidden(card, place),
        isLoading: !view && !failure,
        isBusy: busy !== null,
        lagSince: card.isLagging ? card.seenAt : null,
        canRefresh: !busy && !failure,
        // The question before an unblock shows the block itself.
        hasDetails: view !== null && kind !== 'unblock' && hasDetails(view),
        isDoubtTold: failure !== null && !failure.isOfLoad && leavesOutcomeUnknown(failure.error.code),
        detailsBusy: busy ?? (kind ? 'question' : null),
        mayOnlyLook: isViewer && !failure,
        form,
        isFormDead: busy !== null || !(form && view && newsOf(form.kind, form.view, view).isPossible),
        hasHistory: settings.showHistory && view !== null && !isViewer,
        offer: view && !kind && actions?.length ? { ...view, actions } : null,
        undoUntil: (!kind && undo?.endsAt) || null
    };
}
