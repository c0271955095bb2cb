import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A text file of the project. */
export interface SourceFile {
    /** Relative to the project's root, with forward slashes. */
    path: string;
    text: string;
}

/** What every org takes as it is: code, labels, permissions. */
export const ORG_SOURCE = 'force-app/main/default';

/** What is made for one org: the app, its policies, and the credentials, with the org's own values. */
const ORG_SETUP = 'org-setup/main/default';

/** Each language only where it is active. */
export const TRANSLATIONS = 'translations/main/default';

/** Everything that is deployed, in the order in which it is: each folder refers only to itself and those before it. */
export const DEPLOYED: readonly string[] = [ORG_SOURCE, ORG_SETUP, TRANSLATIONS];

const TEXT = /\.(?:xml|cls|trigger|ts|html|css)$/;

/**
 * Reads every text file that is deployed, folder by folder, sorted by path.
 * @throws Error when a folder does not exist: a check of nothing must not pass
 */
export async function readSourceFiles(root: string): Promise<SourceFile[]> {
    return (await Promise.all(DEPLOYED.map(async (folder) => await readFolder(root, folder)))).flat();
}

async function readFolder(root: string, folder: string): Promise<SourceFile[]> {
    const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true });
    const paths = entries
        .filter((entry) => entry.isFile() && TEXT.test(entry.name))
        .map((entry) => path.join(entry.parentPath, entry.name))
        .sort();
    return await Promise.all(
        paths.map(async (file) => ({
            path: path.relative(root, file).replaceAll(path.sep, '/'),
            text: await readFile(file, 'utf8')
        }))
    );
}

/** The folder of `DEPLOYED` that a file lies in. */
export function deployedFolderOf(file: string): string {
    return DEPLOYED.find((folder) => file.startsWith(`${folder}/`)) ?? '';
}

/** The name of a file without its suffix; null when it has another one. */
export function nameWithout(suffix: string, file: SourceFile): string | null {
    const name = path.posix.basename(file.path);
    return name.endsWith(suffix) ? name.slice(0, -suffix.length) : null;
}
