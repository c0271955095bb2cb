/** What the API can be told to do wrong; what begins with `native` meets Block User alone. */
export const FAULT_KINDS = [
    'none',
    'slow',
    'down',
    'answer-lost',
    'fails-before',
    'fails-after',
    'too-many-requests',
    'unauthorized',
    'html',
    'empty',
    'native-slow',
    'native-refused',
    'native-answer-lost',
    'native-fails-after'
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** A call of the API, as far as faults tell them apart. */
export type FaultyCall = 'block-user' | 'other';

/** A fault and its seconds: the delay of the slow ones, the Retry-After of `too-many-requests`. */
export interface Fault {
    kind: FaultKind;
    seconds: number;
    /** How many calls it meets; null for all of them. */
    times: number | null;
}

const NO_FAULT: Fault = { kind: 'none', seconds: 0, times: null };

/** Holds the fault that the next calls meet. */
export class FaultSwitch {
    private fault: Fault = NO_FAULT;

    set(kind: FaultKind, options: { seconds?: number; times?: number } = {}): void {
        this.fault = { kind, seconds: options.seconds ?? 5, times: options.times ?? null };
    }

    clear(): void {
        this.fault = NO_FAULT;
    }

    get kind(): FaultKind {
        return this.fault.kind;
    }

    get seconds(): number {
        return this.fault.seconds;
    }

    /** The fault of the next call, which uses it up once if it is met. */
    next(call: FaultyCall): Fault {
        const fault = this.fault;
        if (call !== 'block-user' && fault.kind.startsWith('native')) return NO_FAULT;
        if (fault.times !== null) {
            const times = fault.times - 1;
            this.fault = times > 0 ? { ...fault, times } : NO_FAULT;
        }
        return fault;
    }
}
