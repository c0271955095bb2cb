import type { LightningElement } from 'lwc';

/**
 * The parts of the card that can have focus, by their `lwc:ref`: the first that is drawn and takes it. After an answer it
 * is what is true now, never a button: a second press of the same key would do the opposite.
 */
export const ANSWER = ['question', 'error', 'state', 'body'];
/** The button that was pressed, if it is still there. */
export const BUTTONS = ['actions', 'state', 'body'];
export const ANSWERS = ['details', 'state', 'body'];

export interface FocusKeeper {
    /** Says what the agent will want next, when it is drawn. */
    want(parts: string[]): void;
    /** The same for what is drawn already. */
    wantNow(parts: string[]): void;
    /** To be called before anything is drawn: what has focus may be gone afterwards. @param isNew nothing of it stays */
    remember(isNew: boolean): void;
    /** To be called when all is drawn. */
    land(): void;
}

/**
 * Brings focus to what the agent will want next, as soon as that is drawn. Never takes it from where the agent went
 * meanwhile, such as the chat window.
 * @param isBusy whether what comes next is not known yet
 * @param isAlone whether it is all that is on the screen, so that nobody can have gone elsewhere
 */
export function keepFocus(card: LightningElement, isBusy: () => boolean, isAlone: () => boolean): FocusKeeper {
    let target: string[] | null = null;
    let hadFocus = false;
    const hasFocus = (): boolean => Boolean(card.template?.activeElement);
    const takesFocus = (name: string): boolean => {
        const part = card.refs?.[name] as HTMLElement | undefined;
        part?.focus();
        return part !== undefined && card.template?.activeElement === part;
    };
    const want = (parts: string[]): void => {
        target = parts;
    };
    const land = (): void => {
        if (hadFocus && !hasFocus()) {
            target ??= ANSWER;
        }
        hadFocus = false;
        if (target && !isBusy()) {
            const parts = target;
            target = null;
            if (isAlone() || hasFocus() || document.activeElement === document.body) {
                parts.find(takesFocus);
            }
        }
    };
    return {
        want,
        wantNow(parts) {
            want(parts);
            land();
        },
        remember(isNew) {
            target = isNew ? null : target;
            hadFocus = !isNew && (hadFocus || hasFocus());
        },
        land
    };
}
