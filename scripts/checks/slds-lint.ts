import { realpath } from 'node:fs/promises';
import { lint } from '@salesforce-ux/slds-linter/executor';

/** What the linter says about a file. */
export interface LintedFile {
    filePath: string;
    errors: { line: number; message: string }[];
    warnings: { line: number; message: string }[];
}

/** Lints the folder given as the only argument and prints the result as JSON; started by slds.ts. */
const [directory = '.'] = process.argv.slice(2);
process.chdir(await realpath(process.cwd()));
process.stdout.write(JSON.stringify(await lint({ directory })));
