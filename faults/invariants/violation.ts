/** What must hold whatever happens. */
export const INVARIANTS = {
    status: "a native status that a view claims is the channel's own, and nothing is on its way that changes it",
    state: "a state that a view claims is GoTallo's own",
    toggle: 'Block User is sent once for an operation, and only while the native status is known',
    direction: 'a block never turns into an unblock, nor an unblock into a block',
    order: 'a block sets the state first, an unblock lifts the native block first',
    undo: 'undo leads back to what was there before',
    lastCommand: 'when the faults have stopped, the state is the last accepted command',
    rest: 'when the faults have stopped, everything comes to rest',
    timer: 'a timed block ends once, at the end that was asked for last, and not before',
    journal: 'no accepted operation is missing, and every one reaches its end',
    eyes: 'what one agent sees, and what was true before, ends nothing',
    answer: 'an answer says what was asked for, and every request gets one'
} as const;

/** An invariant did not hold. */
export interface Violation {
    invariant: keyof typeof INVARIANTS;
    detail: string;
}
