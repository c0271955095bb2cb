import type { LightningElement } from 'lwc';

/** The parts of the card that can have focus, by their `lwc:ref`. */
const ANSWER = ['question', 'error', 'actions', 'body'];
const BUTTONS = ['actions', 'body'];

/**
 * Brings focus to what the agent will want next, as soon as that is drawn. Never takes it from where the agent went
 * meanwhile, such as the chat window.
 */
export class FocusKeeper {
    private readonly card: LightningElement;
    private wish: string[] | null = null;
    private hadFocus = false;

    constructor(card: LightningElement) {
        this.card = card;
    }

    /** To the first that is drawn of a question, an error, the buttons, and the card. */
    wantAnswer(): void {
        this.wish = ANSWER;
    }

    wantButtons(): void {
        this.wish = BUTTONS;
    }

    /** To be called before anything is drawn: what has focus may be gone afterwards. @param isNew nothing of it stays */
    remember(isNew: boolean): void {
        this.wish = isNew ? null : this.wish;
        this.hadFocus = !isNew && (this.hadFocus || Boolean(this.card.template?.activeElement));
    }

    /** To be called when all is drawn. @param isBusy what comes next is not known yet */
    settle(isBusy: boolean): void {
        const { template, refs } = this.card;
        if (this.hadFocus && !template?.activeElement) {
            this.wish ??= BUTTONS;
        }
        this.hadFocus = false;
        const wish = isBusy ? null : this.wish;
        if (wish) {
            this.wish = null;
            if (document.activeElement === document.body || template?.activeElement) {
                const target = wish.map((name) => refs?.[name]).find(Boolean);
                (target as HTMLElement | undefined)?.focus();
            }
        }
    }
}
