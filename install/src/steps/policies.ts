import path from 'node:path';
import type { InstallContext } from '../context.ts';
import { APP, BASE_SET, OAUTH_SETTINGS, ORG_SETUP, metadataFolder } from '../layout.ts';
import type { OrgPort } from '../org/port.ts';
import { withStaged, filesOf } from '../project.ts';
import { soqlText } from '../soql.ts';
import { refused } from './refusals.ts';
import { there, todo, type Step } from './step.ts';
import { firstAccepted, type Variant } from './variants.ts';

/** The two policies of an app: their type, folder, the end of their files, and the name that Salesforce gives them. */
const POLICIES = [
    {
        type: 'ExtlClntAppConfigurablePolicies',
        folder: 'extlClntAppPolicies',
        end: 'ecaPlcy',
        usual: `${APP}_defaultPolicy`
    },
    {
        type: 'ExtlClntAppOauthConfigurablePolicies',
        folder: 'extlClntAppOauthPolicies',
        end: 'ecaOauthPlcy',
        usual: `${OAUTH_SETTINGS}_defaultPolicy`
    }
] as const;

/** A practitioner was refused this element with "Invalid plugin settings"; the default is then the org's. */
const TIMEOUT = /\s*<!--[^>]*-->\s*<sessionTimeoutInMinutes>.*?<\/sessionTimeoutInMinutes>/s;
const VARIANTS: readonly Variant[] = [(text: string) => text, (text: string) => text.replace(TIMEOUT, '')].map(
    (change) => ({ deploy: (context, isDryRun) => deployPolicies(context, change, isDryRun) })
);
const ASKED = { what: "The app's policies cannot be deployed", goesOn: /invalid plugin settings/i };

/** Who may use the app. Salesforce makes the policies itself, so they are deployed under the names that it gave them. */
export const policiesStep: Step = {
    title: 'Policies of the app',
    look: async (context) => {
        const { outcome } = await firstAccepted(context, VARIANTS, ASKED);
        if (outcome.changed.length > 0) return todo(`only people with ${BASE_SET} may use the app`);
        if (await isLinked(context.org)) return there(`only people with ${BASE_SET} may use the app`);
        return todo(`${BASE_SET} is not linked to the app yet`);
    },
    doIt: async (context) => {
        const { variant, outcome: tried } = await firstAccepted(context, VARIANTS, ASKED);
        if (tried.changed.length > 0) {
            const outcome = await variant.deploy(context, false);
            if (outcome.failures.length > 0) throw refused(ASKED.what, outcome);
        }
        if (await isLinked(context.org)) return `only people with ${BASE_SET} may use the app`;
        // Seen in the wild: the policy is deployed, and its permission sets are not linked.
        const { set, app } = await linkIds(context.org);
        await context.org.create('SetupEntityAccess', { ParentId: set, SetupEntityId: app });
        return `only people with ${BASE_SET} may use the app; the link was made by itself`;
    }
};

async function deployPolicies(context: InstallContext, change: (text: string) => string, isDryRun: boolean) {
    const { org, project } = context;
    const folders = POLICIES.map(({ folder }) => metadataFolder(ORG_SETUP, folder));
    return withStaged(project, folders, async (staged) => {
        for (const policy of POLICIES) {
            const name = await nameInOrg(context, policy);
            const folder = metadataFolder(ORG_SETUP, policy.folder);
            const [file = ''] = await filesOf(project, folder);
            const own = file.replace(`.${policy.end}-meta.xml`, '');
            const rename = (text: string): string => change(text.replace(`<label>${own}<`, `<label>${name}<`));
            await staged.edit(`${folder}/${file}`, rename, `${folder}/${name}.${policy.end}-meta.xml`);
        }
        const sources = folders.map((folder) => path.join(staged.project, folder));
        return org.deploy({ project: staged.project, sources, isDryRun, tests: [] });
    });
}

/** An app that was made in Setup has other policies than one that was deployed. */
async function nameInOrg({ org }: InstallContext, { type, usual }: (typeof POLICIES)[number]): Promise<string> {
    const names = (await org.list(type)).map(({ name }) => name);
    if (names.includes(usual)) return usual;
    const files = await org.retrieve(names.map((name) => ({ type, name })));
    const element = `<externalClientApplication>${APP}</externalClientApplication>`;
    const found = [...files].find(([, text]) => text.includes(element))?.[0];
    return found === undefined ? usual : path.posix.basename(found).replace(/\.\w+$/, '');
}

async function isLinked(org: OrgPort): Promise<boolean> {
    const { set, app } = await linkIds(org);
    const rows = await org.query(
        `SELECT Id FROM SetupEntityAccess WHERE ParentId = ${soqlText(set)} AND SetupEntityId = ${soqlText(app)}`
    );
    return rows.length > 0;
}

async function linkIds(org: OrgPort): Promise<{ set: string; app: string }> {
    const [row] = await org.query<{ Id: string }>(`SELECT Id FROM PermissionSet WHERE Name = ${soqlText(BASE_SET)}`);
    const app = (await org.list('ExternalClientApplication')).find(({ name }) => name === APP);
    return { set: row?.Id ?? '', app: app?.id ?? '' };
}
