import { Router, type IRoute, type Request, type RequestHandler } from 'express';
import { parseConversationId } from '../conversations/knowledge/conversation-id.ts';
import { contextOf } from './request-context.ts';

/** A router, and the way to add a route to it. */
export interface ExactRouter {
    router: Router;
    /** The route at a path such as `/:id/block`, which the log names by that pattern. */
    at(path: string): IRoute;
}

/** A router that takes an address only as it is documented: same case, and no slash behind it. */
export function exactRouter(): ExactRouter {
    const router = Router({ caseSensitive: true, strict: true });
    return { router, at: (path) => router.route(path).all(namedInLog) };
}

/** Noted while the route is at work: where an error is answered, Express has forgotten where the router was mounted. */
const namedInLog: RequestHandler = (req, res, next) => {
    contextOf(res).path = loggedPath(req);
    next();
};

/** The route's pattern with the conversation's id in it. Whatever else stands in a path may be a secret, or anything. */
function loggedPath(req: Request): string {
    const { path } = req.route as { path: string };
    return (req.baseUrl + path).replace(/:(\w+)/g, (_, name: string) =>
        name === 'id' ? (parseConversationId(String(req.params['id'])) ?? '(malformed id)') : `(${name})`
    );
}
