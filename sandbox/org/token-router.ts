import express, { Router } from 'express';
import { GRANTS, type TokenForm } from './grants.ts';
import { OAuthError } from './oauth-error.ts';
import type { LocalOrg } from './org.ts';

/** `POST /services/oauth2/token`: gives a token by one of the grants. */
export function tokenRouter(org: LocalOrg): Router {
    const router = Router();
    router.post('/services/oauth2/token', express.urlencoded({ extended: false }), (request, response) => {
        const form = (request.body ?? {}) as TokenForm;
        org.counts.token += 1;
        try {
            response.json(answerTo(form, org, `http://${request.headers.host}`));
        } catch (error) {
            if (!(error instanceof OAuthError)) throw error;
            response.status(400).json(error.toResponse());
        }
    });
    return router;
}

function answerTo(form: TokenForm, org: LocalOrg, instanceUrl: string): object {
    const grant = GRANTS.get(form['grant_type']);
    if (!grant) throw new OAuthError('unsupported_grant_type', 'grant type not supported');
    return {
        access_token: org.sessions.open(grant(form, org)),
        instance_url: instanceUrl,
        token_type: 'Bearer',
        scope: 'id api'
    };
}
