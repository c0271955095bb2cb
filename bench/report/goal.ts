/** A number to reach, and the number that was. */
export interface Goal {
    what: string;
    goal: string;
    /** As it was measured, with its unit. */
    measured: string;
    isMet: boolean;
}
