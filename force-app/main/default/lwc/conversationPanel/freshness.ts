import type { LightningElement } from 'lwc';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import type { ConversationState, ConversationView } from '#contract';
import { shownState } from 'c/conversationLabels';
import { onMessage, publishState, watchConversation } from 'c/conversationUpdates';
import type { ConversationMessage } from 'c/conversationUpdates';
import { EndOfBlock } from './endOfBlock';

let cards = 0;

/**
 * Everything that makes a card look again, and what it tells others. Two cards never answer each other for ever: only
 * those of others are heard, and a state is told only when it is new here and was not just heard.
 */
export class Freshness {
    private readonly card: LightningElement;
    private readonly look: () => Promise<void>;
    private readonly source = `c-conversation-panel-${(cards += 1)}`;
    private readonly end: EndOfBlock;
    private view: ConversationView | null = null;
    private recordId: string | undefined;
    private heard: string | null = null;
    private refreshId: number | undefined;
    private messages: { stop(): void } | undefined;
    private watch: { stop(): void } | undefined;

    /** @param look asks the org again, quietly */
    constructor(card: LightningElement, look: () => Promise<void>) {
        this.card = card;
        this.look = look;
        this.end = new EndOfBlock(look);
    }

    connect(): void {
        this.refreshId = registerRefreshHandler(this.card, () => this.look().then(() => true));
        this.messages = onMessage((message) => this.hear(message));
    }

    disconnect(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
        this.messages?.stop();
        this.follow(null, undefined, false);
    }

    /**
     * To be told of every view that is shown.
     * @param isOwnChange whether this agent changed something in this card
     */
    follow(view: ConversationView | null, recordId: string | undefined, isOwnChange: boolean): void {
        const before = this.view;
        this.view = view;
        this.recordId = recordId;
        this.end.watch(view?.block ?? null);
        if (before?.id !== view?.id) {
            this.watch?.stop();
            this.watch = view ? watchConversation(view.id, this.look, this.card.template?.host) : undefined;
        }
        if (view && (isOwnChange || this.isNews(before, view))) {
            this.tell(view);
        }
    }

    private isNews(before: ConversationView | null, view: ConversationView): boolean {
        const state = shownState(view);
        return before?.id === view.id && shownState(before) !== state && state !== this.heard;
    }

    private tell(view: ConversationView): void {
        const state: ConversationState | null = shownState(view);
        this.heard = state;
        publishState({ recordId: this.recordId ?? null, conversationId: view.id, state, source: this.source });
    }

    private hear({ conversationId, recordId, state, source }: ConversationMessage): void {
        // Without a conversation it is about the record's; without that and a state it only names a record to show.
        const isMeant = conversationId ? conversationId === this.view?.id : state && recordId === this.recordId;
        if (source !== this.source && this.view && isMeant) {
            this.heard = state;
            void this.look();
        }
    }
}
