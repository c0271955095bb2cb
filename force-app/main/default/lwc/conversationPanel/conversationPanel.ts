import { LightningElement, api } from 'lwc';
import type { ConversationView, PlatformBlockRequest } from '#contract';
import { DEFAULT_SETTINGS } from 'c/conversationSettings';
import type { Settings } from 'c/conversationSettings';
import { askForBlock } from './askForBlock';
import { EMPTY_CARD, recordChanged, taskBegan, taskEnded } from './card';
import type { Card } from './card';
import { draftAfter } from './draft';
import { drawingOf } from './drawing';
import type { Drawing } from './drawing';
import { takeFocus } from './focus';
import { i18n } from './labels';
import { Latest } from './latest';
import { perform } from './tasks';
import type { BlockTask, Task } from './tasks';

/**
 * The card beside the chat window: the state of the record's conversation, and the one thing to do about it.
 * The only component that calls the org: once for a page, once for a change.
 */
export default class ConversationPanel extends LightningElement {
    /** Object of the record; the page sets it. */
    @api objectApiName?: string;

    /** Record whose conversation is shown; the page sets it. */
    @api
    get recordId(): string | undefined {
        return this.subjectId;
    }
    set recordId(value: string | undefined) {
        this.subjectId = value;
        this.start();
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
            this.start();
        }
    }

    readonly i18n = i18n;
    card: Card = EMPTY_CARD;

    private subjectId: string | undefined;
    private chosen = DEFAULT_SETTINGS;
    private draft: BlockTask | null = null;
    private isAsking = false;
    private wantsFocus = false;
    private readonly latest = new Latest();

    override connectedCallback(): void {
        this.start();
    }

    override renderedCallback(): void {
        if (this.wantsFocus) {
            this.moveFocus();
        }
    }

    override disconnectedCallback(): void {
        this.latest.begin();
    }

    get drawing(): Drawing {
        return drawingOf(this.card);
    }

    handleRefresh(): void {
        void this.runForAgent({ kind: 'load' });
    }

    handleRetry(): void {
        void this.runForAgent(this.card.failure?.retry ?? { kind: 'load' });
    }

    handleAction(): void {
        const { view } = this.card;
        if (view && this.drawing.action?.kind === 'unblock') {
            void this.runForAgent({ kind: 'unblock', conversationId: view.id });
        } else if (view && !this.isAsking) {
            void this.askAndBlock(view);
        }
    }

    handleSettle({ detail }: CustomEvent<PlatformBlockRequest>): void {
        if (this.card.view) {
            void this.runForAgent({ kind: 'settle', conversationId: this.card.view.id, status: detail.status });
        }
    }

    /** Forgets all about the record before, and loads. */
    private start(): void {
        const isCurrent = this.latest.begin();
        this.card = EMPTY_CARD;
        this.draft = null;
        this.wantsFocus = false;
        // The page sets its properties one by one; a turn later all are there, and one call is enough.
        void Promise.resolve().then(() => (isCurrent() && this.isConnected ? this.run({ kind: 'load' }) : undefined));
    }

    /** To what the agent will want next; while a call is under way that is not known yet. */
    private moveFocus(): void {
        if (!this.card.busy) {
            this.wantsFocus = false;
            takeFocus(this.template, this.refs?.['error'], this.refs?.['action'], this.refs?.['body']);
        }
    }

    private runForAgent(task: Task): Promise<void> {
        this.wantsFocus = true;
        return this.run(task);
    }

    private async run(task: Task): Promise<void> {
        if (this.card.busy || !this.subjectId) {
            return;
        }
        const isCurrent = this.latest.begin();
        this.card = taskBegan(this.card, task);
        const outcome = await perform(task, {
            recordId: this.subjectId,
            conversationIdField: this.chosen.conversationIdField
        });
        if (isCurrent()) {
            this.draft = draftAfter(this.draft, task, outcome);
            this.card = taskEnded(this.card, task, outcome);
        }
    }

    private async askAndBlock(view: ConversationView): Promise<void> {
        this.isAsking = true;
        const task = await askForBlock(view, this.draft, () => this.moveFocus()).finally(() => {
            this.isAsking = false;
        });
        if (task && task.conversationId !== this.card.view?.id) {
            this.wantsFocus = true;
            this.card = recordChanged(this.card, i18n.recordChanged);
        } else if (task) {
            await this.runForAgent(task);
        } else {
            takeFocus(this.template, this.refs?.['action'], this.refs?.['body']);
        }
    }
}
