/** The longest pause that a browser can count. */
const LONGEST_MS = 2_147_483_647;

/** Does something once, after a pause. @returns what calls it off */
export function later(pause: number, task: () => void): () => void {
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- whoever begins it can end it
    const timer = setTimeout(task, Math.min(pause, LONGEST_MS));
    return () => clearTimeout(timer);
}
