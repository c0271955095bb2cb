import type { ConversationView } from '#contract';
import type { BlockChoice } from 'c/conversationActions';
import type { BlockDecision, BlockMode } from 'c/conversationBlockForm';
import { endOf } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import { asksInCard, dialogOf } from './dialog';
import { ANSWER } from './focus';
import type { FocusKeeper } from './focus';
import { lastReasonFirst, rememberReason } from './lastReason';
import type { Session } from './session';

/** What the card is told by its place. */
interface Place {
    readonly settings: Settings;
    readonly isAction: boolean;
}

/** How an agent comes to say what a block is to be. */
export interface Asking {
    /** Opens the form. @param reason what it starts with */
    ask(mode: BlockMode, view: ConversationView, reason?: string | null): void;
    /** Does what was chosen in the menu: it blocks at once, with the preset length, or opens the form. */
    choose(view: ConversationView, choice: BlockChoice): void;
    /** Does what the form says. */
    decide(mode: BlockMode, view: ConversationView, decision: BlockDecision): void;
}

/** @returns null where Block opens the form */
export function menuSettingsOf({ isAction, settings }: Place): Settings | null {
    return isAction || asksInCard() || settings.askBeforeBlock ? null : lastReasonFirst(settings);
}

export function keepAsking(place: Place, session: Session, focusKeeper: FocusKeeper): Asking {
    const askInDialog = dialogOf(focusKeeper);

    const decide: Asking['decide'] = (mode, view, decision) => {
        rememberReason(decision.reason);
        focusKeeper.want(ANSWER);
        session.decide(mode, view, decision);
    };
    const ask: Asking['ask'] = (mode, view, reason = null) => {
        if (place.isAction || asksInCard()) {
            focusKeeper.want(ANSWER);
            session.ask(mode, view);
            return;
        }
        const typed = session.draftFor(mode, view);
        const draft = reason === null ? typed : { ...typed, reason };
        const settings = lastReasonFirst(place.settings);
        void askInDialog({ mode, view, settings, draft }, (decision) => decide(mode, view, decision));
    };
    return {
        ask,
        decide,
        choose(view, { reason, asks }) {
            const duration = place.settings.presetDuration;
            if (asks) {
                ask('block', view, reason);
            } else {
                decide('block', view, { reason, note: null, until: endOf(duration, Date.now()), duration });
            }
        }
    };
}
