import type { ConversationView } from '#contract';
import type { BlockChoice } from 'c/conversationActions';
import type { BlockDecision, BlockMode } from 'c/conversationBlockForm';
import { endOf } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import { asksInCard, dialogOf } from './dialog';
import { ANSWER } from './focus';
import type { FocusKeeper } from './focus';
import type { Asked } from './drafts';
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
    ask(kind: BlockMode, view: ConversationView, reason?: string | null): void;
    /** Does what was chosen in the menu: it blocks at once, with the preset length, or opens the form. */
    choose(view: ConversationView, choice: BlockChoice): void;
    /** To be called with every newer view. */
    follow(view: ConversationView | null): void;
    /** Does what the form says, unless it has gone meanwhile. */
    decide(asked: Asked<BlockMode> | null, decision: BlockDecision): void;
}

/** Whether Block is a menu; elsewhere it opens the form. */
export function hasMenu({ isAction, settings }: Place): boolean {
    return !isAction && !asksInCard() && !settings.askBeforeBlock;
}

export function keepAsking(place: Place, session: Session, focusKeeper: FocusKeeper): Asking {
    const dialog = dialogOf(focusKeeper);
    const { drafts } = session;

    const decide: Asking['decide'] = (asked, decision) => {
        if (asked) {
            rememberReason(decision.reason);
            focusKeeper.want(ANSWER);
            session.decide(asked, decision);
        }
    };
    const ask: Asking['ask'] = (kind, view, reason = null) => {
        if (place.isAction || asksInCard()) {
            focusKeeper.want(ANSWER);
            session.ask(kind, view);
            return;
        }
        const asked = { kind, view };
        const typed = drafts.of(asked);
        const draft = reason === null ? typed : { ...typed, reason };
        const settings = lastReasonFirst(place.settings);
        void dialog.open(
            { mode: kind, view, settings, draft },
            { typed: (changes) => drafts.keep(asked, changes), decided: (decision) => decide(asked, decision) }
        );
    };
    return {
        ask,
        decide,
        follow: dialog.follow,
        choose(view, { reason, asks }) {
            const duration = place.settings.presetDuration;
            const asked = { kind: 'block', view } as const;
            if (asks) {
                ask('block', view, reason);
            } else {
                drafts.keep(asked, { ...drafts.of(asked), reason });
                decide(asked, { reason, note: null, until: endOf(duration, Date.now()), duration });
            }
        }
    };
}
