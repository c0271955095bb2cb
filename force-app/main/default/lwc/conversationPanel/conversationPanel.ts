import { LightningElement, api } from 'lwc';
import type { ConversationView, NativeBlockRequest } from '#contract';
import type { BlockChoice, CardAction } from 'c/conversationActions';
import type { BlockDecision, BlockDraft } from 'c/conversationBlockForm';
import type { HistoryRequest } from 'c/conversationHistory';
import { fire } from 'c/conversationLabels';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { SettingProblem, Settings } from 'c/conversationSettings';
import { doneOf } from './announcements';
import type { Done } from './announcements';
import { keepAsking } from './asking';
import { EMPTY_CARD } from './card';
import type { Card } from './card';
import { drawingOf, WORDS } from './drawing';
import type { Drawing } from './drawing';
import { ANSWER, ANSWERS, BUTTONS, keepFocus } from './focus';
import { keepFresh } from './freshness';
import { keepHistory, NO_HISTORY } from './history';
import { asksFirst } from './question';
import { Session } from './session';
import { taskOf } from './taskOf';
import type { Subject } from './tasks';

export type { Done } from './announcements';

/**
 * The card beside the chat window: the state of the record's conversation, and what can be done about it. The only
 * component that calls the org: once for a page, once for a change, and once when something was changed elsewhere.
 * @fires viewchange with the ConversationView that is shown now; null when it is gone
 * @fires done with what came of a change of this agent
 * @fires cancel when the agent decided in the card against a block
 */
export default class ConversationPanel extends LightningElement {
    /** What is wrong with the settings; admins see it. */
    @api problems: readonly SettingProblem[] = [];
    /** Whether it is the content of a quick action: without a frame, and the form opens at once where that is legal. */
    @api isAction = false;

    /** Record whose conversation is shown. */
    @api
    get recordId(): string | undefined {
        return this.subjectId;
    }
    set recordId(value: string | undefined) {
        this.subjectId = value;
        this.session.start();
    }

    /** What the admin chose. */
    @api
    get settings(): Settings {
        return this.chosen;
    }
    set settings(value: Settings) {
        const isOtherField = value.conversationIdField !== this.chosen.conversationIdField;
        this.chosen = value;
        if (isOtherField) {
            this.session.start();
        }
    }

    readonly words = WORDS;
    card: Card = EMPTY_CARD;
    history = NO_HISTORY;
    pressed: CardAction | null = null;

    private subjectId: string | undefined;
    private chosen = DEFAULT_SETTINGS;
    private readonly focusKeeper = keepFocus(
        this,
        () => this.card.busy !== null,
        () => this.isAction
    );
    private readonly session = new Session(
        () => this.subject,
        (card, isOwnChange) => this.draw(card, isOwnChange)
    );
    private readonly asking = keepAsking(this, this.session, this.focusKeeper);
    private readonly freshness = keepFresh(this, () => this.session.look());
    private readonly historyKeeper = keepHistory(
        () => this.subject,
        (history) => (this.history = history)
    );

    override connectedCallback(): void {
        this.freshness.connect();
        this.session.start();
    }

    override renderedCallback(): void {
        this.focusKeeper.land();
    }

    override disconnectedCallback(): void {
        this.session.stop();
        this.freshness.disconnect();
    }

    get drawing(): Drawing {
        return drawingOf(this.card, this);
    }

    /** What was typed so far. */
    get draft(): BlockDraft | null {
        return this.session.draft;
    }

    /** Repeats what failed; where nothing did, looks again. */
    handleRetry(): void {
        this.focusKeeper.want(ANSWER);
        void this.session.retry();
    }

    handleAct({ detail }: CustomEvent<CardAction>): void {
        const view = this.card.view as ConversationView;
        this.pressed = detail;
        if (detail === 'block' || detail === 'change') {
            this.asking.ask(detail, view);
            return;
        }
        const task = taskOf(detail, view);
        this.focusKeeper.want(ANSWER);
        if (task && asksFirst(task, view)) {
            this.session.ask(task.kind, view, task);
        } else if (task) {
            void this.session.run(task);
        }
    }

    handleUndoOver(): void {
        this.session.endUndo();
    }

    /** A reason of the menu blocks at once, with the preset length. */
    handleBlock({ detail }: CustomEvent<BlockChoice>): void {
        this.pressed = 'block';
        this.asking.choose(this.card.view as ConversationView, detail);
    }

    handleResolve({ detail }: CustomEvent<NativeBlockRequest>): void {
        const { view, question } = this.card;
        if (view && !question) {
            this.focusKeeper.want(ANSWER);
            this.session.answer(view, detail);
        }
    }

    handleTyped({ detail }: CustomEvent<BlockDraft>): void {
        this.session.keep(detail);
    }

    handleSubmit({ detail }: CustomEvent<BlockDecision>): void {
        this.asking.decide(this.drawing.form, detail);
    }

    handleConfirm(): void {
        if (this.session.confirm()) {
            this.focusKeeper.want(ANSWER);
        }
    }

    handleCancel(): void {
        const kind = this.card.question?.kind;
        this.focusKeeper.want(kind === 'resolve' ? ANSWERS : BUTTONS);
        this.session.cancel();
        // Whoever keeps a block, or leaves it as it is, goes on looking at it.
        if (kind === 'block') {
            fire(this, 'cancel');
        }
    }

    handleHistory({ detail }: CustomEvent<HistoryRequest>): void {
        void this.historyKeeper.load(this.card.view, detail);
    }

    private get subject(): Subject | null {
        const { recordId, settings } = this;
        const isReady = recordId && this.isConnected;
        return isReady ? { recordId, conversationIdField: settings.conversationIdField } : null;
    }

    private draw(card: Card, isOwnChange: boolean): void {
        const { view: before } = this.card;
        const { view } = card;
        this.focusKeeper.remember(card === EMPTY_CARD);
        this.card = card;
        this.freshness.follow(view, isOwnChange);
        this.historyKeeper.follow(view);
        this.asking.follow(view);
        if (view !== before) {
            fire<ConversationView | null>(this, 'viewchange', view);
        }
        if (isOwnChange) {
            fire<Done | null>(this, 'done', view && doneOf(view));
        } else if (this.isAction && !before && view?.actions.includes('block')) {
            this.asking.ask('block', view);
        }
    }
}
