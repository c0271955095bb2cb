import { z } from 'zod';
import { soqlList } from './soql.ts';

const answer = z.object({
    records: z.array(z.object({ DeveloperName: z.string(), NamespacePrefix: z.string().nullish() }))
});

/**
 * Asks which of some custom permissions the running user holds. `UserSetupEntityAccess` lists the permissions
 * of the user who asks and needs no right to see the set-up (object reference, API 48 and later).
 * @param names `Name` or `Namespace.Name`
 */
export function heldPermissionsQuery(names: readonly string[]): string {
    const developerNames = new Set(names.map((name) => name.slice(name.indexOf('.') + 1)));
    return (
        'SELECT DeveloperName, NamespacePrefix FROM UserSetupEntityAccess ' +
        `WHERE DeveloperName IN ${soqlList(developerNames)}`
    );
}

/** Those of `names` that the answer lists; a permission of the same name from another namespace does not count. */
export function parseHeldPermissions(body: unknown, names: readonly string[]): ReadonlySet<string> {
    const held = new Set(
        answer
            .parse(body)
            .records.map(({ DeveloperName, NamespacePrefix }) =>
                (NamespacePrefix ? `${NamespacePrefix}.${DeveloperName}` : DeveloperName).toLowerCase()
            )
    );
    // Salesforce takes API names in any case, and so may the tenants file.
    return new Set(names.filter((name) => held.has(name.toLowerCase())));
}
