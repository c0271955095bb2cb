import { blocksOf, elementOf, textOf } from '../component.ts';
import type { Rule } from './rule.ts';

/** Metadata API, ExternalClientApplication: the feature has to be switched on ("Opt in to External Client Apps"). */
export const clientAppsAreOn: Rule = ({ type }, { org }) => {
    if (org.traits.hasClientApps || !/^(?:ExternalClientApplication|ExtlClntApp)/.test(type)) return null;
    return `INVALID_TYPE: This type of metadata is not available for this organization: ${type}`;
};

/**
 * An app has one policy of each kind, and Salesforce has made it already: a second one is refused (reported with these
 * words from an org, July 2026).
 */
export const onePolicyPerApp: Rule = (component, { org }) => {
    const isPolicy = ['ExtlClntAppOauthConfigurablePolicies', 'ExtlClntAppConfigurablePolicies'].includes(
        component.type
    );
    if (!isPolicy) return null;
    const there = org.ofApp(component.type, elementOf(textOf(component), 'externalClientApplication'));
    if (!there || there.name === component.name) return null;
    return `duplicate value found: ExternalClientApplicationId duplicates value on record with id: ${org.idOf(there)}`;
};

/** `consumerKey` cannot be changed once the settings are there. */
export const constantConsumerKey: Rule = (component, { org }) => {
    if (component.type !== 'ExtlClntAppGlobalOauthSettings') return null;
    const [wanted, has] = [elementOf(textOf(component), 'consumerKey'), org.consumerKeys.get(component.name)];
    if (wanted === '' || has === undefined || wanted === has) return null;
    return "You can't change the consumer key of an external client app.";
};

/** Global OAuth settings alone are refused; they come with OAuth settings, or to some (reported from an org at API 67). */
export const completeApp: Rule = (component, { org, incoming }) => {
    if (component.type !== 'ExtlClntAppGlobalOauthSettings') return null;
    const app = elementOf(textOf(component), 'externalClientApplication');
    const comes = incoming.some(
        (each) =>
            each.type === 'ExtlClntAppOauthSettings' && elementOf(textOf(each), 'externalClientApplication') === app
    );
    if (comes || org.ofApp('ExtlClntAppOauthSettings', app)) return null;
    return "The external client app configured in your global OAuth Settings doesn't have a valid OAuth settings configuration.";
};

/** A practitioner was refused the session time-out of the policy with these words. */
export const sessionTimeout: Rule = (component, { org }) => {
    if (component.type !== 'ExtlClntAppOauthConfigurablePolicies' || org.traits.takesSessionTimeout) return null;
    return elementOf(textOf(component), 'sessionTimeoutInMinutes') === '' ? null : 'Invalid plugin settings';
};

/** In one org, a validator wanted the claims of a credential as JSON, with these words (dry-run probes, August 2026). */
export const jsonClaims: Rule = (component, { org }) => {
    if (component.type !== 'ExternalCredential' || !org.traits.wantsJsonClaims) return null;
    for (const block of blocksOf(textOf(component), 'externalCredentialParameters')) {
        const [name, value] = [elementOf(block, 'parameterName'), elementOf(block, 'parameterValue')];
        const isClaim = elementOf(block, 'parameterType') === 'JwtBodyClaim' && !value.startsWith('{!');
        if (isClaim && !isJson(value)) return `The JWT ${name} claim has invalid JSON syntax`;
    }
    return null;
};

function isJson(text: string): boolean {
    try {
        JSON.parse(text);
        return true;
    } catch {
        return false;
    }
}
