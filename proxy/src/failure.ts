import type { ConversationView, ProblemCode } from '#contract';

/** What may be told about a failure beside its code. */
export interface FailureOptions {
    /** One plain sentence for the person, replacing the code's own; never holds tokens or personal data. */
    detail?: string;
    /** Whole seconds after which a repeat makes sense. */
    retryAfterSeconds?: number;
    /** For the log only. */
    cause?: unknown;
}

/** A failure that a caller is told about. `http/problems.ts` gives each code its status and its words. */
export class Failure extends Error {
    override readonly name: string = 'Failure';
    readonly code: ProblemCode;
    readonly detail: string | undefined;
    readonly retryAfterSeconds: number | undefined;
    /** What holds now, when it is known. */
    view: ConversationView | undefined;

    constructor(code: ProblemCode, options: FailureOptions = {}) {
        super(options.detail ?? code, { cause: options.cause });
        this.code = code;
        this.detail = options.detail;
        this.retryAfterSeconds = options.retryAfterSeconds;
    }
}
