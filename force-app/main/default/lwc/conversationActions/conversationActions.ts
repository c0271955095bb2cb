import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import { buttonsOf } from './buttons';
import type { ActionButton, CardAction } from './buttons';

export type { CardAction } from './buttons';

const MAIN: ReadonlySet<string> = new Set(['block', 'unblock']);

/**
 * The buttons of the card: what this agent may do to this conversation now.
 * @fires act with the kind of the clicked button
 */
export default class ConversationActions extends LightningElement {
    /** The view whose actions are drawn. */
    @api view!: ConversationView;
    /** What is under way in the card, by kind of task; all buttons are dead then. */
    @api busy: string | null = null;

    private clicked: CardAction | null = null;

    /** Moves focus to the button that was clicked last, or to the one that stands for it now. */
    @api
    focus(): void {
        const { buttons, clicked } = this;
        const isOther = clicked !== null && !MAIN.has(clicked);
        const target =
            buttons.find(({ kind }) => kind === clicked) ??
            buttons.find(({ kind }) => MAIN.has(kind) !== isOther) ??
            buttons[0];
        this.template?.querySelector<HTMLElement>(`[data-action="${target?.kind}"]`)?.focus();
    }

    get buttons(): ActionButton[] {
        return buttonsOf(this.view, this.busy);
    }

    get isBusy(): boolean {
        return this.busy !== null;
    }

    handleClick(event: Event): void {
        this.clicked = (event.currentTarget as HTMLElement).dataset['action'] as CardAction;
        this.dispatchEvent(new CustomEvent<CardAction>('act', { detail: this.clicked }));
    }
}
