import type { ConversationView } from '#contract';
import labelNotSetUp from '@salesforce/label/c.GoTallo_Trouble_notSetUp';
import labelOffline from '@salesforce/label/c.GoTallo_Trouble_offline';
import labelUnexpected from '@salesforce/label/c.GoTallo_Trouble_unexpected';
import isAdmin from '@salesforce/userPermission/CustomizeApplication';
import { means } from './meaning';
import { readView } from './readView';

/** An error as the card can draw it. */
export interface ConversationError {
    /** The proxy's or the org's code; `offline` and `unexpected` are the browser's own. */
    code: string;
    /** Plain words for whoever sees them. */
    message: string;
    requestId: string | null;
    retryAfterSeconds: number | null;
    /** What holds now, when the answer said so. */
    view: ConversationView | null;
}

/**
 * Turns whatever an Apex call rejects with into an error the card can draw.
 * Only text that was written for agents is passed on: the JSON of GoTalloException, and plain AuraHandledExceptions.
 * Exceptions nobody handled, and errors of the browser, get words of our own.
 * @param thrown anything; never throws itself
 * @param isForAdmins whether technical words are wanted; for those who can do something about it, if left out
 */
export function reduceErrors(thrown: unknown, isForAdmins = Boolean(isAdmin)): ConversationError {
    if (!navigator.onLine) {
        return errorOf('offline', labelOffline);
    }
    const body = member(thrown, 'body');
    const message = member(body, 'message');
    if (typeof message !== 'string' || isUnhandled(body)) {
        return errorOf('unexpected', labelUnexpected);
    }
    return fromJson(message, isForAdmins) ?? errorOf('unexpected', message);
}

/** @param details what else is known; anything but what the card can draw is dropped */
export function errorOf(code: string, message: string, details?: unknown): ConversationError {
    const requestId = member(details, 'requestId');
    const seconds = member(details, 'retryAfterSeconds');
    return {
        code,
        message,
        requestId: typeof requestId === 'string' ? requestId : null,
        retryAfterSeconds: typeof seconds === 'number' ? seconds : null,
        view: readView(member(details, 'view'))
    };
}

function fromJson(text: string, isForAdmins: boolean): ConversationError | null {
    const error = parse(text);
    const code = member(error, 'code');
    const message = member(error, 'message');
    if (typeof code !== 'string' || typeof message !== 'string') {
        return null;
    }
    // Technical words are for those who can do something about it; everybody else is told whom to ask.
    return errorOf(code, means(code, 'set-up') && !isForAdmins ? labelNotSetUp : message, error);
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text);
    } catch {
        return null;
    }
}

/** The platform names the class of an exception that no Apex code turned into words; its text is for developers. */
function isUnhandled(body: unknown): boolean {
    const type = member(body, 'exceptionType');
    return typeof type === 'string' && !type.endsWith('AuraHandledException');
}

function member(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
