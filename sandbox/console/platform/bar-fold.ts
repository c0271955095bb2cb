const STORED = 'sandbox-bar-folded';

/** A window at 200 % is as low as this. An open bar would take the card's room there. */
const LOW_WINDOW = '(max-height: 36rem)';

/** Whether the sandbox bar is folded away: as it was left, and else in a low window. */
export function isBarFolded(): boolean {
    const stored = localStorage.getItem(STORED);
    return stored === null ? matchMedia(LOW_WINDOW).matches : stored === 'true';
}

/** Remembers it for the next page and for other windows. */
export function setBarFolded(isFolded: boolean): void {
    localStorage.setItem(STORED, String(isFolded));
}
