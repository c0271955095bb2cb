import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import { buttonsOf, named } from './buttons';
import type { ActionButton, CardAction } from './buttons';
import * as i18n from './labels';

export type { CardAction } from './buttons';

/** What a second press of the same key must not set off after another button is gone. */
const MAIN: ReadonlySet<string | null> = new Set([null, 'block', 'unblock', 'undo']);

/**
 * The buttons of the card: what this agent may do to this conversation now, and Undo for some seconds. Undo stays as long
 * as it has focus.
 * @fires act with the kind of the clicked button
 */
export default class ConversationActions extends LightningElement {
    /** The view whose actions are drawn. */
    @api view!: ConversationView;
    /** What is under way in the card, by kind of task; all buttons are dead then. */
    @api busy: string | null = null;

    /** Until when Undo is offered, in milliseconds since 1970; null when there is nothing to take back. */
    @api
    get undoUntil(): number | null {
        return this.end;
    }
    set undoUntil(value: number | null) {
        this.end = value;
        this.offerUndo();
    }

    private end: number | null = null;
    private offersUndo = false;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private clicked: CardAction | null = null;

    /** Moves focus to the button that was clicked last, or to the one that stands for it now. */
    @api
    focus(): void {
        const { buttons, clicked } = this;
        const target =
            buttons.find(({ kind }) => kind === clicked) ??
            buttons.find(({ kind }) => MAIN.has(kind) === MAIN.has(clicked)) ??
            buttons[0];
        this.template?.querySelector<HTMLElement>(`[data-action="${target?.kind}"]`)?.focus();
    }

    override disconnectedCallback(): void {
        clearTimeout(this.timer);
    }

    get buttons(): ActionButton[] {
        return buttonsOf(this.view, this.busy);
    }

    get isBusy(): boolean {
        return this.busy !== null;
    }

    /** What was done just now, with its button. */
    get undo(): (ActionButton & { words: string }) | null {
        const kind = this.offersUndo && this.view.undo?.kind;
        return kind
            ? { ...named('undo', i18n.undo, this.view), words: kind === 'block' ? i18n.blocked : i18n.unblocked }
            : null;
    }

    handleClick(event: Event): void {
        this.clicked = (event.currentTarget as HTMLElement).dataset['action'] as CardAction;
        this.dispatchEvent(new CustomEvent<CardAction>('act', { detail: this.clicked }));
    }

    offerUndo(): void {
        clearTimeout(this.timer);
        const left = (this.end ?? 0) - Date.now();
        this.offersUndo = left > 0 || this.template?.activeElement?.matches('.undo *') === true;
        if (left > 0) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- ended when it leaves the page
            this.timer = setTimeout(() => this.offerUndo(), left);
        }
    }
}
