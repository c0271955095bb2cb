import type { ClientApp } from './client-app.ts';
import { OAuthError } from './oauth-error.ts';
import type { LocalOrg } from './org.ts';
import { checkAssertion, unverifiedClaims } from './read-assertion.ts';
import type { OrgUser } from './users.ts';

/** The form of a token request. */
export type TokenForm = Readonly<Record<string, string | undefined>>;

/** Who the token is for. Throws OAuthError. */
type Grant = (form: TokenForm, org: LocalOrg) => OrgUser;

/** The grant by which the sandbox gets a user's token; a real org would check a signed JWT instead. */
export const SANDBOX_GRANT = 'urn:sandbox:user';

const NOT_APPROVED = "user hasn't approved this consumer";

/** The grants that the local org knows; the refusals are worded as Salesforce words them. */
export const GRANTS: ReadonlyMap<string | undefined, Grant> = new Map<string, Grant>([
    [SANDBOX_GRANT, ({ username }, org) => userOf(username, org)],
    ['client_credentials', clientCredentials],
    ['urn:ietf:params:oauth:grant-type:jwt-bearer', jwtBearer]
]);

/** Salesforce help, OAuth 2.0 Client Credentials Flow: the token is the app's run-as user's. */
function clientCredentials({ client_id: clientId, client_secret: secret }: TokenForm, org: LocalOrg): OrgUser {
    const app = appOf(clientId, org);
    if (secret !== app.clientSecret) throw new OAuthError('invalid_client', 'invalid client credentials');
    if (app.runAs === null) throw new OAuthError('invalid_grant', 'no client credentials user enabled');
    return userOf(app.runAs, org);
}

/** Salesforce help, OAuth 2.0 JWT Bearer Flow: `iss` is the app's consumer key, `sub` a username it may act for. */
function jwtBearer({ assertion = '' }: TokenForm, org: LocalOrg): OrgUser {
    const { iss, sub } = unverifiedClaims(assertion);
    const { publicKey, preauthorized } = appOf(String(iss), org);
    if (publicKey === null) throw new OAuthError('invalid_grant', 'invalid assertion');
    checkAssertion(assertion, publicKey);
    if (!preauthorized.includes(String(sub))) throw new OAuthError('invalid_grant', NOT_APPROVED);
    return userOf(String(sub), org);
}

function appOf(clientId: string | undefined, org: LocalOrg): ClientApp {
    const app = org.apps.find((each) => each.clientId === clientId);
    if (app) return app;
    throw new OAuthError('invalid_client_id', 'client identifier invalid');
}

function userOf(username: string | undefined, org: LocalOrg): OrgUser {
    const user = org.findUser(username ?? '');
    if (user) return user;
    throw new OAuthError('invalid_grant', NOT_APPROVED);
}
