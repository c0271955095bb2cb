/**
 * Moves focus to the first of these elements that is drawn. Never takes it from where the agent went meanwhile, such
 * as the chat window.
 * @param card the shadow root whose own focus may be moved
 */
export function takeFocus(card: ShadowRoot | null, ...targets: (Element | undefined)[]): void {
    if (document.activeElement === document.body || card?.activeElement) {
        (targets.find(Boolean) as HTMLElement | undefined)?.focus();
    }
}
