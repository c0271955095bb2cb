import type { ServerResponse } from 'node:http';
import type { RequestHandler } from 'express';
import { parseConversationId } from '../conversations/knowledge/conversation-id.ts';
import { callersOf, letPass, type Authenticated } from './callers.ts';
import { contextOf } from './request-context.ts';
import type { Tenant } from './tenant.ts';

/** Lets only agents of a configured org pass. Mounted on a path with the conversation's `:id`. */
export function authenticate(tenants: readonly Tenant[]): RequestHandler {
    const callers = callersOf(tenants);
    return (req, res, next) => {
        const known = callers.known(req);
        if (known === null) {
            return callers.ask(req, res, parseConversationId(String(req.params['id']))).then((asked) => {
                letPass(res, asked);
                next();
            });
        }
        // Nobody is waited for where nobody has to be asked.
        letPass(res, known);
        next();
        return undefined;
    };
}

/** Who is calling; throws when the route was mounted without `authenticate`. */
export function authenticated(res: ServerResponse): Authenticated {
    const { authenticated: found } = contextOf(res);
    if (found === undefined) throw new Error('This route was mounted without authenticate().');
    return found;
}
