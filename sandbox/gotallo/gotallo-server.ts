import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import type { Conversation } from './conversation.ts';
import type { FaultyCall } from './fault-switch.ts';
import type { ApiCall, LocalGoTallo } from './local-gotallo.ts';
import { answer, meetFault } from './meet-fault.ts';
import { Refusal } from './refusal.ts';
import { stateOfNumber, STATES } from './states.ts';

/** What the API checks of a caller. */
export interface Access {
    tenantId: string;
    token: string;
}

const CONVERSATION = '/api/v1/tenants/:tenant/conversations/:conversation';

/**
 * The GoTallo API as far as it is needed. Documented is `PUT …/details/` with `change_state`, and that Block User is a
 * toggle. What stands in for what is not public: the method and path of Block User (`POST …/block/`), a call that reads
 * a conversation (`GET …/`), and every answer, each a small JSON object.
 */
export function createGoTalloApp(gotallo: LocalGoTallo, access: Access): Express {
    const app = express().disable('x-powered-by');
    const checks = (call: FaultyCall): RequestHandler[] => [
        record(gotallo),
        meetFault(gotallo.faults, call),
        authenticate(access),
        requireSlash,
        express.json(),
        requireTenant(access)
    ];
    app.put(`${CONVERSATION}/details{/}`, ...checks('other'), (request, response) => {
        const conversation = gotallo.changeState(idIn(request), stateAskedFor(request.body));
        answer(response, { id: conversation.id, state: STATES[conversation.state].number });
    });
    app.post(`${CONVERSATION}/block{/}`, ...checks('block-user'), (request, response) => {
        answer(response, bodyOf(gotallo.blockUser(idIn(request))));
    });
    app.get(`${CONVERSATION}{/}`, ...checks('other'), (request, response) => {
        answer(response, bodyOf(gotallo.conversation(idIn(request))));
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
        } else if (request.is('application/json') === false) {
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

/** Here the body has been read, so the record of the call is completed as well. */
function requireTenant({ tenantId }: Access): RequestHandler {
    return (request, response, next) => {
        (response.locals['call'] as ApiCall).body = (request.body as unknown) ?? null;
        if (request.params['tenant'] !== tenantId) throw new Refusal(404, 'Not found.');
        next();
    };
}

function idIn({ params }: Request): string {
    return String(params['conversation']);
}

function stateAskedFor(body: unknown) {
    const { action, state } = (body ?? {}) as Record<string, unknown>;
    if (action !== 'change_state') throw new Refusal(400, 'Unknown action.');
    const asked = stateOfNumber(state);
    if (!asked) throw new Refusal(400, 'State has to be a number from 0 to 4.');
    return asked;
}

function bodyOf({ id, state, isNativeBlocked }: Conversation): object {
    return { id, state: STATES[state].number, is_blocked: isNativeBlocked };
}

const refusals: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (error instanceof Refusal) response.status(error.status).json(error.body);
    else if (error instanceof SyntaxError) response.status(400).json({ detail: 'JSON parse error.' });
    else next(error);
};
