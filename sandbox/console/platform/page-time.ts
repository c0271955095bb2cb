declare global {
    interface Window {
        /** Set by the document before anything else is loaded. */
        setTimeAhead(milliseconds: number): void;
    }
}

/** Lets this page's `Date` be as far ahead as time in the sandbox is. */
export function followTime(timeAhead: number): void {
    window.setTimeAhead(timeAhead);
}
