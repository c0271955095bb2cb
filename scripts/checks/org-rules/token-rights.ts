import { childrenNamed, textOf } from '../metadata-element.ts';
import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';

const OBJECT = 'UserExternalCredential';
const RIGHTS = ['allowCreate', 'allowDelete', 'allowEdit', 'allowRead'];

/**
 * The platform keeps the token of a per-user principal in a record of the user's, and makes, reads, replaces and removes
 * it with the user's own rights.
 */
export function checkTokenRights(org: Org): Problem[] {
    return org.permissionSets
        .filter(({ root }) => childrenNamed(root, 'externalCredentialPrincipalAccesses').length > 0)
        .flatMap(({ path: file, root }) => {
            const rights = childrenNamed(root, 'objectPermissions').find((each) => textOf(each, 'object') === OBJECT);
            return RIGHTS.filter((right) => rights === undefined || textOf(rights, right) !== 'true').map((right) => ({
                file,
                message: `grants a principal, and not ${right} on ${OBJECT}`
            }));
        });
}
