import express, { Router } from 'express';
import type { LocalGoTallo } from '../gotallo/local-gotallo.ts';
import { Refusal } from '../gotallo/refusal.ts';
import type { LocalOrg } from '../org/org.ts';
import type { SeededRecord } from '../seed/seed.ts';
import type { Switches } from './page-data.ts';
import { listRows, recordPage } from './record-page.ts';
import { refusals } from './refusals.ts';
import { agentMessageBody, customerMessageBody, parseBody, platformBlockBody, switchesBody } from './request-body.ts';

/** What the sandbox's own part of the page works with. */
export interface SandboxParts {
    org: LocalOrg;
    gotallo: LocalGoTallo;
    seeded(): readonly SeededRecord[];
    reset(): Promise<void>;
}

/** `/sandbox/…`: records for the page, the chat window's and the customer's messages, the platform, the switches. */
export function sandboxRouter(parts: SandboxParts): Router {
    const { org, gotallo } = parts;
    const router = Router().use(express.json());
    router.get('/records', (_request, response) => void response.json(listRows(parts.seeded(), org, gotallo)));
    router.get('/records/:id', (request, response) => {
        const page = recordPage(request.params.id, parts.seeded(), org, gotallo);
        if (!page) throw new Refusal(404, 'There is no such record.');
        response.json(page);
    });
    router.get('/revision', (_request, response) => {
        response.json({ revision: org.records.revision + gotallo.revision });
    });
    router.use(chatRouter(gotallo), switchesRouter(parts));
    return router.use(refusals);
}

function chatRouter(gotallo: LocalGoTallo): Router {
    const router = Router();
    router.post('/conversations/:id/customer-messages', async (request, response) => {
        const { text } = parseBody(customerMessageBody, request.body);
        response.status(201).json({ message: await gotallo.customerWrites(request.params.id, text) });
    });
    router.put('/conversations/:id/platform-block', (request, response) => {
        const { isBlocked } = parseBody(platformBlockBody, request.body);
        response.json({ isBlocked: gotallo.setOnPlatform(request.params.id, isBlocked).isPlatformBlocked });
    });
    router.post('/conversations/:id/agent-messages', async (request, response) => {
        const { text, agentName } = parseBody(agentMessageBody, request.body);
        response.status(201).json(await gotallo.agentWrites(request.params.id, agentName, text));
    });
    return router;
}

function switchesRouter({ org, gotallo, reset }: SandboxParts): Router {
    const router = Router();
    const switches = (): Switches => ({
        gotallo: gotallo.faults.kind,
        seconds: gotallo.faults.seconds,
        org: org.fault,
        blockedExcluded: gotallo.blockedExcluded
    });
    router.get('/switches', (_request, response) => void response.json(switches()));
    router.put('/switches', (request, response) => {
        const wished = parseBody(switchesBody, request.body);
        gotallo.faults.set(wished.gotallo, { seconds: wished.seconds });
        gotallo.blockedExcluded = wished.blockedExcluded;
        org.fault = wished.org;
        response.json(switches());
    });
    router.post('/expire-sessions', (_request, response) => {
        org.sessions.expireAll();
        response.json({});
    });
    router.post('/reset', async (_request, response) => {
        await reset();
        response.json({});
    });
    return router;
}
