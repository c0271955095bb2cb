import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import { fire } from 'c/conversationLabels';
import type { Settings } from 'c/conversationSettings';
import { blockMenuOf } from './blockMenu';
import type { BlockChoice, BlockMenu } from './blockMenu';
import { buttonsOf } from './buttons';
import type { ActionButton, CardAction } from './buttons';

export type { BlockChoice } from './blockMenu';
export type { CardAction } from './buttons';

/**
 * The buttons of the card: what this agent may do to this conversation now.
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
    /** Whether Undo is offered: Block and Unblock are not drawn then, and their place stays, so that nothing moves. */
    @api undoable = false;

    /** Moves focus to the button that was pressed last. Where it is gone, no other one takes its place. */
    @api
    focus(): void {
        this.template?.querySelector<HTMLElement>(`[data-action="${this.pressed}"]`)?.focus();
    }

    get buttons(): ActionButton[] {
        const buttons = buttonsOf(this.view, this.busy);
        return this.hasMenu ? buttons.filter(({ kind }) => kind !== 'block') : buttons;
    }

    get menu(): BlockMenu | null {
        return this.hasMenu && this.menuSettings ? blockMenuOf(this.view, this.menuSettings, Date.now()) : null;
    }

    get css(): string {
        return this.undoable ? 'buttons undoable' : 'buttons';
    }

    get isBusy(): boolean {
        return this.busy !== null;
    }

    /** The second click of a double one was meant for the button that stood there before. */
    handleClick({ currentTarget, detail }: MouseEvent): void {
        if (detail <= 1) {
            const { action } = (currentTarget as HTMLElement).dataset;
            fire<CardAction>(this, 'act', action as CardAction);
        }
    }

    handleSelect({ detail }: CustomEvent<{ value: string }>): void {
        const { entries, form } = this.menu as BlockMenu;
        const { reason, asks } = entries.find(({ value }) => value === detail.value) ?? form;
        fire<BlockChoice>(this, 'block', { reason, asks });
    }

    /** While a block is under way, its button says so. */
    private get hasMenu(): boolean {
        const isOffered = buttonsOf(this.view, this.busy).some(({ kind }) => kind === 'block');
        return isOffered && this.menuSettings !== null && this.busy !== 'block';
    }
}
