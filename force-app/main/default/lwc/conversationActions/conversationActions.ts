import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import type { Settings } from 'c/conversationSettings';
import { blockMenuOf } from './blockMenu';
import type { BlockChoice, BlockMenu } from './blockMenu';
import { buttonsOf, named } from './buttons';
import type { ActionButton, CardAction } from './buttons';
import * as i18n from './labels';

export type { BlockChoice } from './blockMenu';
export type { CardAction } from './buttons';

/**
 * The buttons of the card: what this agent may do to this conversation now, and Undo for some seconds. Undo stays as long
 * as it has focus, and its place stays empty afterwards: nothing else moves to where the pointer rests.
 * @fires act with the kind of the clicked button
 * @fires block with the BlockChoice of the menu
 */
export default class ConversationActions extends LightningElement {
    /** The view whose actions are drawn. */
    @api view!: ConversationView;
    /** What is under way in the card, by kind of task; all buttons are dead then. */
    @api busy: string | null = null;

    /** With these, Block is a menu of the reasons; null: a button. */
    @api menuSettings: Settings | null = null;
    /** The button that was pressed last in this card. */
    @api pressed: CardAction | null = null;

    /** Until when Undo is offered, in milliseconds since 1970; null when there is nothing to take back. */
    @api
    get undoUntil(): number | null {
        return this.end;
    }
    set undoUntil(value: number | null) {
        this.end = value;
        this.offerUndo();
    }

    /** How much room Undo took when it was last offered; empty as long as it was not. */
    place = '';
    private end: number | null = null;
    private offersUndo = false;
    private timer: ReturnType<typeof setTimeout> | undefined;

    /** Moves focus to the button that was pressed last. Where it is gone, no other one takes its place. */
    @api
    focus(): void {
        this.template?.querySelector<HTMLElement>(`[data-action="${this.pressed}"]`)?.focus();
    }

    override disconnectedCallback(): void {
        clearTimeout(this.timer);
    }

    get buttons(): ActionButton[] {
        const buttons = buttonsOf(this.view, this.busy);
        return this.hasMenu ? buttons.filter(({ kind }) => kind !== 'block') : buttons;
    }

    get menu(): BlockMenu | null {
        return this.hasMenu && this.menuSettings ? blockMenuOf(this.view, this.menuSettings, Date.now()) : null;
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

    /** The second click of a double one was meant for the button that stood there before. */
    handleClick({ currentTarget, detail }: MouseEvent): void {
        if (detail <= 1) {
            const { action } = (currentTarget as HTMLElement).dataset;
            this.dispatchEvent(new CustomEvent<CardAction>('act', { detail: action as CardAction }));
        }
    }

    handleSelect({ detail }: CustomEvent<{ value: string }>): void {
        const { entries, form } = this.menu as BlockMenu;
        const { reason, asks } = entries.find(({ value }) => value === detail.value) ?? form;
        this.dispatchEvent(new CustomEvent<BlockChoice>('block', { detail: { reason, asks } }));
    }

    offerUndo(): void {
        clearTimeout(this.timer);
        const left = (this.end ?? 0) - Date.now();
        this.keepPlace();
        this.offersUndo = left > 0 || this.template?.activeElement?.matches('.undo *') === true;
        if (left > 0) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation -- ended when it leaves the page
            this.timer = setTimeout(() => this.offerUndo(), left);
        }
    }

    /** While a block is under way, its button says so. */
    private get hasMenu(): boolean {
        const isOffered = buttonsOf(this.view, this.busy).some(({ kind }) => kind === 'block');
        return isOffered && this.menuSettings !== null && this.busy !== 'block';
    }

    private keepPlace(): void {
        const { width, height } = this.template?.querySelector('p.undo')?.getBoundingClientRect() ?? {};
        this.place = width ? `inline-size: ${width}px; block-size: ${height}px` : this.place;
    }
}
