import { checkApiVersions } from './org-rules/api-versions.ts';
import { checkCommaLists } from './org-rules/comma-lists.ts';
import { checkJwtScopes } from './org-rules/jwt-scopes.ts';
import { checkLanguages } from './org-rules/languages.ts';
import { checkLocalizedNames } from './org-rules/localized-names.ts';
import { checkPackageOrder } from './org-rules/package-order.ts';
import { checkPolicyNames } from './org-rules/policy-names.ts';
import { checkRestrictedValues } from './org-rules/restricted-values.ts';
import { checkTokenRights } from './org-rules/token-rights.ts';
import { readOrg } from './org.ts';
import type { Org } from './org.ts';
import type { Problem } from './problem.ts';

/**
 * What an org enforces, or does by itself, beyond names and types. Each has its row, with its source, in
 * docs/org-rules.md.
 */
export const ORG_RULES: Readonly<Record<string, (org: Org) => Problem[] | Promise<Problem[]>>> = {
    'api-versions': checkApiVersions,
    'comma-lists': checkCommaLists,
    'jwt-scopes': checkJwtScopes,
    languages: checkLanguages,
    'localized-names': checkLocalizedNames,
    'package-order': checkPackageOrder,
    'policy-names': checkPolicyNames,
    'restricted-values': checkRestrictedValues,
    'token-rights': checkTokenRights
};

/** Everything an org would refuse, or take and then fail on, each with the name of its rule. */
export async function checkOrgRules(root: string): Promise<Problem[]> {
    const org = await readOrg(root);
    const found = await Promise.all(
        Object.entries(ORG_RULES).map(async ([name, check]) =>
            (await check(org)).map((problem) => ({ ...problem, message: `${problem.message} (${name})` }))
        )
    );
    return found.flat();
}
