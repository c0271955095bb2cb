import type { ProblemCode } from '#contract';
import { Failure } from '../../src/lib/failure.ts';

/** For `assert.rejects`: a failure with that code. */
export function hasCode(code: ProblemCode): (error: unknown) => boolean {
    return (error) => error instanceof Failure && error.code === code;
}
