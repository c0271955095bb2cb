import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import { createRecord } from './create-record.ts';
import { EVENT_DELIVERIES, type LocalOrg } from './org.ts';
import type { FieldValue } from './record-store.ts';
import { RestError } from './rest-error.ts';
import { answerSubrequest, type Subrequest } from './subrequest.ts';
import { runQuery } from './soql/run-query.ts';
import { tokenRouter } from './token-router.ts';
import type { OrgUser } from './users.ts';
import { userinfoRouter } from './userinfo-router.ts';

const VERSIONS = ['65.0', '66.0', '67.0'];

/** The HTTP face of the local org: OAuth endpoints and the part of the REST API that the project uses. */
export function createOrgApp(org: LocalOrg): Express {
    const app = express().disable('x-powered-by');
    app.use((_request, response, next) => {
        if (org.fault === 'silent') return;
        if (org.fault === 'none') return next();
        const unavailable = new RestError('SERVER_UNAVAILABLE', 'The server is temporarily unavailable.');
        response.status(unavailable.status).json(unavailable.toResponse());
    });
    app.use(tokenRouter(org), userinfoRouter(org));
    app.get('/services/data', (_request, response) => {
        response.json(VERSIONS.map((version) => ({ label: version, url: `/services/data/v${version}`, version })));
    });
    app.get('/services/data/:version/limits', (request, response) => {
        callerOf(request, org);
        response.json({
            DailyDeliveredPlatformEvents: { Max: EVENT_DELIVERIES, Remaining: org.eventsLeft },
            HourlyPublishedPlatformEvents: { Max: 50_000, Remaining: 50_000 }
        });
    });
    app.get('/services/data/:version/query', (request, response) => {
        const user = callerOf(request, org);
        org.counts.query += 1;
        response.json(runQuery(String(request.query['q'] ?? ''), org.viewOf(user)));
    });
    app.post('/services/data/:version/composite', express.json(), (request, response) => {
        const user = callerOf(request, org);
        const { compositeRequest } = request.body as { compositeRequest: Subrequest[] };
        if (compositeRequest.some(({ method }) => method === 'GET')) org.counts.query += 1;
        response.json({ compositeResponse: compositeRequest.map((each) => answerSubrequest(each, org, user)) });
    });
    app.post('/services/data/:version/sobjects/:object', express.json(), (request, response) => {
        const user = callerOf(request, org);
        const values = request.body as Record<string, FieldValue>;
        response.status(201).json(createRecord(request.params.object, values, { org, user }));
    });
    app.use((request) => {
        throw new RestError('NOT_FOUND', `The requested resource does not exist: ${request.path}`);
    });
    return app.use(restErrors);
}

function callerOf(request: Request, org: LocalOrg): OrgUser {
    const token = /^(?:Bearer|OAuth) (.+)$/i.exec(request.header('authorization') ?? '')?.[1];
    const user = token === undefined ? undefined : org.sessions.userOf(token);
    if (!user) throw new RestError('INVALID_SESSION_ID', 'Session expired or invalid');
    if (user.apiEnabled) return user;
    throw new RestError('API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
}

const restErrors: ErrorRequestHandler = (error: unknown, _request, response, next) => {
    if (error instanceof RestError) response.status(error.status).json(error.toResponse());
    else next(error);
};
