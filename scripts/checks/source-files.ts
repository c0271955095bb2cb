import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A text file of the project. */
export interface SourceFile {
    /** Relative to the project's root, with forward slashes. */
    path: string;
    text: string;
}

/** What is deployed lies here. */
export const ORG_SOURCE = 'force-app/main/default';

const TEXT = /\.(?:xml|cls|trigger|ts|html|css)$/;

/**
 * Reads every text file below a folder of the project, sorted by path.
 * @throws Error when the folder does not exist: a check of nothing must not pass
 */
export async function readSourceFiles(root: string, folder = ORG_SOURCE): Promise<SourceFile[]> {
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

/** The name of a file without its suffix; null when it has another one. */
export function nameWithout(suffix: string, file: SourceFile): string | null {
    const name = path.posix.basename(file.path);
    return name.endsWith(suffix) ? name.slice(0, -suffix.length) : null;
}
