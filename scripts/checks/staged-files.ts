import { runCommand } from './run-command.ts';

/** A file that the next commit changes. */
export interface StagedFile {
    /** Relative to the project's root, with forward slashes. */
    path: string;
    isDeleted: boolean;
}

/**
 * What is staged below a folder; a renamed file is a deleted and a new one.
 * @throws Error when git fails, for example outside of a checkout
 */
export async function stagedFiles(root: string): Promise<StagedFile[]> {
    const args = ['diff', '--cached', '--relative', '--no-renames', '--name-status', '-z'];
    const { exitCode, stdout, stderr } = await runCommand('git', args, root);
    if (exitCode !== 0) throw new Error(`git ended with ${exitCode}: ${stderr}`);
    return parseNameStatus(stdout);
}

/** @param list status and path in turn, each ended by a zero character */
function parseNameStatus(list: string): StagedFile[] {
    const parts = list.split('\0');
    return parts.flatMap((status, index) =>
        index % 2 === 0 && status !== '' ? [{ path: parts[index + 1] ?? '', isDeleted: status === 'D' }] : []
    );
}
