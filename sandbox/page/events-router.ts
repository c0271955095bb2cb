import { Router, type Request } from 'express';
import { Refusal } from '../gotallo/refusal.ts';
import type { LocalOrg } from '../org/org.ts';
import type { OrgUser } from '../org/users.ts';
import type { EventsSince } from './page-data.ts';
import { refusals } from './refusals.ts';

const EVENT_CHANNEL = /^\/event\/(\w+__e)$/;

/** Whether the org delivers platform events to pages. */
export interface EventSwitch {
    isOn: boolean;
}

/**
 * `GET /sandbox/events?channel=&after=`: the platform events after that replay id, and the newest one's; without
 * `after`, only the latter. For users who may read the event, as long as events are switched on.
 */
export function eventsRouter(org: LocalOrg, delivery: EventSwitch): Router {
    const router = Router();
    router.get('/events', (request, response) => {
        const channel = String(request.query['channel']);
        checkAccess(channel, callerOf(request, org), delivery);
        const last = org.events.lastReplayId;
        const events = org.events.since(afterIn(request) ?? last).filter((event) => event.channel === channel);
        response.json({ last, events } satisfies EventsSince);
    });
    return router.use(refusals);
}

function callerOf(request: Request, org: LocalOrg): OrgUser {
    const user = org.findUser(request.header('x-sandbox-user') ?? '');
    if (!user) throw new Refusal(401, '401::Authentication invalid');
    return user;
}

/** The words are CometD's as far as they are known, a status and two colons. */
function checkAccess(channel: string, user: OrgUser, delivery: EventSwitch): void {
    const event = EVENT_CHANNEL.exec(channel)?.[1];
    if (event === undefined || !user.subscribes.includes(event)) {
        throw new Refusal(403, '403:denied_by_security_policy:create_denied');
    }
    if (!delivery.isOn) throw new Refusal(503, '503::Platform events are switched off in the sandbox.');
}

function afterIn({ query }: Request): number | null {
    if (query['after'] === undefined) return null;
    const after = Number(query['after']);
    if (!Number.isInteger(after)) throw new Refusal(400, '"after" must be a replay id.');
    return after;
}
