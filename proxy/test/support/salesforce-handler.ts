import {
    BLOCK_PERMISSION,
    MANAGE_PERMISSION,
    orgHandler,
    type HerokuMessage,
    type OrgUser
} from '../../../fakes/salesforce.ts';
import type { Handler } from '../../../fakes/server.ts';

export const ORG_ID = '00D000000000001EAA';

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

const USERS: ReadonlyMap<string, OrgUser> = new Map([
    [TOKENS.ana, user(1, 'Ana Silva', [BLOCK_PERMISSION])],
    [TOKENS.sam, user(3, 'Sam Lee', [BLOCK_PERMISSION])],
    [TOKENS.robin, user(2, 'Robin Vos', [])],
    [TOKENS.noor, user(6, 'Noor Haddad', [BLOCK_PERMISSION, MANAGE_PERMISSION])],
    [TOKENS.portal, { ...user(4, 'Pat Portal', [BLOCK_PERMISSION]), userType: 'CSP_LITE_PORTAL' }],
    [TOKENS.foreign, { ...user(5, 'Fay Foreign', []), organizationId: '00D000000000009EAA' }]
]);

/** The newest Heroku Message of a conversation, by its id without dashes. */
export type Messages = Map<string, HerokuMessage>;

/** The org of those people. */
export function salesforceHandler(messages: Messages = new Map()): Handler {
    return orgHandler({ userOf: (token) => USERS.get(token), messageOf: (id) => messages.get(id) });
}

function user(number: number, name: string, permissions: string[]): OrgUser {
    return { id: `00500000000000${number}AAA`, name, organizationId: ORG_ID, permissions };
}
