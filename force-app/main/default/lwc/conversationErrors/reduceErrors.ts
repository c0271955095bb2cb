import type { ConversationView } from '#contract';
import labelOffline from '@salesforce/label/c.GoTallo_Trouble_offline';
import labelUnexpected from '@salesforce/label/c.GoTallo_Trouble_unexpected';
import { wordsFor } from './audience';
import { readView } from './readView';

const i18n = { offline: labelOffline, unexpected: labelUnexpected };

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
 * Turns whatever a platform call rejects with into an error the card can draw.
 * Only text that was written for agents is passed on: the JSON of GoTalloException, plain AuraHandledExceptions and
 * page errors. Exceptions nobody handled, and errors of the browser, get words of our own.
 * @param thrown anything; never throws itself
 */
export function reduceErrors(thrown: unknown): ConversationError {
    if (!navigator.onLine) {
        return withWords('offline', i18n.offline);
    }
    const body = member(thrown, 'body');
    const message = member(body, 'message');
    if (typeof message === 'string' && !isUnhandled(body)) {
        return fromJson(message) ?? withWords('unexpected', message);
    }
    const words = pageErrors(body).join(' ');
    return withWords('unexpected', words || i18n.unexpected);
}

function withWords(code: string, message: string): ConversationError {
    return { code, message, requestId: null, retryAfterSeconds: null, view: null };
}

function fromJson(text: string): ConversationError | null {
    const error = parse(text);
    const code = member(error, 'code');
    const message = member(error, 'message');
    if (typeof code !== 'string' || typeof message !== 'string') {
        return null;
    }
    const requestId = member(error, 'requestId');
    const seconds = member(error, 'retryAfterSeconds');
    return {
        code,
        message: wordsFor(code, message),
        requestId: typeof requestId === 'string' ? requestId : null,
        retryAfterSeconds: typeof seconds === 'number' ? seconds : null,
        view: readView(member(error, 'view'))
    };
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

/** Errors of the UI API and of DML come as lists: the body itself, `pageErrors`, or `output.errors`. */
function pageErrors(body: unknown): string[] {
    const lists = [body, member(body, 'pageErrors'), member(member(body, 'output'), 'errors')];
    return lists
        .flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
        .map((error) => member(error, 'message'))
        .filter((message) => typeof message === 'string');
}

function member(value: unknown, name: string): unknown {
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
