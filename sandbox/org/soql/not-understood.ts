import { RestError } from '../rest-error.ts';

/** The refusal of SOQL that is valid, but more than the local org understands. */
export function notUnderstood(what: string): RestError {
    return new RestError('MALFORMED_QUERY', `The local org does not understand this part of SOQL: ${what}`);
}
