import type { ConversationView } from '#contract';
import labelOffline from '@salesforce/label/c.GoTallo_Trouble_offline';
import labelUnexpected from '@salesforce/label/c.GoTallo_Trouble_unexpected';
import isAdmin from '@salesforce/userPermission/CustomizeApplication';
import { quietly } from 'c/conversationLabels';
import { means } from './meaning';
import { readView } from './readView';

/** An error as the card can draw it. */
export interface ConversationError {
    /** The proxy's or the org's code; `offline` and `unexpected` are the browser's own. */
    code: string;
    /** What became of the command, in two words or three; empty where the message says it all. */
    title: string;
    /** Plain words for whoever sees them. */
    message: string;
    /** Whether the page that checks the set-up helps this user. */
    canCheckSetup: boolean;
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
 * @param isForAdmins whether to say what to do and where, in technical words; if left out, for those who can
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
        title: '',
        message,
        canCheckSetup: false,
        requestId: typeof requestId === 'string' ? requestId : null,
        retryAfterSeconds: typeof seconds === 'number' ? seconds : null,
        view: readView(member(details, 'view'))
    };
}

function fromJson(text: string, isForAdmins: boolean): ConversationError | null {
    const error = quietly<unknown>(() => JSON.parse(text));
    const code = member(error, 'code');
    const message = member(error, 'message');
    if (typeof code !== 'string' || typeof message !== 'string') {
        return null;
    }
    const adminMessage = isForAdmins && member(error, 'adminMessage');
    if (typeof adminMessage !== 'string') {
        return errorOf(code, message, error);
    }
    // What is wrong with the record or its field is not mended there.
    return { ...errorOf(code, adminMessage, error), canCheckSetup: !means(code, 'nothing-to-show') };
}

/** The platform names the class of an exception that no Apex code turned into words; its text is for developers. */
function isUnhandled(body: unknown): boolean {
    const type = member(body, 'exceptionType');
    return typeof type === 'string' && !type.endsWith('AuraHandledException');
}

function member(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
