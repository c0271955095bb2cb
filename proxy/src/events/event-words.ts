import type { EventFailure } from '../salesforce/event-failure.ts';

/** What keeps events from being published; one of them is said once, however often it is met. */
export type EventTrouble = 'credentials' | 'flow' | 'setup' | 'limit' | 'away';

/** What to do, for the log. */
export const EVENT_WORDS: Readonly<Record<EventTrouble, string>> = {
    credentials:
        'The org does not know the app: copy clientId and clientSecret of salesforce.events from the external client ' +
        'app anew, and restart.',
    flow:
        'The org gives the app no token: check that the flow is switched on in the external client app, with its ' +
        'run-as user (client-credentials) or its certificate, pre-authorized user and audience (jwt-bearer), that ' +
        'this user is active and has "API Enabled", and the clock of this machine.',
    setup:
        'The org does not take the event: deploy force-app, and assign the permission set GoTallo_Events, which ' +
        'allows to create GoTallo_Conversation_Changed__e, to the user of salesforce.events.',
    limit: 'The org has used up its API calls or its events for now. See Company Information and Platform Events in Setup.',
    away: 'The org does not answer as it should. It is tried again; the code of this line says what came.'
};

const CREDENTIALS = new Set(['invalid_client', 'invalid_client_id', 'invalid_client_credentials']);
const LIMITS = new Set(['REQUEST_LIMIT_EXCEEDED', 'LIMIT_EXCEEDED', 'PLATFORM_EVENT_PUBLISHING_LIMIT_EXCEEDED']);
const SETUP = /^(?:INVALID_TYPE|INVALID_FIELD.*|NOT_FOUND|ERROR_HTTP_404|INSUFFICIENT_ACCESS.*|CANNOT_INSERT.*)$/;
/** The org's codes of OAuth are in lower case, those of its API in upper case. */
const OAUTH = /^[a-z_]+$/;

/** Which trouble a failure shows. */
export function troubleOf({ step, code }: EventFailure): EventTrouble {
    if (LIMITS.has(code)) return 'limit';
    if (step === 'token') {
        if (CREDENTIALS.has(code)) return 'credentials';
        return OAUTH.test(code) || /^ERROR_HTTP_4/.test(code) ? 'flow' : 'away';
    }
    if (SETUP.test(code)) return 'setup';
    return /^(?:API_|INVALID_SESSION_ID|ERROR_HTTP_40[13])/.test(code) ? 'flow' : 'away';
}
