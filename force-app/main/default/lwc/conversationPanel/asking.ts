import type { ConversationView } from '#contract';
import type { BlockChoice } from 'c/conversationActions';
import type { BlockDecision, BlockDraft, BlockMode } from 'c/conversationBlockForm';
import { endOf } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import { asksInCard, dialogOf } from './dialog';
import { ANSWER } from './focus';
import type { FocusKeeper } from './focus';
import { lastReasonFirst, rememberReason } from './lastReason';
import { isForm } from './question';
import type { Question } from './question';
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
    /** To be called with every newer view. */
    follow(view: ConversationView | null): void;
    /** What the form in the card starts with. */
    draftOf(question: Question | null): BlockDraft | null;
    /** Keeps what was entered in it so far. */
    keep(question: Question | null, draft: BlockDraft): void;
    /** Does what it says. */
    submit(question: Question | null, decision: BlockDecision): void;
}

/** @returns null where Block opens the form */
export function menuSettingsOf({ isAction, settings }: Place): Settings | null {
    return isAction || asksInCard() || settings.askBeforeBlock ? null : lastReasonFirst(settings);
}

export function keepAsking(place: Place, session: Session, focusKeeper: FocusKeeper): Asking {
    const dialog = dialogOf(focusKeeper);
    const { drafts } = session;

    const decide = (mode: BlockMode, view: ConversationView, decision: BlockDecision): void => {
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
        const typed = drafts.of(mode, view);
        const draft = reason === null ? typed : { ...typed, reason };
        const settings = lastReasonFirst(place.settings);
        void dialog.open(
            { mode, view, settings, draft },
            {
                typed: (changes) => drafts.keep(mode, view, changes),
                decided: (decision) => decide(mode, view, decision)
            }
        );
    };
    return {
        ask,
        follow: dialog.follow,
        draftOf: (question) => (isForm(question) ? drafts.of(question.kind, question.view) : null),
        keep(question, draft) {
            if (isForm(question)) {
                drafts.keep(question.kind, question.view, draft);
            }
        },
        submit(question, decision) {
            if (isForm(question)) {
                decide(question.kind, question.view, decision);
            }
        },
        choose(view, { reason, asks }) {
            const duration = place.settings.presetDuration;
            if (asks) {
                ask('block', view, reason);
            } else {
                drafts.keep('block', view, { ...drafts.of('block', view), reason });
                decide('block', view, { reason, note: null, until: endOf(duration, Date.now()), duration });
            }
        }
    };
}
