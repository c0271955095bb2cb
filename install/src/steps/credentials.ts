import path from 'node:path';
import type { InstallContext } from '../context.ts';
import { CERTIFICATE, CREDENTIAL, ORG_SETUP, metadataFolder } from '../layout.ts';
import { withStaged, type Staged } from '../project.ts';
import { Trouble } from '../trouble.ts';
import { withValues, type OrgValues } from '../values.ts';
import { refused } from './refusals.ts';
import { there, todo, type Step } from './step.ts';
import { firstAccepted, type Variant } from './variants.ts';

const FOLDERS = ['externalCredentials', 'namedCredentials', 'permissionsets', 'permissionsetgroups'];
const FILE = `${metadataFolder(ORG_SETUP, 'externalCredentials')}/${CREDENTIAL}.externalCredential-meta.xml`;

/** Whether claims are bare values or JSON is not documented for this kind of credential, so the org is asked. */
const VARIANTS: readonly Variant[] = [(text: string) => text, (text: string) => `"${text}"`].map((write) => ({
    deploy: (context, isDryRun) => deployCredentials(context, write, isDryRun)
}));
const ASKED = { what: 'The credentials cannot be deployed', goesOn: /invalid JSON syntax/i };

/** The credentials, who may use them, and the permission set groups of the personas. */
export const credentialsStep: Step = {
    title: 'Credentials and permission set groups',
    look: async (context) => {
        const { outcome } = await firstAccepted(context, VARIANTS, ASKED);
        if (outcome.changed.length === 0) return there('as they should be');
        return todo(`new or different: ${outcome.changed.map((name) => name.split(' ')[1]).join(', ')}`);
    },
    doIt: async (context) => {
        const { variant } = await firstAccepted(context, VARIANTS, ASKED);
        const outcome = await variant.deploy(context, false);
        if (outcome.failures.length > 0) throw refused(ASKED.what, outcome);
        return `${outcome.total} parts are in the org`;
    }
};

async function deployCredentials(context: InstallContext, write: (claim: string) => string, isDryRun: boolean) {
    const { org, project } = context;
    const values = valuesFor(context, write);
    return withStaged(project, [ORG_SETUP], async (staged) => {
        await nameCertificate(context, staged);
        const sources = FOLDERS.map((folder) => path.join(staged.project, metadataFolder(ORG_SETUP, folder)));
        return withValues(values, () => org.deploy({ project: staged.project, sources, isDryRun, tests: [] }));
    });
}

/** A renewed certificate has another name than the file says. */
async function nameCertificate({ memory }: InstallContext, staged: Staged): Promise<void> {
    const name = memory.certificate?.name ?? CERTIFICATE;
    const element = (each: string): string => `<certificate>${each}</certificate>`;
    await staged.edit(FILE, (text) => text.replace(element(CERTIFICATE), element(name)));
}

function valuesFor({ facts, options, memory }: InstallContext, write: (claim: string) => string): Partial<OrgValues> {
    const { myDomain } = facts;
    if (myDomain === null || memory.consumerKey === undefined) {
        throw new Trouble('My Domain or the consumer key is not known.', 'Run the same command again.');
    }
    return {
        GOTALLO_MY_DOMAIN_HOST: myDomain,
        GOTALLO_CONSUMER_KEY: write(memory.consumerKey),
        GOTALLO_TOKEN_AUDIENCE: write(options.audience ?? `https://${myDomain}`),
        GOTALLO_PROXY_URL: options.proxyUrl
    };
}
