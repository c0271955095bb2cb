/** `bin/install-scratch`: makes a scratch org with sample records, installs into it, and opens it. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { asTrouble } from './src/install.ts';
import { openAddress } from './src/open-address.ts';
import { proxyUrlMistake, wrongUsage } from './src/options.ts';
import { optionsOrEnd } from './src/run-program.ts';
import { makeScratchOrg } from './src/scratch.ts';

const USAGE = `bin/install-scratch --proxy-url https://… [options]

  --proxy-url URL    the public address of the proxy; one that is not there yet is possible
  --dev-hub ALIAS    left out: the default Dev Hub
  --alias ALIAS      of the new org; left out: gotallo
  --days N           how long it lives, 1 to 30; left out: 7
  --help             this text

Exit codes are those of bin/install.`;

const project = fileURLToPath(new URL('..', import.meta.url));
const options = optionsOrEnd(parse, USAGE);

try {
    const { alias, devHub, days, proxyUrl } = options;
    console.log('Making a scratch org, which takes some minutes…');
    const { username, orgId, address } = await makeScratchOrg(project, alias, devHub, days);
    console.log(`${username} (${orgId}), alias ${alias}, with an Account and a Contact.\n`);
    const args = ['--target-org', alias, '--proxy-url', proxyUrl, '--yes'];
    const { status } = spawnSync(process.execPath, [`${project}install/install.ts`, ...args], { stdio: 'inherit' });
    process.exitCode = status ?? 1;
    if (!(await openAddress(address))) console.log(`\nTo open it: sf org open --target-org ${alias}`);
} catch (error) {
    const { message, mend, exitCode } = asTrouble(error, options.devHub);
    console.error(`✗ ${message}\n  ${mend}`);
    process.exitCode = exitCode;
}

function parse() {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({
        options: { 'proxy-url': text, 'dev-hub': text, alias: text, days: text, help: { type: 'boolean' } }
    });
    if (values.help === true) return null;
    const { 'proxy-url': proxyUrl = '', alias = 'gotallo', days = '7' } = values;
    const mistake = proxyUrlMistake(proxyUrl);
    if (mistake !== null) throw wrongUsage(mistake, USAGE);
    if (!/^(?:[1-9]|[12]\d|30)$/.test(days)) throw wrongUsage(`--days ${days}: must be 1 to 30.`, USAGE);
    return { proxyUrl, alias, devHub: values['dev-hub'] ?? null, days: Number(days) };
}
