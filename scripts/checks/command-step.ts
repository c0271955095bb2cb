import path from 'node:path';
import { runCommand } from './run-command.ts';
import type { Step } from './step.ts';

/** A step that runs a tool of a package; it fails when the tool ends with another exit code than 0. */
export function commandStep(root: string, name: string, [tool = '', ...args]: string[]): Step {
    const binary = path.join(root, 'node_modules', '.bin', tool);
    return {
        name,
        run: async () => {
            const { exitCode, stdout, stderr } = await runCommand(binary, args, root);
            return exitCode === 0 ? { kind: 'passed' } : { kind: 'failed', output: stdout + stderr };
        }
    };
}
