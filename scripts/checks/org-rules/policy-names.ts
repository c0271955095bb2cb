import { textOf } from '../metadata-element.ts';
import type { MetadataFile, Org } from '../org.ts';
import type { Problem } from '../problem.ts';

/**
 * Salesforce makes the policies of an app itself, as soon as the app and its OAuth settings are there. A file of another
 * name would be a second policy of the same app, which the org refuses as a duplicate.
 */
export function checkPolicyNames(org: Org): Problem[] {
    const parts = (suffix: string): MetadataFile[] =>
        org.clientAppParts.filter(({ path }) => path.endsWith(`${suffix}-meta.xml`));
    const appOf = ({ root }: MetadataFile): string => textOf(root, 'externalClientApplication') ?? '';
    const settingsOf = (policy: MetadataFile): string =>
        parts('.ecaOauth').find((settings) => appOf(settings) === appOf(policy))?.name ?? '';
    return [
        ...parts('.ecaOauthPlcy').flatMap((policy) => nameFault(policy, `${settingsOf(policy)}_defaultPolicy`)),
        ...parts('.ecaPlcy').flatMap((policy) => nameFault(policy, `${appOf(policy)}_defaultPolicy`))
    ];
}

function nameFault({ path: file, name }: MetadataFile, expected: string): Problem[] {
    return name === expected ? [] : [{ file, message: `Salesforce names this policy ${expected}` }];
}
