import { createRecord } from './create-record.ts';
import type { LocalOrg } from './org.ts';
import type { FieldValue } from './record-store.ts';
import { RestError } from './rest-error.ts';
import { runQuery } from './soql/run-query.ts';
import type { OrgUser } from './users.ts';

/** One of the requests in a composite call; the local org takes queries and creations alone. */
export interface Subrequest {
    method: string;
    url: string;
    referenceId: string;
    body?: Record<string, FieldValue>;
}

/** Its answer: the status and body that it would have had on its own. */
export function answerSubrequest(subrequest: Subrequest, org: LocalOrg, user: OrgUser): object {
    const { referenceId } = subrequest;
    try {
        const { status, body } = answer(subrequest, org, user);
        return { body, httpHeaders: {}, httpStatusCode: status, referenceId };
    } catch (error) {
        if (!(error instanceof RestError)) throw error;
        return { body: error.toResponse(), httpHeaders: {}, httpStatusCode: error.status, referenceId };
    }
}

function answer({ method, url, body }: Subrequest, org: LocalOrg, user: OrgUser): { status: number; body: object } {
    const { pathname, searchParams } = new URL(url, 'http://org');
    const object = /\/sobjects\/(\w+)\/?$/.exec(pathname)?.[1];
    if (method === 'GET' && pathname.endsWith('/query')) {
        return { status: 200, body: runQuery(searchParams.get('q') ?? '', org.viewOf(user)) };
    }
    if (method === 'POST' && object) return { status: 201, body: createRecord(object, body ?? {}, { org, user }) };
    throw new RestError('NOT_FOUND', 'Only queries and creations are known.');
}
