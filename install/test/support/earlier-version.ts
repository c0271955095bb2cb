import type { Component } from '../../../sandbox/org/metadata/component.ts';
import type { SetupOrg } from '../../../sandbox/org/metadata/setup-org.ts';

const APP = '<externalClientApplication>GoTallo_Proxy</externalClientApplication>';
const SETS = ['GoTallo_Agent', 'GoTallo_Supervisor', 'GoTallo_Viewer'];

/**
 * An org with the version before: each persona a permission set of its own, no scope RefreshToken, three sets in the policy
 * with blanks between them. It was set up by hand, so everything lies where admins put it.
 */
export function earlierVersion(org: SetupOrg, proxyUrl: string, agent: string): void {
    const set = (type: string, name: string, file: string, xml: string): void =>
        org.set(component(type, name, file, `<${type}>${xml}</${type}>`));
    org.set(component('Certificate', 'GoTallo_JWT', 'certs/GoTallo_JWT.crt', 'made in Setup'));
    set('ExternalClientApplication', 'GoTallo_Proxy', 'externalClientApps/GoTallo_Proxy.eca', '<label>x</label>');
    set(
        'ExtlClntAppGlobalOauthSettings',
        'GoTallo_Proxy_glbloauth',
        'extlClntAppGlobalOauthSets/GoTallo_Proxy_glbloauth.ecaGlblOauth',
        APP
    );
    set(
        'ExtlClntAppOauthSettings',
        'GoTallo_Proxy_oauth',
        'extlClntAppOauthSettings/GoTallo_Proxy_oauth.ecaOauth',
        `${APP}<commaSeparatedOauthScopes>Basic, Api</commaSeparatedOauthScopes>`
    );
    set('ExternalCredential', 'GoTallo_Proxy', 'externalCredentials/GoTallo_Proxy.externalCredential', '');
    const url = `<namedCredentialType>SecuredEndpoint</namedCredentialType><parameterValue>${proxyUrl}</parameterValue>`;
    set('NamedCredential', 'GoTallo_Proxy', 'namedCredentials/GoTallo_Proxy.namedCredential', url);
    for (const name of SETS) set('PermissionSet', name, `permissionsets/${name}.permissionset`, '<label>x</label>');
    set(
        'ExtlClntAppOauthConfigurablePolicies',
        'GoTallo_Proxy_oauth_defaultPolicy',
        'extlClntAppOauthPolicies/GoTallo_Proxy_oauth_defaultPolicy.ecaOauthPlcy',
        `${APP}<commaSeparatedPermissionSet>${SETS.join(', ')}</commaSeparatedPermissionSet>`
    );
    const [user] = org.rows('User', { Username: agent });
    const [own] = org.rows('PermissionSet', { Name: 'GoTallo_Agent' });
    org.ensureRow('PermissionSetAssignment', { AssigneeId: user?.Id ?? null, PermissionSetId: own?.Id ?? null });
}

function component(type: string, name: string, file: string, text: string): Component {
    return { type, name, files: new Map([[file, Buffer.from(text)]]) };
}
