import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before } from 'node:test';
import tls from 'node:tls';
import { REPOSITORY } from '../../../sandbox/paths.ts';
import {
    ADMIN,
    AGENT,
    startRehearsal,
    SUPERVISOR,
    type EmptyOrg,
    type Rehearsal
} from '../../../sandbox/rehearsal/rehearsal.ts';
import type { SetupOrg } from '../../../sandbox/org/metadata/setup-org.ts';
import { install } from '../../src/install.ts';
import { parseInstallOptions } from '../../src/options.ts';
import { logIn } from '../../src/org/log-in.ts';
import type { OrgPort } from '../../src/org/port.ts';
import { stage } from '../../src/project.ts';
import { emptyReport, type Report } from '../../src/report.ts';
import { STEPS } from '../../src/steps/steps.ts';
import { parseUninstallOptions } from '../../src/uninstall-options.ts';
import { uninstall, UNINSTALL_TITLES } from '../../src/uninstall.ts';
import { saveLogin } from './logins.ts';

export const ALIAS = 'rehearsal';
/** In milliseconds: the local org answers at once. */
const PAUSE = 5;
const GO_ON = 'bin/install …';

/** What of the project is enough to install: without the components, which make up most of its files. */
const FOLDERS = [
    ...['classes', 'customPermissions', 'objects', 'permissionsets'].map((name) => `force-app/main/default/${name}`),
    ...['org-setup', 'translations']
];

/** How a run ended, and what it printed. */
export interface Run {
    report: Report;
    printed: string;
}

export interface RunSettings {
    /** What is typed at the terminal; nobody can be asked if left out. */
    answers?: string[];
    /** Another project than the small one of this file. */
    project?: string;
    /** Stands between the installer and the org. */
    through?(org: OrgPort): OrgPort;
}

/** The org, the proxy, and a small copy of the project, for the tests of one file. */
export interface Stage {
    rehearsal(): Rehearsal;
    org(): SetupOrg;
    /** Logs in to a new org. */
    reset(empty?: EmptyOrg): Promise<void>;
    /** `--target-org` and the usual `--proxy-url` come by themselves. */
    install(args?: string[], settings?: RunSettings): Promise<Run>;
    uninstall(args?: string[]): Promise<Run>;
    open(): Promise<OrgPort>;
    /** A copy of the small project with one file changed. It goes with the test file. */
    planted(file: string, change: (text: string) => string, to?: string): Promise<string>;
    project(): string;
    /** For programs of their own: the environment in which the login is known, and the proxy trusted. */
    environment(): NodeJS.ProcessEnv;
}

/** Call it inside `describe`. */
export function stageForFile(): Stage {
    let rehearsal: Rehearsal;
    const folders: string[] = [];
    const state = { home: '', project: '' };
    const outside = { HOME: process.env['HOME'], keyring: process.env['SF_USE_GENERIC_UNIX_KEYCHAIN'] };
    const authorities = tls.getCACertificates();

    before(async () => {
        state.home = await mkdtemp(path.join(tmpdir(), 'gotallo-home-'));
        Object.assign(process.env, { HOME: state.home, SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' });
        rehearsal = await startRehearsal();
        tls.setDefaultCACertificates([...authorities, rehearsal.authority]);
        await writeFile(path.join(state.home, 'authority.pem'), rehearsal.authority);
        state.project = await stage(REPOSITORY, FOLDERS);
        folders.push(state.home, state.project);
    });
    after(async () => {
        await rehearsal.stop();
        tls.setDefaultCACertificates(authorities);
        restore('HOME', outside.HOME);
        restore('SF_USE_GENERIC_UNIX_KEYCHAIN', outside.keyring);
        for (const folder of folders) await rm(folder, { recursive: true, force: true });
    });

    const open = (): Promise<OrgPort> => logIn(ALIAS, '66.0', PAUSE);
    return {
        rehearsal: () => rehearsal,
        org: () => rehearsal.org(),
        project: () => state.project,
        open,
        reset: async (empty) => {
            const accessToken = rehearsal.reset(empty);
            await saveLogin({ instanceUrl: rehearsal.orgUrl, accessToken, username: ADMIN, alias: ALIAS });
        },
        install: async (args = [], { answers, project = state.project, through = (org: OrgPort) => org } = {}) => {
            const target = args.includes('--target-org') ? [] : ['--target-org', ALIAS];
            const proxy = args.includes('--proxy-url') ? [] : ['--proxy-url', rehearsal.proxyUrl];
            const options = parseInstallOptions([...target, ...proxy, ...args]);
            if (options === null) throw new Error('That asks for help only.');
            const report = emptyReport(
                STEPS.map(({ title }) => title),
                GO_ON
            );
            const { console, printed } = recorder(answers);
            const openOrg = async (): Promise<OrgPort> => through(await logIn(options.target, '66.0', PAUSE));
            await install({ options, project, console, openOrg, compiled: () => Promise.resolve(project) }, report);
            return { report, printed: printed.join('\n') };
        },
        uninstall: async (args = []) => {
            const options = parseUninstallOptions(['--target-org', ALIAS, ...args]);
            if (options === null) throw new Error('That asks for help only.');
            const report = emptyReport(UNINSTALL_TITLES, 'bin/uninstall …');
            const { console, printed } = recorder();
            await uninstall({ options, project: state.project, console, openOrg: open }, report);
            return { report, printed: printed.join('\n') };
        },
        planted: async (file, change, to = file) => {
            const copy = await stage(state.project, ['force-app', 'org-setup', 'translations']);
            folders.push(copy);
            const text = await readFile(path.join(copy, file), 'utf8');
            await rm(path.join(copy, file));
            await writeFile(path.join(copy, to), change(text));
            return copy;
        },
        environment: () => ({
            ...process.env,
            ...{ HOME: state.home, USERPROFILE: state.home, SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' },
            ...{ NODE_EXTRA_CA_CERTS: path.join(state.home, 'authority.pem'), NODE_NO_WARNINGS: '1' }
        })
    };
}

/** The people for whom most tests install. */
export const PEOPLE = ['--agent', AGENT, '--supervisor', SUPERVISOR];

function recorder(answers?: string[]) {
    const printed: string[] = [];
    const console = {
        say: (line: string) => void printed.push(line),
        progress: () => undefined,
        ask: (question: string) => {
            printed.push(question);
            return Promise.resolve(answers?.shift() ?? null);
        }
    };
    return { console, printed };
}

function restore(name: string, value: string | undefined): void {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
}
