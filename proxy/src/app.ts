import express from 'express';
import type { Logger } from 'pino';
import { Failure } from './lib/failure.ts';
import { beginRequest } from './http/begin-request.ts';
import { CONVERSATIONS_PATH } from './http/conversation-calls.ts';
import { conversationRoutes } from './http/conversation-routes.ts';
import { expressClasses } from './http/express-classes.ts';
import { healthRoutes } from './http/health-routes.ts';
import type { HttpApp } from './http/http-server.ts';
import { problemAnswers, problemHandler } from './http/problem-handler.ts';
import type { Tenant } from './http/tenant.ts';
import { setupRoutes } from './http/setup-routes.ts';
import { usualView } from './http/usual-view.ts';
import { webhookRoutes } from './http/webhook-routes.ts';

/** Everything the service is made of; all that is outside of it is injected. */
export interface AppParts {
    tenants: readonly Tenant[];
    /** How many changes one agent may make. */
    writesPerMinute: number;
    isStoreReachable(): Promise<boolean>;
    logger: Logger;
}

/** The HTTP service; the order of its steps is written here and nowhere else. */
export function createApp({ tenants, writesPerMinute, isStoreReachable, logger }: AppParts): HttpApp {
    const answerProblem = problemAnswers(logger);
    const app = express();
    app.disable('x-powered-by');
    app.disable('etag'); // a view must never be answered from a cache
    app.set('case sensitive routing', true); // where routers are mounted; their own routes are exact by themselves
    app.use(CONVERSATIONS_PATH, conversationRoutes({ tenants, writesPerMinute })); // authenticates before it reads a body
    app.use(setupRoutes(tenants));
    app.use(healthRoutes({ tenants, isStoreReachable })); // open to probes, which have no token
    app.use('/v1/webhooks/gotallo', webhookRoutes(tenants)); // the secret in the path is its authentication
    app.use(() => {
        throw new Failure('not-found');
    });
    app.use(problemHandler(answerProblem)); // last: the one place where errors become answers
    const begin = beginRequest(logger);
    const answersUsualView = usualView(tenants, answerProblem);
    return {
        classes: expressClasses(app),
        listener(req, res) {
            begin(req, res);
            if (!answersUsualView(req, res)) app(req, res);
        }
    };
}
