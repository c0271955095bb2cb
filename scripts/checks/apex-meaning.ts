import path from 'node:path';
import { apexLibraries, SHORT_RUN } from './java.ts';
import type { Problem } from './problem.ts';
import { runCommand } from './run-command.ts';

const MAIN_CLASS = 'io.github.apexdevtools.apexls.CheckForIssues';
const CLEAN = 0;
const ISSUES_FOUND = 4;

interface Report {
    files: { path: string; messages: { start: { line: number }; category: string; message: string }[] }[];
}

/**
 * Lets apex-ls resolve every type, method, field and label that the Apex classes name, as the org would when compiling.
 * Fields in queries and names in texts stay unchecked. Needs Java.
 * @throws Error when apex-ls itself fails
 */
export async function checkApexMeaning(root: string): Promise<Problem[]> {
    // Its cache lies in the home directory and would outlive the project: -n.
    const program = ['-cp', apexLibraries(), MAIN_CLASS, '-w', root, '-n', '-d', 'warnings', '-f', 'json'];
    const { exitCode, stdout, stderr } = await runCommand('java', [...SHORT_RUN, ...program], root);
    if (exitCode !== CLEAN && exitCode !== ISSUES_FOUND) {
        throw new Error(`apex-ls ended with ${exitCode}: ${stderr || stdout}`);
    }
    const report = JSON.parse(stdout) as Report;
    return report.files.flatMap((file) =>
        file.messages.map(({ start, category, message }) => ({
            file: path.relative(root, file.path).replaceAll(path.sep, '/'),
            line: start.line,
            message: `${message} (${category})`
        }))
    );
}
