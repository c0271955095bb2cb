/** Sent to the proxy's process, and sent back by it once its clock stands there. */
export interface ClockMessage {
    /** By how many milliseconds the sandbox's time is ahead. */
    ahead: number;
}
