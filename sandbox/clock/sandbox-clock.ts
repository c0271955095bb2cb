/** What the time is in the sandbox. It can be moved forward, never back: what is stored would lie in the future. */
export class SandboxClock {
    /** By how many milliseconds it is ahead of the machine's. */
    ahead = 0;

    /** Milliseconds since 1970, as `Date.now()`. */
    readonly now = (): number => Date.now() + this.ahead;
}
