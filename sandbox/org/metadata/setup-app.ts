import express, { type Express } from 'express';
import { createOrgApp } from '../org-server.ts';
import { apexRouter } from './apex-router.ts';
import { userinfoOf } from '../userinfo-router.ts';
import type { SetupOrg } from './setup-org.ts';
import { soapRouter, type MetadataFaults } from './soap-router.ts';

/** The HTTP face of a local org that can be set up: Metadata API, anonymous Apex, deletions, and all of the local org. */
export function createSetupApp(org: SetupOrg, faults: MetadataFaults): Express {
    const app = express().disable('x-powered-by');
    app.use(soapRouter(org, faults), apexRouter(org, org.local.sessions.userOf.bind(org.local.sessions)));
    app.get('/services/data', (_request, response) => {
        const { newestApiVersion: version } = org.traits;
        response.json([{ label: version, url: `/services/data/v${version}`, version }]);
    });
    // With My Domain, the identity service names it (Salesforce help, Response to a UserInfo request: urls.custom_domain).
    app.get('/services/oauth2/userinfo', (request, response, next) => {
        const token = /^Bearer (.+)$/i.exec(request.header('authorization') ?? '')?.[1] ?? '';
        const user = org.local.sessions.userOf(token);
        if (!user || org.traits.myDomain === null) return next();
        const info = userinfoOf(user, `http://${request.headers.host}`);
        response.json({ ...info, urls: { custom_domain: `https://${org.traits.myDomain}` } });
    });
    app.get('/services/data/:version/sobjects/:object/:id', (request, response, next) => {
        const record = org.local.records.find(request.params.object, request.params.id);
        if (record) response.json(record);
        else next();
    });
    app.delete('/services/data/:version/sobjects/:object/:id', (request, response, next) => {
        const isGone = org.local.records.remove(request.params.object, request.params.id);
        if (isGone) response.status(204).end();
        else next();
    });
    return app.use(createOrgApp(org.local));
}
