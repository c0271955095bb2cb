/** Error codes of the REST API that the local org answers with. */
export type RestErrorCode =
    | 'MALFORMED_QUERY'
    | 'INVALID_TYPE'
    | 'INVALID_FIELD'
    | 'INVALID_SESSION_ID'
    | 'API_DISABLED_FOR_ORG'
    | 'INSUFFICIENT_ACCESS_OR_READONLY'
    | 'NOT_FOUND'
    | 'SERVER_UNAVAILABLE'
    | 'JSON_PARSER_ERROR';

const STATUS: Record<RestErrorCode, number> = {
    MALFORMED_QUERY: 400,
    INVALID_TYPE: 400,
    INVALID_FIELD: 400,
    INVALID_SESSION_ID: 401,
    API_DISABLED_FOR_ORG: 403,
    INSUFFICIENT_ACCESS_OR_READONLY: 403,
    NOT_FOUND: 404,
    SERVER_UNAVAILABLE: 503,
    JSON_PARSER_ERROR: 400
};

/** A refusal of the REST API: `[{ "message": …, "errorCode": … }]` with its status. */
export class RestError extends Error {
    override readonly name = 'RestError';
    readonly errorCode: RestErrorCode;

    constructor(errorCode: RestErrorCode, message: string) {
        super(message);
        this.errorCode = errorCode;
    }

    get status(): number {
        return STATUS[this.errorCode];
    }

    toResponse(): { message: string; errorCode: RestErrorCode }[] {
        return [{ message: this.message, errorCode: this.errorCode }];
    }
}
