import path from 'node:path';
import { begin } from './begin.ts';
import type { Console } from './console.ts';
import { asTrouble } from './install.ts';
import { APP, BASE_SET, CODE, CREDENTIAL, GROUPS } from './layout.ts';
import type { ComponentName, OrgPort } from './org/port.ts';
import type { Report, StepReport } from './report.ts';
import { wordsForBrokenOff } from './report.ts';
import { soqlList } from './soql.ts';
import { refused } from './steps/refusals.ts';
import { EXIT, Trouble } from './trouble.ts';
import type { UninstallOptions } from './uninstall-options.ts';

/** What an uninstallation works with. */
export interface UninstallDeps {
    options: UninstallOptions;
    project: string;
    console: Console;
    /** @throws Trouble */
    openOrg(): Promise<OrgPort>;
}

/** What is taken out in one go. Each refers to those after it, so they go in this order. */
interface Part {
    title: string;
    components(org: OrgPort, project: string): Promise<ComponentName[]>;
    /** Done before it is deleted. */
    before?(org: OrgPort): Promise<void>;
}

const GROUP_NAMES = Object.values(GROUPS);

const PARTS: readonly Part[] = [
    {
        title: 'Permission set groups and who has them',
        components: () => Promise.resolve(named('PermissionSetGroup', GROUP_NAMES)),
        before: endAssignments
    },
    {
        title: 'Credentials',
        components: () =>
            Promise.resolve([
                ...named('PermissionSet', [BASE_SET]),
                ...named('NamedCredential', [CREDENTIAL]),
                ...named('ExternalCredential', [CREDENTIAL])
            ])
    },
    { title: 'External client app', components: () => Promise.resolve(named('ExternalClientApplication', [APP])) },
    {
        title: 'Code',
        components: (org, project) => org.namesIn(project, [path.join(project, CODE)])
    }
];

export const UNINSTALL_TITLES = PARTS.map(({ title }) => title);

/** What stays, and why. */
const LEAVES: readonly string[] = [
    'The certificate GoTallo_JWT: other things may sign with it. Setup > Certificate and Key Management deletes it.',
    'The languages that are on. Translations go with the labels that they translate.',
    'The user and the app of the live cards, if you made them: docs/admin-setup.md, "Live cards".',
    "What GoTallo and the proxy know: blocks stay as they are. The operator removes this org from the proxy's tenants.json, and the webhook in GoTallo Configuration.",
    'Login history, debug logs, and published events, until Salesforce removes them.'
];

/** Takes out what the installation put in, and never throws: what went wrong stands in the report. */
export async function uninstall(deps: UninstallDeps, report: Report): Promise<void> {
    const { console, options } = deps;
    try {
        const { org, facts } = await begin(deps, report);
        await ask(deps, `${facts.name} (${facts.orgId})`);
        for (const [index, part] of PARTS.entries()) {
            await takeOut(part, report.steps[index] as StepReport, { ...deps, org });
        }
        report.left = LEAVES;
        console.say('\nWhat it leaves');
        LEAVES.forEach((words) => console.say(`  - ${words}`));
    } catch (error) {
        const { message, mend, exitCode } = asTrouble(error, options.target);
        report.trouble = { words: message, mend };
        report.exitCode = exitCode;
        console.say(`\n✗ ${message}\n  ${mend}`);
        if (exitCode === EXIT.stepFailed) wordsForBrokenOff(report).forEach((line) => console.say(`  ${line}`));
    }
}

async function ask({ options, console }: UninstallDeps, org: string): Promise<void> {
    if (options.isYes || options.isDryRun) return;
    const answer = await console.ask(`Agents of ${org} can no longer block anybody then. Type yes to go on:`);
    if (answer?.toLowerCase() === 'yes') return;
    throw new Trouble('Nothing was changed.', 'Add --yes to take it out without a question.', EXIT.obstacles);
}

async function takeOut(
    part: Part,
    entry: StepReport,
    { org, project, options, console }: UninstallDeps & { org: OrgPort }
): Promise<void> {
    const sign = `[${entry.number}/${PARTS.length}] ${part.title}`;
    entry.state = 'failed';
    const there = await thoseThere(org, await part.components(org, project));
    if (there.length === 0) {
        Object.assign(entry, { state: 'there before', words: 'not there' });
        return console.say(`${sign}: not there`);
    }
    const words = partsIn(there.length);
    if (options.isDryRun) {
        Object.assign(entry, { state: 'would be done', words });
        return console.say(`${sign}: ${words} would be deleted`);
    }
    await part.before?.(org);
    const outcome = await org.delete(there, (text) => console.progress(text));
    if (outcome.failures.length > 0) throw refused(`${part.title} cannot be deleted`, outcome);
    const deleted = partsIn(outcome.changed.length);
    Object.assign(entry, { state: 'done', words: deleted });
    console.say(`${sign}: ${deleted} deleted`);
}

function partsIn(count: number): string {
    return `${count} ${count === 1 ? 'part' : 'parts'}`;
}

/** To delete what is not there is only noise. */
async function thoseThere(org: OrgPort, components: readonly ComponentName[]): Promise<ComponentName[]> {
    const types = [...new Set(components.map(({ type }) => type))];
    const lists = await Promise.all(types.map(async (type) => [type, await org.list(type)] as const));
    const names = new Map(lists.map(([type, found]) => [type, new Set(found.map(({ name }) => name))]));
    return components.filter(({ type, name }) => names.get(type)?.has(name) === true);
}

async function endAssignments(org: OrgPort): Promise<void> {
    const rows = await org.query<{ Id: string }>(
        `SELECT Id FROM PermissionSetAssignment WHERE PermissionSetGroup.DeveloperName IN (${soqlList(GROUP_NAMES)})`
    );
    for (const { Id } of rows) await org.remove('PermissionSetAssignment', Id);
}

function named(type: string, names: readonly string[]): ComponentName[] {
    return names.map((name) => ({ type, name }));
}
