import { readOrg } from './org.ts';
import type { Problem } from './problem.ts';
import { checkApexMethods } from './references/apex-methods.ts';
import { checkBuilder } from './references/builder.ts';
import { checkCredentials } from './references/credentials.ts';
import { checkCustomMetadata } from './references/custom-metadata.ts';
import { checkLabels } from './references/labels.ts';
import { checkNamesInCode } from './references/names-in-code.ts';
import { checkPermissionSets } from './references/permission-sets.ts';
import { checkProblemCodes } from './references/problem-codes.ts';

/**
 * Names that one file takes from another exist. The platform would tell only when it deploys, and for some (labels in
 * components, credentials in Apex) only when an agent opens the page.
 */
export async function checkReferences(root: string): Promise<Problem[]> {
    const org = await readOrg(root);
    return [
        ...(await checkApexMethods(org)),
        ...checkLabels(org),
        ...checkPermissionSets(org),
        ...checkCredentials(org),
        ...checkNamesInCode(org),
        ...checkBuilder(org),
        ...checkCustomMetadata(org),
        ...(await checkProblemCodes(org))
    ];
}
