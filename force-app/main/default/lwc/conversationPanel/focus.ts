import type { LightningElement } from 'lwc';

/** The parts of the card that can have focus, by their `lwc:ref`: the first that is drawn gets it. */
export const ANSWER = ['question', 'error', 'actions', 'body'];
export const BUTTONS = ['actions', 'body'];

export interface FocusKeeper {
    /** Says what the agent will want next, when it is drawn. */
    want(parts: string[]): void;
    /** The same for what is drawn already. */
    wantNow(parts: string[]): void;
    /** To be called before anything is drawn: what has focus may be gone afterwards. @param isNew nothing of it stays */
    remember(isNew: boolean): void;
    /** To be called when all is drawn. */
    settle(): void;
}

/**
 * Brings focus to what the agent will want next, as soon as that is drawn. Never takes it from where the agent went
 * meanwhile, such as the chat window.
 * @param isBusy whether what comes next is not known yet
 * @param isAlone whether it is all that is on the screen, so that nobody can have gone elsewhere
 */
export function keepFocus(card: LightningElement, isBusy: () => boolean, isAlone: () => boolean): FocusKeeper {
    let wish: string[] | null = null;
    let hadFocus = false;
    const hasFocus = (): boolean => Boolean(card.template?.activeElement);
    const want = (parts: string[]): void => {
        wish = parts;
    };
    const settle = (): void => {
        if (hadFocus && !hasFocus()) {
            wish ??= BUTTONS;
        }
        hadFocus = false;
        if (wish && !isBusy()) {
            const target = wish.map((name) => card.refs?.[name]).find(Boolean) as HTMLElement | undefined;
            wish = null;
            if (isAlone() || hasFocus() || document.activeElement === document.body) {
                target?.focus();
            }
        }
    };
    return {
        want,
        wantNow(parts) {
            want(parts);
            settle();
        },
        remember(isNew) {
            wish = isNew ? null : wish;
            hadFocus = !isNew && (hadFocus || hasFocus());
        },
        settle
    };
}
