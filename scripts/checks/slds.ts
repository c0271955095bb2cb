import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from './problem.ts';
import { runCommand } from './run-command.ts';
import type { LintedFile } from './slds-lint.ts';
import { ORG_SOURCE } from './source-files.ts';

/**
 * Runs the linter of the Salesforce Lightning Design System over templates and styles. Its findings are warnings, which
 * nobody reads; here each is a problem.
 * @throws Error when the linter itself fails
 */
export async function checkSlds(root: string): Promise<Problem[]> {
    // A process of its own, because the linter takes only files below its working directory.
    const lint = fileURLToPath(import.meta.resolve('./slds-lint.ts'));
    const { exitCode, stdout, stderr } = await runCommand(process.execPath, [lint, `${ORG_SOURCE}/lwc`], root);
    if (exitCode !== 0) throw new Error(`slds-linter ended with ${exitCode}: ${stderr}`);
    const files = JSON.parse(stdout) as LintedFile[];
    if (files.length === 0) return [{ file: `${ORG_SOURCE}/lwc`, message: 'holds no template and no style' }];
    return files.flatMap((file) =>
        [...file.errors, ...file.warnings].map(({ line, message }) => ({
            file: path.relative(root, file.filePath).replaceAll(path.sep, '/'),
            line,
            message: plainMessage(message)
        }))
    );
}

/** Some rules wrap their message into JSON, followed by the name of the rule. */
function plainMessage(message: string): string {
    const [, json, rule] = /^(\{.*\}) (\([\w/-]+\))$/s.exec(message) ?? [];
    if (json === undefined) return message;
    const { message: inner } = JSON.parse(json) as { message: string };
    return inner.endsWith(rule ?? '') ? inner : `${inner} ${rule}`;
}
