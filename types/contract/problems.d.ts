import type { ConversationView } from './view.d.ts';

/** Every problem code the proxy answers with. */
export type ProblemCode =
    | 'malformed-request'
    | 'invalid-token'
    | 'no-permission'
    | 'wrong-org'
    | 'wrong-tenant'
    | 'user-type-not-allowed'
    | 'api-disabled'
    | 'unknown-conversation'
    | 'not-found'
    | 'method-not-allowed'
    | 'conversation-expired'
    | 'conversation-blocked'
    | 'conversation-busy'
    | 'native-block-not-supported'
    | 'native-block-known'
    | 'native-block-changed'
    | 'native-block-not-possible'
    | 'undo-not-possible'
    | 'block-changed'
    | 'body-too-large'
    | 'unsupported-media-type'
    | 'invalid-field'
    | 'end-in-past'
    | 'too-many-requests'
    | 'gotallo-refused'
    | 'gotallo-unreachable'
    | 'gotallo-failed'
    | 'gotallo-timeout'
    | 'gotallo-unavailable'
    | 'salesforce-unavailable'
    | 'store-unavailable'
    | 'result-not-stored'
    | 'internal-error';

/** An error answer, `application/problem+json` (RFC 9457). */
export interface Problem {
    type: string;
    title: string;
    status: number;
    detail: string;
    code: ProblemCode;
    requestId: string;
    /** What holds now, when it is known. */
    view?: ConversationView;
}
