import type { ProblemCode } from '#contract';

/** What later steps add to the line a request is logged with; ids only, no names. */
export interface LogFields {
    /** The address by the pattern of its route; absent where no route takes it. */
    path?: string;
    tenant?: string;
    userId?: string;
    code?: ProblemCode;
}
