import express, { Router } from 'express';
import type { LocalOrg } from './org.ts';

/** The grant by which the sandbox gets a user's token; a real org would check a signed JWT instead. */
export const SANDBOX_GRANT = 'urn:sandbox:user';

/** `POST /services/oauth2/token`: gives a token for the named user. */
export function tokenRouter(org: LocalOrg): Router {
    const router = Router();
    router.post('/services/oauth2/token', express.urlencoded({ extended: false }), (request, response) => {
        const form = request.body as Record<string, string> | undefined;
        const user = org.findUser(form?.['username'] ?? '');
        org.counts.token += 1;
        if (form?.['grant_type'] !== SANDBOX_GRANT) {
            response
                .status(400)
                .json({ error: 'unsupported_grant_type', error_description: 'grant type not supported' });
        } else if (!user) {
            response
                .status(400)
                .json({ error: 'invalid_grant', error_description: "user hasn't approved this consumer" });
        } else {
            const instanceUrl = `http://${request.headers.host}`;
            response.json({
                access_token: org.sessions.open(user),
                instance_url: instanceUrl,
                token_type: 'Bearer',
                scope: 'id api'
            });
        }
    });
    return router;
}
