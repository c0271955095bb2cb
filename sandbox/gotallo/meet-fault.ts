import type { RequestHandler, Response } from 'express';
import { setTimeout as delay } from 'node:timers/promises';
import type { FaultKind, FaultSwitch, FaultyCall } from './fault-switch.ts';

const HTML = '<!doctype html><html><head><title>Application error</title></head><body>Application error</body></html>';

/** Meta's answer to an app without the right to do it; none of the codes that its pages on blocking name. */
const NOT_PERMITTED = { error: { message: '(#200) Permissions error', type: 'OAuthException', code: 200 } };

/** Faults that replace the whole call: nothing is applied. */
const BEFORE: Partial<Record<FaultKind, (response: Response, seconds: number) => void>> = {
    down: reset,
    'fails-before': serverError,
    'too-many-requests': (response, seconds) =>
        void response.status(429).set('Retry-After', String(seconds)).json({ detail: 'Request was throttled.' }),
    unauthorized: (response) => void response.status(401).json({ detail: 'Invalid token.' }),
    html: (response) => void response.status(200).type('html').send(HTML),
    'native-refused': (response) => void response.status(400).json(NOT_PERMITTED)
};

/** Faults that meet the call after it was applied: only the answer suffers. */
const AFTER: Partial<Record<FaultKind, (response: Response) => void>> = {
    'answer-lost': reset,
    'fails-after': serverError,
    'native-answer-lost': reset,
    'native-fails-after': serverError,
    empty: (response) => void response.status(204).end()
};

/** Middleware that lets a call meet the fault that is switched on. */
export function meetFault(faults: FaultSwitch, call: FaultyCall): RequestHandler {
    return async (_request, response, next) => {
        const { kind, seconds } = faults.next(call);
        if (kind === 'slow' || kind === 'native-slow') await delay(seconds * 1000);
        const before = BEFORE[kind];
        if (before) return before(response, seconds);
        response.locals['spoil'] = AFTER[kind];
        next();
    };
}

/** Sends the answer, or what a fault makes of it. */
export function answer(response: Response, body: object): void {
    const spoil = response.locals['spoil'] as ((response: Response) => void) | undefined;
    if (spoil) spoil(response);
    else response.json(body);
}

function reset(response: Response): void {
    response.socket?.resetAndDestroy();
}

function serverError(response: Response): void {
    response.status(500).json({ detail: 'A server error occurred.' });
}
