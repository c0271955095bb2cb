/**
 * `npm run rehearse`: bin/install with Salesforce's real libraries and the real proxy, against the local org. An empty org
 * first, then the same again, then one that is not ready.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { REPOSITORY } from '../paths.ts';
import { ADMIN, AGENT, startRehearsal, SUPERVISOR, type Rehearsal } from './rehearsal.ts';

const ALIAS = 'rehearsal';

const home = await mkdtemp(path.join(tmpdir(), 'gotallo-home-'));
const rehearsal = await startRehearsal();
const authority = path.join(home, 'authority.pem');
await writeFile(authority, rehearsal.authority);
const env = {
    ...process.env,
    // Logins are kept in a home of their own, and in a file instead of the keyring of the machine.
    ...{ HOME: home, USERPROFILE: home, SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' },
    // The proxy's certificate is known to this process only.
    ...{ NODE_EXTRA_CA_CERTS: authority, NODE_NO_WARNINGS: '1' }
};
try {
    await rehearse(rehearsal);
} finally {
    await rehearsal.stop();
    await rm(home, { recursive: true, force: true });
}

async function rehearse({ proxyUrl, orgUrl, reset }: Rehearsal): Promise<void> {
    const options = ['--target-org', ALIAS, '--proxy-url', proxyUrl];
    const people = ['--agent', AGENT, '--supervisor', SUPERVISOR];
    await logIn(orgUrl, reset());
    const first = await show('An empty org', 'install', [...options, ...people]);
    await show('The same again', 'install', [...options, ...people]);
    await show('Out of it again', 'uninstall', ['--target-org', ALIAS, '--yes']);
    const faults = { hasClientApps: false, myDomain: null, newestApiVersion: '60.0', languages: [] };
    const organization = { IsSandbox: false, OrganizationType: 'Enterprise Edition' };
    await logIn(orgUrl, reset({ traits: faults, organization, lacks: ['AuthorApex'], hasPackage: false }));
    await show('An org that is not ready', 'install', [...options, '--agent', 'nobody@sandbox.example']);
    process.exitCode = first;
}

async function logIn(orgUrl: string, token: string): Promise<void> {
    const script = `${REPOSITORY}install/test/support/save-login.ts`;
    const child = spawn(process.execPath, [script, orgUrl, token, ADMIN, ALIAS], { env, stdio: 'inherit' });
    await once(child, 'close');
}

/** Prints a command and runs it. Gives its exit code. */
async function show(title: string, program: string, args: string[]): Promise<number> {
    console.log(`\n=== ${title}\n\n$ bin/${program} ${args.join(' ')}\n`);
    const child = spawn(`${REPOSITORY}bin/${program}`, args, { env, stdio: 'inherit' });
    const [code] = (await once(child, 'close')) as [number | null];
    console.log(`\n(exit code ${code})`);
    return code ?? 1;
}
