import { Router } from 'express';
import type { OrgUser } from '../users.ts';
import { callOut } from './callout.ts';
import type { SetupOrg } from './setup-org.ts';

const ENDPOINT = /setEndpoint\('callout:(\w+)([^']*)'\)/;
const ENDING = /throw new IllegalArgumentException\('([\w-]+)' \+ JSON\.serialize\(said\)\)/;

/**
 * Anonymous Apex of the Tooling API. One kind of script is understood: it makes a callout through a named credential, and
 * ends with an exception that says what came back.
 */
export function apexRouter(org: SetupOrg, callerOf: (token: string) => OrgUser | undefined): Router {
    const router = Router();
    router.get('/services/data/:version/tooling/executeAnonymous', async (request, response, next) => {
        const caller = callerOf(/^\w+ (.+)$/.exec(request.header('authorization') ?? '')?.[1] ?? '');
        if (!caller) return next();
        const code = String(request.query['anonymousBody'] ?? '');
        const [endpoint, ending] = [ENDPOINT.exec(code), ENDING.exec(code)];
        if (!endpoint || !ending) {
            const compileProblem = 'The local org does not understand this script.';
            return response.json({ compiled: false, success: false, compileProblem, exceptionMessage: null });
        }
        const said = await callOut(org, endpoint[1] ?? '', endpoint[2] ?? '', caller);
        const exceptionMessage = `System.IllegalArgumentException: ${ending[1]}${JSON.stringify(said)}`;
        return response.json({ compiled: true, success: false, compileProblem: null, exceptionMessage });
    });
    return router;
}
