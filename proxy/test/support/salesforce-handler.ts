import type { ServerResponse } from 'node:http';
import { json, plain, type Handler } from '../../../fakes/server.ts';

export const ORG_ID = '00D000000000001EAA';

/** A person of the local org; the token is the key under which the org knows them. */
export interface OrgUser {
    id: string;
    name: string;
    userType?: string;
    organizationId?: string;
    permissions?: string[];
}

/** Tokens of the people every test can call as. */
export const TOKENS = {
    ana: '00D000000000001!ana.token.AQ4AQ',
    sam: '00D000000000001!sam.token.AQ4AQ',
    robin: '00D000000000001!robin.token.AQ4AQ',
    noor: '00D000000000001!noor.token.AQ4AQ',
    portal: '00D000000000001!portal.token.AQ4AQ',
    /** A JWT, whose org only userinfo tells. */
    foreign: 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJmYXkifQ.c2lnbmF0dXJl'
} as const;

const BLOCK = ['GoTallo_Block_Conversations'];

const USERS: ReadonlyMap<string, OrgUser> = new Map<string, OrgUser>([
    [TOKENS.ana, { id: '005000000000001AAA', name: 'Ana Silva', permissions: BLOCK }],
    [TOKENS.sam, { id: '005000000000003AAA', name: 'Sam Lee', permissions: BLOCK }],
    [TOKENS.robin, { id: '005000000000002AAA', name: 'Robin Vos' }],
    [TOKENS.noor, { id: '005000000000006AAA', name: 'Noor Haddad', permissions: [...BLOCK, 'GoTallo_Manage_Blocks'] }],
    [TOKENS.portal, { id: '005000000000004AAA', name: 'Pat Portal', userType: 'CSP_LITE_PORTAL', permissions: BLOCK }],
    [TOKENS.foreign, { id: '005000000000005AAA', name: 'Fay Foreign', organizationId: '00D000000000009EAA' }]
]);

/** The newest Heroku Message of a conversation, by its id without dashes. */
export type Messages = Map<string, Record<string, unknown>>;

/** Answers as a Salesforce org does: userinfo, the permissions of the running user, Heroku Messages. */
export function salesforceHandler(messages: Messages): Handler {
    return ({ url, headers, body }, response) => {
        const user = USERS.get((headers.authorization ?? '').replace('Bearer ', ''));
        const path = new URL(url, 'http://org');
        if (path.pathname === '/services/data') json(response, 200, []);
        else if (path.pathname === '/services/oauth2/userinfo') userInfo(response, user);
        else if (user === undefined) json(response, 401, [{ errorCode: 'INVALID_SESSION_ID', message: 'expired' }]);
        else if (path.pathname.endsWith('/composite')) composite(response, body, user, messages);
        else json(response, 200, records(path.searchParams.get('q') ?? '', user, messages));
    };
}

function userInfo(response: ServerResponse, user: OrgUser | undefined): void {
    if (user === undefined) plain(response, 403, 'Bad_OAuth_Token');
    else {
        const { id, name, userType = 'STANDARD', organizationId = ORG_ID } = user;
        json(response, 200, { user_id: id, organization_id: organizationId, name, user_type: userType });
    }
}

function composite(response: ServerResponse, body: string, user: OrgUser, messages: Messages): void {
    const { compositeRequest } = JSON.parse(body) as { compositeRequest: { url: string; referenceId: string }[] };
    const compositeResponse = compositeRequest.map(({ url, referenceId }) => ({
        referenceId,
        httpStatusCode: 200,
        body: records(new URL(url, 'http://org').searchParams.get('q') ?? '', user, messages)
    }));
    json(response, 200, { compositeResponse });
}

function records(soql: string, user: OrgUser, messages: Messages): object {
    const isPermissionQuery = soql.includes('UserSetupEntityAccess');
    const found = isPermissionQuery
        ? (user.permissions ?? []).map((name) => ({ DeveloperName: name, NamespacePrefix: null }))
        : [...messages].filter(([id]) => soql.includes(id)).map(([, message]) => message);
    return { totalSize: found.length, done: true, records: found };
}
