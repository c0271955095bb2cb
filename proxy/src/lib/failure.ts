import type { ConversationView, ProblemCode } from '#contract';

/** What may be told about a failure beside its code. */
export interface FailureOptions {
    /** One plain sentence for the person, replacing the code's own; never holds tokens or personal data. */
    detail?: string;
    /** Whole seconds after which a repeat makes sense. */
    retryAfterSeconds?: number;
    /** For the log only. */
    cause?: unknown;
    /** What holds now for the one who is told. */
    view?: ConversationView | undefined;
}

/** A failure that a caller is told about. `http/problems.ts` gives each code its status and its words. */
export class Failure extends Error {
    override readonly name: string = 'Failure';
    readonly code: ProblemCode;
    readonly detail: string | undefined;
    readonly retryAfterSeconds: number | undefined;
    /** What holds now for the one who is told, when it is known. */
    readonly view: ConversationView | undefined;

    constructor(code: ProblemCode, options: FailureOptions = {}) {
        super(options.detail ?? code, { cause: options.cause });
        this.code = code;
        this.detail = options.detail;
        this.retryAfterSeconds = options.retryAfterSeconds;
        this.view = options.view;
    }

    /** The same failure as one caller is told of it: several may share it, and each may see something else. */
    withView(view: ConversationView | undefined): Failure {
        return new Failure(this.code, this.optionsWith(view));
    }

    protected optionsWith(view: ConversationView | undefined): FailureOptions {
        const { detail, retryAfterSeconds, cause } = this;
        return {
            ...(detail !== undefined && { detail }),
            ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
            cause,
            view
        };
    }
}
