import type { ErrorRequestHandler, RequestHandler, Response, Router } from 'express';
import { Failure } from '../lib/failure.ts';
import { readWebhookMessage } from '../gotallo/webhook-message.ts';
import { createTurns, NoTurn, type Turns } from '../lib/turns.ts';
import { allowedMethods } from './allowed-methods.ts';
import { DETAILS } from './details.ts';
import { exactRouter } from './exact-router.ts';
import { jsonBody } from './json-body.ts';
import { contextOf } from './request-context.ts';
import { tenantBySecret } from './tenant-by-secret.ts';
import type { Tenant } from './tenant.ts';

/** A message with its quote, template and metadata fits many times. */
const LIMIT_KB = 256;

/** Less than a third of the connections to a Postgres server: webhooks come in crowds, and agents wait for their answer. */
const TURNS = { atOnce: 3, waiting: 100 };
const TURN_MS = 5_000;
const RETRY_AFTER_SECONDS = 5;

/**
 * `/v1/webhooks/gotallo/{secret}`: takes GoTallo's messages. GoTallo signs nothing, so the secret in the path is all
 * that tells it from others; to whoever has none, there is nothing at this address.
 */
export function webhookRoutes(tenants: readonly Tenant[]): Router {
    const { router, at } = exactRouter();
    const turns = createTurns(TURNS);
    at('/:secret')
        .all(addressed(tenants))
        .post(jsonBody(LIMIT_KB), async (req, res) => {
            const tenant = addressee(res);
            const message = readWebhookMessage(req.body, new Date());
            if (message === null) throw new Failure('invalid-field', { detail: DETAILS.notAMessage });
            if (message.tenantId !== tenant.goTalloTenantId) throw new Failure('wrong-tenant');
            await inTurn(turns, () => tenant.conversations.observeWebhook(message.notice));
            res.status(204).end();
        })
        .all(allowedMethods('POST'));
    router.use(undecodableIsNothing);
    return router;
}

/** @throws Failure `store-unavailable` when too many wait; the message is not taken, and may be sent again */
async function inTurn(turns: Turns, work: () => Promise<void>): Promise<void> {
    await turns.take(work, TURN_MS).catch((error: unknown) => {
        if (!(error instanceof NoTurn)) throw error;
        throw new Failure('store-unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS, cause: error });
    });
}

/** What cannot be decoded is no secret: there is nothing at that address, as at any other. */
const undecodableIsNothing: ErrorRequestHandler = (error: unknown, _req, _res, next) => {
    next(error instanceof URIError ? undefined : error);
};

/** Lets pass what knows a tenant's secret; for all else the route does not exist. */
function addressed(tenants: readonly Tenant[]): RequestHandler {
    const tenantOf = tenantBySecret(tenants);
    return (req, res, next) => {
        const tenant = tenantOf(String(req.params['secret']));
        if (tenant === null) {
            next('route');
            return;
        }
        const context = contextOf(res);
        context.tenant = tenant.name;
        context.addressee = tenant;
        next();
    };
}

function addressee(res: Response): Tenant {
    const { addressee: tenant } = contextOf(res);
    if (tenant === undefined) throw new Error('This route was mounted without addressed().');
    return tenant;
}
