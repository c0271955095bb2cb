import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { METADATA_FOLDERS } from '../metadata-folders.ts';
import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';

/** The API version with which each of the newer types came (Metadata API Developer Guide, "Version" of each type). */
const SINCE: Readonly<Record<string, number>> = {
    ExternalClientApplication: 59,
    ExternalCredential: 56,
    ExtlClntAppConfigurablePolicies: 60,
    ExtlClntAppGlobalOauthSettings: 59,
    ExtlClntAppOauthConfigurablePolicies: 59,
    ExtlClntAppOauthSettings: 59,
    PermissionSetGroup: 45
};

/** A deployment speaks the project's API version; what that version does not know yet is an unknown type there. */
export async function checkApiVersions({ root, files }: Org): Promise<Problem[]> {
    const project = JSON.parse(await readFile(path.join(root, 'sfdx-project.json'), 'utf8')) as {
        sourceApiVersion: string;
    };
    const used = Number(project.sourceApiVersion);
    const problem = (file: string, message: string): Problem => ({ file, message });
    return files.flatMap(({ path: file, text }) => {
        const own = Number(/<apiVersion>([\d.]+)<\/apiVersion>/.exec(text)?.[1] ?? 0);
        const kind = Object.values(METADATA_FOLDERS)
            .flat()
            .find(({ suffix }) => file.endsWith(suffix));
        const since = SINCE[kind?.typeName ?? ''] ?? 0;
        return [
            ...(own > used ? [problem(file, `apiVersion ${own} is newer than sourceApiVersion ${used}`)] : []),
            ...(since > used
                ? [problem(file, `${kind?.typeName} needs API version ${since}; sourceApiVersion is ${used}`)]
                : [])
        ];
    });
}
