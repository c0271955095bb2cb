import { Router } from 'express';
import type { LocalOrg } from './org.ts';
import { ORGANIZATION_ID, type OrgUser } from './users.ts';

/**
 * `GET /services/oauth2/userinfo`. A missing or invalid token is answered 403 with plain text instead of 401,
 * as Salesforce does (jsforce pull request 736).
 */
export function userinfoRouter(org: LocalOrg): Router {
    const router = Router();
    router.get('/services/oauth2/userinfo', (request, response) => {
        org.counts.userinfo += 1;
        const token = /^Bearer (.+)$/i.exec(request.header('authorization') ?? '')?.[1];
        const user = token === undefined ? undefined : org.sessions.userOf(token);
        if (user) response.json(userinfoOf(user, `http://${request.headers.host}`));
        else
            response
                .status(403)
                .type('text/plain')
                .send(token ? 'Bad_OAuth_Token' : 'Missing_OAuth_Token');
    });
    return router;
}

/** What the identity service says of a user. */
export function userinfoOf(user: OrgUser, instanceUrl: string): Record<string, string | boolean | number> {
    const [given = '', family = ''] = user.name.split(' ');
    return {
        sub: `${instanceUrl}/id/${ORGANIZATION_ID}/${user.id}`,
        user_id: user.id,
        organization_id: ORGANIZATION_ID,
        preferred_username: user.username,
        nickname: given,
        name: user.name,
        given_name: given,
        family_name: family,
        email: user.username,
        email_verified: true,
        zoneinfo: 'Europe/Amsterdam',
        active: true,
        user_type: user.userType,
        language: 'en_US',
        locale: 'en_US',
        utcOffset: 3_600_000
    };
}
