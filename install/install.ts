/** `bin/install`: puts everything into an org, and proves that it works. docs/install.md describes it. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { compiledCopy } from './src/build.ts';
import { programName, sameCommand } from './src/command-line.ts';
import { terminal } from './src/console.ts';
import { install } from './src/install.ts';
import { INSTALL_USAGE, parseInstallOptions } from './src/options.ts';
import { logIn } from './src/org/log-in.ts';
import { sourceApiVersion } from './src/project.ts';
import { emptyReport } from './src/report.ts';
import { endWith, optionsOrEnd, sayWhenInterrupted } from './src/run-program.ts';
import { STEPS } from './src/steps/steps.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);

const options = optionsOrEnd(() => parseInstallOptions(args), INSTALL_USAGE);
const titles = STEPS.map(({ title }) => title);
const report = emptyReport(titles, sameCommand(programName('bin/install'), args));
sayWhenInterrupted(report, options.isJson);

let copy: Promise<string> | undefined;
const compiled = (): Promise<string> => (copy ??= compiledCopy(project));
const openOrg = async () => logIn(options.target, await sourceApiVersion(project));
await install({ options, project, console: terminal(options.isJson), openOrg, compiled }, report);
endWith(report, options.isJson);
