import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import type { ApiCall, LocalGoTallo } from './local-gotallo.ts';
import { answer, meetFault } from './meet-fault.ts';
import { Refusal } from './refusal.ts';
import { stateOfNumber, STATES } from './states.ts';

/** What the API checks of a caller. */
export interface Access {
    tenantId: string;
    token: string;
}

const DETAILS = '/api/v1/tenants/:tenant/conversations/:conversation/details{/}';

/**
 * The documented part of the GoTallo API: `PUT …/details/` with `change_state`.
 * What it answers is not documented publicly; a small JSON object stands for it.
 */
export function createGoTalloApp(gotallo: LocalGoTallo, access: Access): Express {
    const app = express().disable('x-powered-by');
    app.put(DETAILS, record(gotallo), meetFault(gotallo.faults), authenticate(access), requireSlash, express.json());
    app.put(DETAILS, (request, response) => {
        (response.locals['call'] as ApiCall).body = request.body as unknown;
        if (request.params['tenant'] !== access.tenantId) throw new Refusal(404, 'Not found.');
        const state = wishedState(request.body as unknown);
        const conversation = gotallo.changeState(request.params['conversation'] ?? '', state);
        answer(response, { id: conversation.id, state: STATES.indexOf(conversation.state) });
    });
    app.use((_request, response) => void response.status(404).json({ detail: 'Not found.' }));
    return app.use(refusals);
}

function record(gotallo: LocalGoTallo): RequestHandler {
    return (request, response, next) => {
        const call: ApiCall = { method: request.method, path: request.path, body: null };
        response.locals['call'] = call;
        gotallo.calls.push(call);
        next();
    };
}

function authenticate({ token }: Access): RequestHandler {
    return (request, response, next) => {
        if (request.header('authorization') !== `Bearer ${token}`) {
            response.status(401).set('WWW-Authenticate', 'Bearer').json({ detail: 'Invalid token.' });
        } else if (!request.is('application/json')) {
            response.status(415).json({ detail: 'Unsupported media type in request.' });
        } else if (!request.accepts('application/json')) {
            response.status(406).json({ detail: 'Could not satisfy the request Accept header.' });
        } else next();
    };
}

/** Every documented address ends with a slash; without it the server redirects, and a PUT would be lost. */
const requireSlash: RequestHandler = (request, response, next) => {
    if (request.path.endsWith('/')) next();
    else response.redirect(301, `${request.path}/`);
};

function wishedState(body: unknown) {
    const { action, state } = (body ?? {}) as Record<string, unknown>;
    if (action !== 'change_state') throw new Refusal(400, 'Unknown action.');
    const wished = stateOfNumber(state);
    if (!wished) throw new Refusal(400, 'State has to be a number from 0 to 4.');
    return wished;
}

const refusals: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (error instanceof Refusal) response.status(error.status).json({ detail: error.message });
    else if (error instanceof SyntaxError) response.status(400).json({ detail: 'JSON parse error.' });
    else next(error);
};
