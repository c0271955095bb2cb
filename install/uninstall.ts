/** `bin/uninstall`: takes out of an org what `bin/install` put in. docs/install.md describes it. */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { programName, sameCommand } from './src/command-line.ts';
import { terminal } from './src/console.ts';
import { logIn } from './src/org/log-in.ts';
import { sourceApiVersion } from './src/project.ts';
import { emptyReport } from './src/report.ts';
import { endWith, optionsOrEnd, sayWhenInterrupted } from './src/run-program.ts';
import { parseUninstallOptions, UNINSTALL_USAGE } from './src/uninstall-options.ts';
import { uninstall, UNINSTALL_TITLES } from './src/uninstall.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const args = process.argv.slice(2);

const options = optionsOrEnd(() => parseUninstallOptions(args), UNINSTALL_USAGE);
const report = emptyReport(UNINSTALL_TITLES, sameCommand(programName('bin/uninstall'), args));
sayWhenInterrupted(report, options.isJson);

const openOrg = async () => logIn(options.target, await sourceApiVersion(project));
await uninstall({ options, project, console: terminal(options.isJson), openOrg }, report);
endWith(report, options.isJson);
