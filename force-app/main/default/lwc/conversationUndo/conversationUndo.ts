import { LightningElement, api } from 'lwc';
import type { ConversationView } from '#contract';
import type { CardAction } from 'c/conversationActions';
import { describePerson, format } from 'c/conversationLabels';
import { i18n } from './labels';

/**
 * What was done just now, and how to take it back, for some seconds. It stays as long as it has focus.
 * @fires act with `undo`, or with `close` for a conversation that was unblocked
 */
export default class ConversationUndo extends LightningElement {
    /** A view with something to take back. */
    @api view!: ConversationView;
    /** Whether a call is under way; the buttons are dead then. */
    @api busy = false;

    /** Until when the strip is shown, in milliseconds since 1970. */
    @api
    get endsAt(): number {
        return this.end;
    }
    set endsAt(value: number) {
        this.end = value;
        this.isOver = false;
        this.wait();
    }

    readonly i18n = i18n;
    isOver = false;

    private end = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;

    override connectedCallback(): void {
        this.wait();
    }

    override disconnectedCallback(): void {
        clearTimeout(this.timer);
    }

    get isShown(): boolean {
        return !this.isOver;
    }

    get words(): string | undefined {
        return this.view.undo?.kind && i18n[this.view.undo.kind];
    }

    get undoName(): string {
        return format(i18n.nameWho, i18n.undo, describePerson(this.view));
    }

    get closeName(): string {
        return format(i18n.nameWho, i18n.close, describePerson(this.view));
    }

    get offersClose(): boolean {
        return this.view.undo?.kind === 'unblock' && this.view.actions.includes('close');
    }

    handleClick(event: Event): void {
        const detail = (event.currentTarget as HTMLElement).dataset['action'] as CardAction;
        this.dispatchEvent(new CustomEvent<CardAction>('act', { detail }));
    }

    /** Focus may go from one button of the strip to the other. */
    handleFocusOut({ relatedTarget }: FocusEvent): void {
        const isLeaving = !relatedTarget || !this.template?.contains(relatedTarget as Node);
        this.isOver = isLeaving && Date.now() >= this.end;
    }

    private wait(): void {
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- ended when it leaves the page
        this.timer = setTimeout(
            () => {
                this.isOver = !this.template?.activeElement;
            },
            Math.max(0, this.end - Date.now())
        );
    }
}
