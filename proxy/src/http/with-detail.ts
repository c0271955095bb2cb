import type { ProblemCode } from '#contract';
import { Failure } from '../failure.ts';

/** Rethrows; a failure of this code that has no words of its own gets these. For a promise's `catch`. */
export function withDetail(code: ProblemCode, detail: string): (error: unknown) => never {
    return (error) => {
        if (!(error instanceof Failure) || error.code !== code || error.detail !== undefined) throw error;
        throw new Failure(code, { detail, view: error.view, cause: error.cause });
    };
}
