import { z } from 'zod';

const answer = z.object({
    compositeResponse: z.array(z.object({ referenceId: z.string(), httpStatusCode: z.number(), body: z.unknown() }))
});

const errors = z.array(z.object({ errorCode: z.string() })).min(1);

/** A request within a composite call that Salesforce refused, with the code jsforce would give it on its own. */
export class SubrequestError extends Error {
    override readonly name = 'SubrequestError';
    readonly errorCode: string;

    constructor(errorCode: string) {
        super(errorCode);
        this.errorCode = errorCode;
    }
}

/**
 * The body of a call that asks several queries at once; it counts as one call toward the org's limits (REST API guide,
 * Send Multiple Requests Using Composite).
 * @param queries SOQL by a name for its answer
 */
export function compositeBody(version: string, queries: Readonly<Record<string, string>>): string {
    const compositeRequest = Object.entries(queries).map(([referenceId, soql]) => ({
        method: 'GET',
        url: `/services/data/v${version}/query?q=${encodeURIComponent(soql)}`,
        referenceId
    }));
    return JSON.stringify({ allOrNone: false, compositeRequest });
}

/**
 * The answer to one of the requests.
 * @param status the one of success
 * @throws SubrequestError when Salesforce refused it; ZodError on another shape
 */
export function subresponse(body: unknown, name: string, status = 200): unknown {
    const found = answer.parse(body).compositeResponse.find(({ referenceId }) => referenceId === name);
    if (found === undefined) throw new SubrequestError('MISSING_SUBRESPONSE');
    if (found.httpStatusCode === status) return found.body;
    const [first] = errors.safeParse(found.body).data ?? [];
    throw new SubrequestError(first?.errorCode ?? `ERROR_HTTP_${found.httpStatusCode}`);
}
