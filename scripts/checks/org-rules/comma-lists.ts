import { textOf } from '../metadata-element.ts';
import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';

/** Lists of names. Scopes are not among them: Salesforce itself writes these with a blank after the comma. */
const LISTS = ['commaSeparatedPermissionSet', 'commaSeparatedProfile'];

/** A blank belongs to the name after it, and nobody is then pre-authorized by that permission set. */
export function checkCommaLists(org: Org): Problem[] {
    return org.clientAppParts.flatMap(({ path: file, root }) =>
        LISTS.filter((list) => /\s/.test(textOf(root, list) ?? '')).map((list) => ({
            file,
            message: `${list} holds a blank`
        }))
    );
}
