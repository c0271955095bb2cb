import { spawn } from 'node:child_process';

/** How a command ended. */
export interface CommandResult {
    /** Null when a signal ended it. */
    exitCode: number | null;
    stdout: string;
    stderr: string;
}

/**
 * Runs a command to its end, whatever its exit code.
 * @throws Error with code `ENOENT` when there is no such command
 */
export async function runCommand(command: string, args: string[], cwd: string): Promise<CommandResult> {
    return await new Promise((resolve, reject) => {
        const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
        let stdout = '';
        let stderr = '';
        child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
        child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
        child.on('error', reject);
        child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
    });
}
