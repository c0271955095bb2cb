import { orgOf } from '../org.ts';
import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';
import { checkBuilder } from '../references/builder.ts';
import { checkCredentials } from '../references/credentials.ts';
import { checkCustomMetadata } from '../references/custom-metadata.ts';
import { checkNamesInCode } from '../references/names-in-code.ts';
import { checkPermissionSets } from '../references/permission-sets.ts';
import { DEPLOYED, deployedFolderOf, ORG_SOURCE } from '../source-files.ts';

/** Only the org that has it can give it a value. */
const PER_ORG = /REPLACE_[A-Z]|<certificate>|<consumerKey>/;

/**
 * Each package directory deploys in one call into an org that has only those before it, and the first into any org. So
 * none refers to a later one, and the first has nothing that only one org can have.
 */
export function checkPackageOrder(org: Org): Problem[] {
    const late = DEPLOYED.flatMap((folder, index) => {
        const known = DEPLOYED.slice(0, index + 1);
        const part = orgOf(
            org.root,
            org.files.filter(({ path }) => known.includes(deployedFolderOf(path)))
        );
        // Apex names its credential in text, which is looked up when it calls.
        return referenceProblems({ ...part, namedCredentials: org.namedCredentials })
            .filter(({ file }) => deployedFolderOf(file) === folder)
            .map((problem) => ({ ...problem, message: `${problem.message} when only ${known.join(', ')} is there` }));
    });
    const perOrg = org.files
        .filter(({ path, text }) => deployedFolderOf(path) === ORG_SOURCE && PER_ORG.test(text))
        .map(({ path: file }) => ({
            file,
            message: `holds what only one org has; it belongs outside of ${ORG_SOURCE}`
        }));
    return [...late, ...perOrg];
}

function referenceProblems(org: Org): Problem[] {
    return [
        ...checkBuilder(org),
        ...checkCredentials(org),
        ...checkCustomMetadata(org),
        ...checkNamesInCode(org),
        ...checkPermissionSets(org)
    ];
}
