import { sign, verify, X509Certificate } from 'node:crypto';
import type { OrgUser } from '../users.ts';
import { blocksOf, elementOf, textOf, type Component } from './component.ts';
import { mayUseCredential, setsOf, withRights } from './rights.ts';
import type { SetupOrg } from './setup-org.ts';

/** Why the platform gives no token, in its words. */
export class NoToken extends Error {
    override readonly name = 'NoToken';
}

interface Claims {
    iss: string;
    aud: string;
    sub: string;
}

const LOGINS = ['https://login.salesforce.com', 'https://test.salesforce.com'];

/**
 * A user's own token by an external credential of per-user JWT Bearer: decided from what is deployed and who has what, in
 * the order in which an org was seen to refuse (help.salesforce.com, OAuth Authorization Flow Errors; reported from an org).
 * @throws NoToken
 */
export function issueToken(org: SetupOrg, credential: Component, user: OrgUser): string {
    const sets = setsOf(org, user);
    if (!mayUseCredential(sets, credential.name)) {
        throw new NoToken(
            `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${credential.name}" might not exist.`
        );
    }
    const app = appOf(org, claimsOf(credential, user));
    checkSignature(org, credential, app);
    checkAudience(org, claimsOf(credential, user));
    checkApproval(org, app, sets);
    checkScopes(org, app);
    return org.local.sessions.open(withRights(user, sets));
}

/** The external credential that a named credential takes its tokens from. */
export function credentialOf(org: SetupOrg, name: string): { url: string; credential: Component } {
    const named = org.find('NamedCredential', name);
    const blocks = named ? blocksOf(textOf(named), 'namedCredentialParameters') : [];
    const url = blocks.find((block) => elementOf(block, 'parameterType') === 'Url');
    const other = blocks.map((block) => elementOf(block, 'externalCredential')).find((each) => each !== '');
    const credential = org.find('ExternalCredential', other ?? '');
    if (url !== undefined && credential) return { url: elementOf(url, 'parameterValue'), credential };
    throw new NoToken("The callout couldn't access the endpoint. The named credential might not exist.");
}

function parameter(credential: Component, name: string): string {
    const blocks = blocksOf(textOf(credential), 'externalCredentialParameters');
    return blocks.find((block) => elementOf(block, 'parameterName') === name) ?? '';
}

function claimsOf(credential: Component, user: OrgUser): Claims {
    const claim = (name: string): string => {
        const text = elementOf(parameter(credential, name), 'parameterValue');
        return text.replace('{!$User.Username}', user.username);
    };
    return { iss: claim('iss'), aud: claim('aud'), sub: claim('sub') };
}

/** A claim as it is sent: an org that takes JSON reads it, another sends the quotation marks along. */
function sent(org: SetupOrg, claim: string): string {
    return org.traits.wantsJsonClaims ? String(JSON.parse(claim)) : claim;
}

/** The global OAuth settings of the app with that consumer key. */
function appOf(org: SetupOrg, { iss }: Claims): Component {
    const key = sent(org, iss);
    const settings = org.all('ExtlClntAppGlobalOauthSettings').find(({ name }) => org.consumerKeys.get(name) === key);
    if (settings) return settings;
    throw new NoToken('invalid_client_id: client identifier invalid');
}

/** The org signs with its own key, and the app knows the public part that was put into it. */
function checkSignature(org: SetupOrg, credential: Component, app: Component): void {
    const keys = org.keys.get(elementOf(parameter(credential, 'SigningCertificate'), 'certificate'));
    const known = Buffer.from(elementOf(textOf(app), 'certificate'), 'base64');
    const assertion = Buffer.from('an assertion');
    const isSame =
        keys !== undefined &&
        known.length > 0 &&
        verify('sha256', assertion, new X509Certificate(known).publicKey, sign('sha256', assertion, keys.privateKey));
    if (!isSame) throw new NoToken('invalid_client: invalid client credentials');
}

function checkAudience(org: SetupOrg, { aud }: Claims): void {
    if ([...LOGINS, `https://${org.traits.myDomain ?? ''}`].includes(sent(org, aud))) return;
    throw new NoToken('invalid_grant: audience is invalid');
}

function checkApproval(org: SetupOrg, app: Component, sets: readonly Component[]): void {
    const name = elementOf(textOf(app), 'externalClientApplication');
    const policy = org.ofApp('ExtlClntAppOauthConfigurablePolicies', name);
    const type = policy ? elementOf(textOf(policy), 'permittedUsersPolicyType') : '';
    const SetupEntityId = org.idOf({ type: 'ExternalClientApplication', name });
    const isLinked = sets.some((set) => {
        const [row] = org.rows('PermissionSet', { Name: set.name });
        return row !== undefined && org.rows('SetupEntityAccess', { ParentId: row.Id, SetupEntityId }).length > 0;
    });
    // Nobody can be asked in this flow, so an app that is open to everybody is open to none.
    if (type === 'AdminApprovedPreAuthorized' && isLinked) return;
    throw new NoToken("invalid_grant: user hasn't approved this consumer");
}

function checkScopes(org: SetupOrg, app: Component): void {
    const settings = org.ofApp('ExtlClntAppOauthSettings', elementOf(textOf(app), 'externalClientApplication'));
    const scopes = settings ? elementOf(textOf(settings), 'commaSeparatedOauthScopes').split(',') : [];
    if (scopes.some((scope) => scope.trim() === 'RefreshToken')) return;
    throw new NoToken(
        'invalid_request: refresh_token scope is required and the connected app should be installed and preauthorized'
    );
}
