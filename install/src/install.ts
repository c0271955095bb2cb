import { begin } from './begin.ts';
import type { Console } from './console.ts';
import type { InstallContext } from './context.ts';
import { wordsForConnection } from './org/connection-words.ts';
import type { OrgPort } from './org/port.ts';
import type { InstallOptions } from './options.ts';
import { preflight } from './preflight/preflight.ts';
import { prove } from './proof/prove.ts';
import { wordsForBrokenOff, wordsForFinding, type Report } from './report.ts';
import { runSteps } from './run-steps.ts';
import { EXIT, Trouble } from './trouble.ts';
import { whatIsLeft } from './what-is-left.ts';

/** What an installation works with. */
export interface InstallDeps {
    options: InstallOptions;
    /** The folder with sfdx-project.json. */
    project: string;
    console: Console;
    /** @throws Trouble */
    openOrg(): Promise<OrgPort>;
    /** @throws Trouble when the components do not compile */
    compiled(): Promise<string>;
}

/**
 * Installs, and never throws: what went wrong stands in the report.
 * @param report filled while it goes on, so that a signal in the middle can be answered with what was done
 */
export async function install(deps: InstallDeps, report: Report): Promise<void> {
    try {
        const { org, facts } = await begin(deps, report);
        const { console, options, project, compiled } = deps;
        await installInto({ org, facts, options, project, console, compiled, memory: {} }, report);
    } catch (error) {
        brokenOff(error, deps, report);
    }
}

async function installInto(context: InstallContext, report: Report): Promise<void> {
    const { console, options } = context;
    console.say('\nLooking whether the org is ready');
    report.findings = await preflight(context);
    report.findings.flatMap(wordsForFinding).forEach((line) => console.say(`  ${line}`));
    const obstacles = report.findings.filter(({ level }) => level === 'obstacle');
    if (obstacles.length > 0) {
        const words = `The org is not ready: ${obstacles.map(({ name }) => name).join(', ')}. Nothing was changed.`;
        throw new Trouble(words, 'Mend what is marked above, then run the same command again.', EXIT.obstacles);
    }
    console.say('  ✓ nothing is in the way\n');
    await runSteps(context, report);
    if (options.isDryRun) return console.say('\nThis was a dry run: nothing was changed.');
    await proveIt(context, report);
    report.left = whatIsLeft(context);
    console.say('\nWhat only people can do');
    report.left.forEach((words, index) => console.say(`\n${index + 1}. ${words}`));
}

async function proveIt({ console, org }: InstallContext, report: Report): Promise<void> {
    console.say('\nProof: the org calls the proxy as you');
    report.proof = await prove(org);
    const { id, words, mend } = report.proof;
    console.say(`  ${id === 'well' ? '✓' : '✗'} ${words}`);
    if (id === 'well') return;
    console.say(`    ${mend}\n    To go on: ${report.goOn}`);
    report.exitCode = EXIT.notWell;
}

function brokenOff(error: unknown, { console, options }: InstallDeps, report: Report): void {
    const trouble = asTrouble(error, options.target);
    report.trouble = { words: trouble.message, mend: trouble.mend };
    report.exitCode = trouble.exitCode;
    console.say(`\n✗ ${trouble.message}\n  ${trouble.mend}`);
    // Before the first step there is nothing to say about steps.
    if (trouble.exitCode === EXIT.stepFailed || hasBegun(report)) {
        wordsForBrokenOff(report).forEach((line) => console.say(`  ${line}`));
    }
}

function hasBegun({ steps }: Report): boolean {
    return steps.some(({ state }) => state !== 'not reached');
}

/** Everything that can go wrong, in words. */
export function asTrouble(error: unknown, target: string | null): Trouble {
    if (error instanceof Trouble) return error;
    const said = error instanceof Error ? error.message : String(error);
    const mend = 'Run the same command again. If it happens again, send these words to the developers.';
    return (
        wordsForConnection(error, target) ??
        new Trouble(`Something unexpected happened: ${said}`, mend, EXIT.unexpected)
    );
}
