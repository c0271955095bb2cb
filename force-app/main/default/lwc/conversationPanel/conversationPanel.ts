import { LightningElement, api } from 'lwc';
import type { ConversationView, PlatformBlockRequest } from '#contract';
import type { CardAction } from 'c/conversationActions';
import type { BlockDecision, BlockMode } from 'c/conversationBlockForm';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { SettingProblem, Settings } from 'c/conversationSettings';
import { askForBlock, asksInCard } from './askForBlock';
import { EMPTY_CARD } from './card';
import type { Card } from './card';
import { drawingOf } from './drawing';
import type { Drawing } from './drawing';
import { FocusKeeper } from './focus';
import { Freshness } from './freshness';
import { HistoryLoader, NO_HISTORY } from './historyLoader';
import { i18n } from './labels';
import { isLegal } from './question';
import { Session } from './session';
import { taskOf } from './taskOf';
import { LOAD } from './tasks';
import type { Subject, Task } from './tasks';

/**
 * The card beside the chat window: the state of the record's conversation, and what can be done about it. The only
 * component that calls the org: once for a page, once for a change, and once when something was changed elsewhere.
 * @fires viewchange with the ConversationView that is shown now
 * @fires done after a change of this agent that came true
 * @fires cancel when the agent decided against what was asked in the card
 */
export default class ConversationPanel extends LightningElement {
    /** Object of the record; the page sets it. */
    @api objectApiName?: string;
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

    readonly i18n = i18n;
    card: Card = EMPTY_CARD;
    history = NO_HISTORY;

    private subjectId: string | undefined;
    private chosen = DEFAULT_SETTINGS;
    private isAsking = false;
    private readonly focusKeeper = new FocusKeeper(this);
    private readonly session = new Session(
        () => this.subject,
        (card, isOwnChange) => this.draw(card, isOwnChange)
    );
    private readonly freshness = new Freshness(this, () => this.session.look());
    private readonly historyLoader = new HistoryLoader((history) => (this.history = history));

    override connectedCallback(): void {
        this.freshness.connect();
        this.session.start();
    }

    override renderedCallback(): void {
        this.focusKeeper.settle(this.card.busy !== null);
    }

    override disconnectedCallback(): void {
        this.session.stop();
        this.freshness.disconnect();
    }

    get drawing(): Drawing {
        return drawingOf(this.card, this.settings, this.problems, this.isAction);
    }

    get formDraft(): BlockDecision | null {
        return this.session.draftFor(this.drawing.formMode, this.card.question?.view);
    }

    /** Repeats what failed; where nothing did, looks again. */
    handleRetry(): void {
        this.run(this.card.failure?.retry ?? LOAD);
    }

    handleAct({ detail }: CustomEvent<CardAction>): void {
        const { view } = this.card;
        const task = view && taskOf(detail, view);
        if (task) {
            this.run(task);
        } else if (view && detail !== 'undo') {
            this.ask(detail as BlockMode | 'unblock', view);
        }
    }

    handleSettle({ detail }: CustomEvent<PlatformBlockRequest>): void {
        if (this.card.view) {
            this.run({ kind: 'settle', conversationId: this.card.view.id, status: detail.status });
        }
    }

    handleSubmit({ detail }: CustomEvent<BlockDecision>): void {
        const { question } = this.card;
        if (question && question.kind !== 'unblock') {
            this.decide(question.kind, question.view, detail);
        }
    }

    handleConfirm(): void {
        const { question } = this.card;
        if (question) {
            this.run({ kind: 'unblock', conversationId: question.view.id });
        }
    }

    handleCancel(): void {
        this.focusKeeper.wantButtons();
        this.session.cancel();
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleHistory(): void {
        void this.historyLoader.load(this.subject, this.card.view);
    }

    private get subject(): Subject | null {
        const { subjectId: recordId, settings } = this;
        const isReady = recordId && this.isConnected;
        return isReady ? { recordId, conversationIdField: settings.conversationIdField } : null;
    }

    private draw(card: Card, isOwnChange: boolean): void {
        const { view } = this.card;
        this.focusKeeper.remember(card === EMPTY_CARD);
        this.card = card;
        this.freshness.follow(card.view, this.subjectId, isOwnChange);
        this.historyLoader.follow(this.subject, card.view);
        if (card.view && card.view !== view) {
            this.dispatchEvent(new CustomEvent<ConversationView>('viewchange', { detail: card.view }));
        }
        if (isOwnChange) {
            this.dispatchEvent(new CustomEvent('done'));
        } else if (this.isAction && !view && isLegal('block', card.view)) {
            this.ask('block', card.view as ConversationView);
        }
    }

    private run(task: Task): void {
        this.focusKeeper.wantAnswer();
        void this.session.run(task);
    }

    private ask(kind: BlockMode | 'unblock', view: ConversationView): void {
        if (kind === 'unblock' || this.isAction || asksInCard()) {
            this.focusKeeper.wantAnswer();
            this.session.ask(kind, view);
        } else if (!this.isAsking) {
            void this.askInDialog(kind, view);
        }
    }

    private decide(mode: BlockMode, view: ConversationView, decision: BlockDecision): void {
        this.focusKeeper.wantAnswer();
        this.session.decide(mode, view, decision);
    }

    private async askInDialog(mode: BlockMode, view: ConversationView): Promise<void> {
        this.isAsking = true;
        const settle = () => this.focusKeeper.settle(this.card.busy !== null);
        const draft = this.session.draftFor(mode, view);
        const decision = await askForBlock(mode, view, this.settings, draft, () => {
            this.focusKeeper.wantAnswer();
            settle();
        }).finally(() => {
            this.isAsking = false;
        });
        if (decision) {
            this.decide(mode, view, decision);
        } else {
            this.focusKeeper.wantButtons();
            settle();
        }
    }
}
