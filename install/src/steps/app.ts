import type { InstallContext } from '../context.ts';
import { APP, ORG_SETUP, metadataFolder } from '../layout.ts';
import path from 'node:path';
import type { DeployOutcome } from '../org/port.ts';
import { withValues } from '../values.ts';
import { refused } from './refusals.ts';
import { there, todo, type Step } from './step.ts';

const FOLDERS = ['externalClientApps', 'extlClntAppGlobalOauthSets', 'extlClntAppOauthSettings'];

/** The external client app, with the public part of the certificate, and what its tokens may be used for. */
export const appStep: Step = {
    title: 'External client app',
    look: async (context) => {
        const isThere = (await context.org.list('ExternalClientApplication')).some(({ name }) => name === APP);
        const { changed } = await deployApp(context, true);
        if (!isThere) return todo(`${APP} is not there yet`);
        if (changed.length === 0) return there(`${APP}, with the present certificate`);
        return todo(`different: ${changed.join(', ')}`);
    },
    doIt: async (context) => {
        const { changed } = await deployApp(context, false);
        context.memory.hasNewApp = changed.some((name) => name.startsWith('ExternalClientApplication '));
        return `${APP} is in the org`;
    }
};

async function deployApp(context: InstallContext, isDryRun: boolean): Promise<DeployOutcome> {
    const { org, project, options, facts, memory } = context;
    const values = {
        GOTALLO_CONTACT_EMAIL: options.contact ?? facts.email,
        GOTALLO_CERTIFICATE_BASE64: memory.certificate?.base64 ?? ''
    };
    const sources = FOLDERS.map((folder) => path.join(project, metadataFolder(ORG_SETUP, folder)));
    const outcome = await withValues(values, () => org.deploy({ project, sources, isDryRun, tests: [] }));
    if (outcome.failures.length > 0) throw refused('The external client app cannot be deployed', outcome);
    return outcome;
}
