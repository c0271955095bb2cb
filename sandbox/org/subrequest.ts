import { RestError } from './rest-error.ts';
import type { RowSource } from './soql/row-source.ts';
import { runQuery } from './soql/run-query.ts';

/** One of the requests in a composite call; the local org takes queries alone. */
export interface Subrequest {
    method: string;
    url: string;
    referenceId: string;
}

/** Its answer: the status and body that it would have had on its own. */
export function answerSubrequest({ method, url, referenceId }: Subrequest, source: RowSource): object {
    const { pathname, searchParams } = new URL(url, 'http://org');
    try {
        if (method !== 'GET' || !pathname.endsWith('/query'))
            throw new RestError('NOT_FOUND', 'Only queries are known.');
        const body = runQuery(searchParams.get('q') ?? '', source);
        return { body, httpHeaders: {}, httpStatusCode: 200, referenceId };
    } catch (error) {
        if (!(error instanceof RestError)) throw error;
        return { body: error.toResponse(), httpHeaders: {}, httpStatusCode: error.status, referenceId };
    }
}
