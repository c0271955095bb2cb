import express, { Router } from 'express';
import type { LocalGoTallo } from '../gotallo/local-gotallo.ts';
import { Refusal } from '../gotallo/refusal.ts';
import { designProperties } from './design-properties.ts';
import { eventsRouter } from './events-router.ts';
import type { Pulse, Switches } from './page-data.ts';
import { listRows, recordPage } from './record-page.ts';
import { refusals } from './refusals.ts';
import {
    agentMessageBody,
    customerMessageBody,
    designValuesBody,
    parseBody,
    nativeBlockBody,
    switchesBody,
    timeBody
} from './request-body.ts';
import type { SandboxParts } from './sandbox-parts.ts';

/**
 * `/sandbox/…`: records for the page, the chat window's and the customer's messages, the platform, platform events,
 * App Builder, time, the switches.
 */
export function sandboxRouter(parts: SandboxParts): Router {
    const { org, gotallo, builder, time } = parts;
    const router = Router().use(express.json());
    router.get('/records', (_request, response) => void response.json(listRows(parts.seeded(), org, gotallo)));
    router.get('/records/:id', (request, response) => {
        const page = recordPage(request.params.id, parts);
        if (!page) throw new Refusal(404, 'There is no such record.');
        response.json(page);
    });
    router.get('/pulse', (_request, response) => {
        const revision = org.records.revision + gotallo.revision + builder.revision;
        response.json({ revision, timeAhead: time.ahead() } satisfies Pulse);
    });
    router.use(chatRouter(gotallo), eventsRouter(org, parts.delivery), adminRouter(parts), switchesRouter(parts));
    return router.use(refusals);
}

function chatRouter(gotallo: LocalGoTallo): Router {
    const router = Router();
    router.post('/conversations/:id/customer-messages', async (request, response) => {
        const { text } = parseBody(customerMessageBody, request.body);
        response.status(201).json({ message: await gotallo.customerWrites(request.params.id, text) });
    });
    router.put('/conversations/:id/native-block', (request, response) => {
        const { isBlocked } = parseBody(nativeBlockBody, request.body);
        response.json({ isBlocked: gotallo.setOnChannel(request.params.id, isBlocked).isNativeBlocked });
    });
    router.post('/conversations/:id/agent-messages', async (request, response) => {
        const { text, agentName } = parseBody(agentMessageBody, request.body);
        response.status(201).json(await gotallo.agentWrites(request.params.id, agentName, text));
    });
    return router;
}

/** What an admin sets of the component, on record pages and for a flow. */
function adminRouter({ builder }: SandboxParts): Router {
    const router = Router();
    router.get('/pages/:object', (request, response) => void response.json(builder.settingsOf(request.params.object)));
    router.put('/pages/:object', (request, response) => {
        response.json(builder.change(request.params.object, parseBody(designValuesBody, request.body)));
    });
    router.get('/targets/:target', (request, response) => {
        const properties = designProperties(request.params.target, 'Lead');
        response.json(Object.fromEntries(properties.map(({ name, initial }) => [name, initial])));
    });
    router.get('/flow-screen/:object', (request, response) => {
        response.json(designProperties('lightning__FlowScreen', request.params.object));
    });
    return router;
}

function switchesRouter({ org, gotallo, delivery, time, reset, breakSetup }: SandboxParts): Router {
    const router = Router();
    const switches = (): Switches => ({
        gotallo: gotallo.faults.kind,
        seconds: gotallo.faults.seconds,
        org: org.fault,
        blockedExcluded: gotallo.blockedExcluded,
        platformEvents: delivery.isOn
    });
    router.get('/switches', (_request, response) => void response.json(switches()));
    router.put('/switches', (request, response) => {
        const asked = parseBody(switchesBody, request.body);
        gotallo.faults.set(asked.gotallo, { seconds: asked.seconds });
        gotallo.blockedExcluded = asked.blockedExcluded;
        org.fault = asked.org;
        delivery.isOn = asked.platformEvents;
        response.json(switches());
    });
    router.post('/time', async (request, response) => {
        await time.move(parseBody(timeBody, request.body).milliseconds);
        response.json({ timeAhead: time.ahead() });
    });
    router.post('/expire-sessions', (_request, response) => {
        org.sessions.expireAll();
        response.json({});
    });
    router.post('/break-setup', async (_request, response) => {
        await breakSetup();
        response.json({});
    });
    router.post('/reset', async (_request, response) => {
        await reset();
        response.json({});
    });
    return router;
}
