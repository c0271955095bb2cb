/** What must hold whatever happens. */
export const INVARIANTS = {
    status: "a native status that a view claims is the platform's own",
    state: "a state that a view claims is GoTallo's own",
    toggle: 'Block User is sent once for an operation, and only while its status is known',
    direction: 'a block never turns into an unblock, nor an unblock into a block',
    lastWish: 'when the faults have stopped, the state is the last accepted wish',
    timer: 'a timed block ends once, at the end that was asked for last, and not before',
    journal: 'no accepted operation is missing, and every one reaches its end',
    answer: 'an answer says what was asked for, and every request gets one'
} as const;

/** An invariant did not hold. */
export interface Violation {
    invariant: keyof typeof INVARIANTS;
    detail: string;
}

/** Thrown with everything that is known of a conversation for which an invariant did not hold. */
export class ViolationError extends Error {
    override readonly name = 'ViolationError';

    constructor({ invariant, detail }: Violation, story: readonly string[]) {
        super([`Violation: ${INVARIANTS[invariant]}.`, detail, ...story].join('\n  '));
    }
}
