import process from 'node:process';
import { asTrouble } from './install.ts';
import { wordsForBrokenOff, type Report } from './report.ts';
import { EXIT } from './trouble.ts';

/**
 * Reads the options; prints the usage, or what is wrong with them, and ends the process then.
 * @param parse gives null when only help is asked for
 */
export function optionsOrEnd<T>(parse: () => T | null, usage: string): T {
    try {
        const options = parse();
        if (options !== null) return options;
        process.stdout.write(`${usage}\n`);
        process.exit(EXIT.well);
    } catch (error) {
        const { message, mend, exitCode } = asTrouble(error, null);
        process.stderr.write(`${message}\n${mend}\n`);
        process.exit(exitCode);
    }
}

/** Ctrl+C in the middle: says what was done, what was not, and the command that goes on. */
export function sayWhenInterrupted(report: Report, isJson: boolean): void {
    process.once('SIGINT', () => {
        const words =
            'Interrupted. A deployment that was under way goes on in the org: it is kept as a whole or not at all.';
        report.exitCode = EXIT.interrupted;
        report.trouble = { words, mend: report.goOn };
        const lines = isJson ? [JSON.stringify(report, null, 4)] : ['', words, ...wordsForBrokenOff(report)];
        process.stdout.write(`${lines.join('\n')}\n`);
        process.exit(EXIT.interrupted);
    });
}

/** The end of a run: its document, if that is wanted, and its exit code. */
export function endWith(report: Report, isJson: boolean): void {
    if (isJson) process.stdout.write(`${JSON.stringify(report, null, 4)}\n`);
    process.exitCode = report.exitCode;
}
