import type { LightningElement } from 'lwc';
import type { ConversationView } from '#contract';
import { shownState } from 'c/conversationLabels';
import { normalizeId, onMessage, publishState, watchConversation } from 'c/conversationUpdates';
import { watchEnd } from './endOfBlock';
import { watchDoubt } from './endOfDoubt';
import { takePartInRefresh } from './pageRefresh';

export interface Freshness {
    /** To be called when the card comes on the page, and when it leaves it. */
    connect(): void;
    disconnect(): void;
    /** To be told of every view that is shown. @param isOwnChange whether this agent changed something in this card */
    follow(view: ConversationView | null, isOwnChange?: boolean): void;
}

type Card = LightningElement & { readonly recordId: string | undefined };

/** Stands for the conversation of a card that shows none: it only waits for being returned to. */
const NONE = 'none';

let cards = 0;

/**
 * Everything that makes a card look again, and what it tells others. Two cards never answer each other for ever: only
 * those of others are heard, and a state is told only when it is new here and was not just heard.
 * @param look asks the org again, quietly
 */
export function keepFresh(card: Card, look: () => Promise<void>): Freshness {
    const source = `c-conversation-panel-${(cards += 1)}`;
    const watch = watchEnd(look);
    const watchChannel = watchDoubt(look);
    let view: ConversationView | null = null;
    let heard: string | null = null;
    let endRefresh: () => void;
    let messages: { stop(): void };
    let hints: { stop(): void } | undefined;

    /** The new one before the old one ends, so that the page keeps its subscription. */
    const listen = (conversationId = NONE): void => {
        const before = hints;
        hints = watchConversation(conversationId, look, card.template?.host);
        before?.stop();
    };
    const follow: Freshness['follow'] = (next, isOwnChange) => {
        const before = view;
        view = next;
        watch(next?.block?.until ?? null);
        watchChannel(next);
        if (before?.id !== next?.id) {
            listen(next?.id);
        }
        const state = next && shownState(next);
        const isNews = before?.id === next?.id && before && shownState(before) !== state && state !== heard;
        if (next && (isOwnChange || isNews)) {
            heard = state;
            publishState({ recordId: card.recordId ?? null, conversationId: next.id, state, source });
        }
    };

    return {
        follow,
        connect() {
            listen();
            endRefresh = takePartInRefresh(card, () => look().then(() => true));
            messages = onMessage(({ conversationId, recordId, state, source: teller }) => {
                // Without a conversation it is about whichever the record has. An admin's own component may send no text.
                const isMeant = conversationId
                    ? view && normalizeId(`${conversationId}`) === normalizeId(view.id)
                    : recordId && recordId === card.recordId;
                if (teller !== source && isMeant) {
                    heard = state ?? null;
                    void look();
                }
            });
        },
        disconnect() {
            endRefresh();
            messages.stop();
            follow(null);
            hints?.stop();
        }
    };
}
