import type { ProblemCode } from '#contract';

/** How one code is answered: its HTTP status and its words for people. */
export interface ProblemText {
    status: number;
    title: string;
    /** What is wrong, what now holds, and what to do. */
    detail: string;
}

/** Every answer that is not a success. The proxy's words for people are here, in `details.ts` and in `field-faults.ts`. */
export const PROBLEMS: Readonly<Record<ProblemCode, ProblemText>> = {
    'malformed-request': {
        status: 400,
        title: 'The request is malformed',
        detail: 'The request could not be read. Nothing was changed.'
    },
    'invalid-token': {
        status: 401,
        title: 'Sign-in needed',
        detail: 'The Salesforce access token is missing, expired or not valid here. Nothing was changed. Send a current token.'
    },
    'no-permission': {
        status: 403,
        title: 'Permission missing',
        detail: 'You may not change this conversation. Nothing was changed. Ask your Salesforce admin for the permission to block conversations.'
    },
    'wrong-org': {
        status: 403,
        title: 'Salesforce org not served',
        detail: 'This proxy does not serve that Salesforce org. Nothing was changed. Ask your admin to check the org id in its settings.'
    },
    'wrong-tenant': {
        status: 403,
        title: 'GoTallo tenant not served here',
        detail: 'This message is of another GoTallo tenant than this address. It was not taken, and nothing was changed. Check the webhook address in GoTallo.'
    },
    'user-type-not-allowed': {
        status: 403,
        title: 'User type not allowed',
        detail: 'Only standard Salesforce users may use this. Nothing was changed.'
    },
    'api-disabled': {
        status: 403,
        title: 'API access missing',
        detail: 'Your Salesforce user may not use the API. Nothing was changed. Ask your admin for the permission "API Enabled".'
    },
    'unknown-conversation': {
        status: 404,
        title: 'Conversation not known',
        detail: 'GoTallo does not know this conversation. Nothing was changed. Check the conversation id on the record.'
    },
    'not-found': {
        status: 404,
        title: 'No such address',
        detail: 'There is nothing at this address. Nothing was changed.'
    },
    'method-not-allowed': {
        status: 405,
        title: 'Method not allowed',
        detail: 'This address does not take this method. Nothing was changed. The Allow header names those it takes.'
    },
    'conversation-expired': {
        status: 409,
        title: 'Conversation expired',
        detail: 'This conversation has expired and cannot be used anymore. Nothing was changed.'
    },
    'conversation-blocked': {
        status: 409,
        title: 'Conversation blocked',
        detail: 'A block of this conversation is in place or in doubt. Nothing was changed. Unblock first, then change its state.'
    },
    'conversation-busy': {
        status: 409,
        title: 'Another change under way',
        detail: 'Another change of this conversation is still under way. Yours was not accepted. Try again in a moment.'
    },
    'native-block-not-supported': {
        status: 409,
        title: 'No block on the channel itself',
        detail: 'The native block is not used for this conversation, so there is nothing to say about it or to ask for. Nothing was changed.'
    },
    'native-block-known': {
        status: 409,
        title: 'Known already',
        detail: 'Whether the channel blocks this person is known already. Nothing was changed. Refresh to see it.'
    },
    'native-block-changed': {
        status: 409,
        title: 'Changed since you looked',
        detail: 'The native block was changed since the view that this version is of, so the channel may show something else by now. Nothing was changed. Look at the channel again, then say what it shows with the version of the current view.'
    },
    'native-block-not-possible': {
        status: 409,
        title: 'Not possible on the channel now',
        detail: 'The channel cannot be asked to block now: it is not known whether it blocks already, or it takes no block at present. Nothing was changed. Refresh to see what holds.'
    },
    'undo-not-possible': {
        status: 409,
        title: 'Too late to undo',
        detail: 'This cannot be undone anymore: too much time has passed, or something else happened since. Nothing was changed. Block or unblock instead.'
    },
    'block-changed': {
        status: 409,
        title: 'Another block by now',
        detail: 'The block you wanted to change is over, or another one has taken its place. Nothing was changed. Look again, and decide anew.'
    },
    'body-too-large': {
        status: 413,
        title: 'Request too large',
        detail: 'The request body is too large. Nothing was changed. Send less.'
    },
    'unsupported-media-type': {
        status: 415,
        title: 'Body is not JSON',
        detail: 'The request body must be JSON in UTF-8 with Content-Type application/json. Nothing was changed.'
    },
    'invalid-field': {
        status: 422,
        title: 'A field is not valid',
        detail: 'A field of the request is not valid. Nothing was changed.'
    },
    'end-in-past': {
        status: 422,
        title: 'The end is in the past',
        detail: 'The end of the block is not in the future. Nothing was changed. Choose a later date and time.'
    },
    'too-many-requests': {
        status: 429,
        title: 'Too many requests',
        detail: 'GoTallo asks to slow down. Nothing was changed. Try again after the time in Retry-After.'
    },
    'internal-error': {
        status: 500,
        title: 'Unexpected error',
        detail: 'Something went wrong in the proxy. It is not known whether anything was changed. Try again: repeating is safe.'
    },
    'gotallo-refused': {
        status: 502,
        title: 'GoTallo refused',
        detail: 'GoTallo did not accept the change. Nothing was changed. Tell your admin if it happens again.'
    },
    'gotallo-unreachable': {
        status: 502,
        title: 'GoTallo not reachable',
        detail: 'GoTallo could not be reached. Nothing was changed. Try again in a moment.'
    },
    'gotallo-failed': {
        status: 502,
        title: 'GoTallo did not confirm',
        detail: 'GoTallo had trouble and did not confirm the change, so it may or may not hold. The proxy goes on trying, unless somebody asks for something else; repeating is safe.'
    },
    'gotallo-timeout': {
        status: 504,
        title: 'GoTallo did not answer in time',
        detail: 'GoTallo did not answer in time, so the change may or may not hold. The proxy goes on trying, unless somebody asks for something else; repeating is safe.'
    },
    'gotallo-unavailable': {
        status: 503,
        title: 'GoTallo busy or not answering',
        detail: 'GoTallo is busy or has not been answering, so it was not asked. Nothing was changed. Try again after the time in Retry-After.'
    },
    'salesforce-unavailable': {
        status: 503,
        title: 'Salesforce not reachable',
        detail: 'Salesforce could not be asked right now. Nothing was changed. Try again in a moment.'
    },
    'store-unavailable': {
        status: 503,
        title: 'Store not reachable',
        detail: 'The store of the proxy could not be used right now. Nothing was changed. Try again in a moment.'
    },
    'result-not-stored': {
        status: 503,
        title: 'Result not stored',
        detail: 'The store was lost in the middle of this, so the change may or may not hold. The proxy goes on trying, unless somebody asks for something else; repeating is safe.'
    }
};
