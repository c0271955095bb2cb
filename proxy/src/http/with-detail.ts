import { Failure } from '../lib/failure.ts';

/** Rethrows; a failure without words of its own gets those that are found for it. For a promise's `catch`. */
export function withDetail(find: (failure: Failure) => string | undefined): (error: unknown) => never {
    return (error) => {
        if (!(error instanceof Failure) || error.detail !== undefined) throw error;
        const detail = find(error);
        if (detail === undefined) throw error;
        const { code, retryAfterSeconds, view, cause } = error;
        throw new Failure(code, { detail, view, cause, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) });
    };
}
