import { sourceApiVersion } from '../project.ts';
import { setupLink } from '../setup-links.ts';
import type { InstallContext } from '../context.ts';
import { obstacle, type Finding, type PreflightCheck } from './finding.ts';

/** Editions without Apex, in which no code of one's own can be deployed. */
const WITHOUT_APEX = ['Team Edition', 'Base Edition', 'Starter Edition', 'Professional Edition', 'Personal Edition'];

/** Apex and the Metadata API come with Enterprise, Performance, Unlimited and Developer Edition. */
export const checkEdition: PreflightCheck = ({ facts }) => {
    if (!WITHOUT_APEX.includes(facts.edition)) return Promise.resolve([]);
    const what = `This is a ${facts.edition} org, into which no Apex can be deployed.`;
    return Promise.resolve([
        obstacle('edition', what, 'Choose an org of Enterprise, Performance, Unlimited or Developer Edition.')
    ]);
};

/** Tokens are asked for at My Domain. */
export const checkMyDomain: PreflightCheck = ({ facts }) => {
    if (facts.myDomain !== null) return Promise.resolve([]);
    const mend = `Switch it on: ${setupLink(facts.instanceUrl, 'myDomain')}`;
    return Promise.resolve([obstacle('My Domain', 'The org has no My Domain, where tokens are asked for.', mend)]);
};

/** A type of metadata that the org does not list is a feature that is off. */
export const checkClientApps: PreflightCheck = async ({ org, facts }) => {
    if ((await org.types()).includes('ExternalClientApplication')) return [];
    const what = 'External Client Apps are switched off in this org.';
    const mend = `Setup > External Client Apps > Settings > Opt in to External Client Apps: ${setupLink(facts.instanceUrl, 'clientApps')}`;
    return [obstacle('External Client Apps', what, mend)];
};

export const checkApiVersion: PreflightCheck = async ({ org, project }) => {
    const [has, needs] = [await org.newestApiVersion(), await sourceApiVersion(project)];
    if (Number(has) >= Number(needs)) return [];
    const what = `The org speaks API ${has}, and this is written for ${needs}.`;
    return [obstacle('API version', what, 'Wait for the next release of Salesforce in this org, or use another org.')];
};

/**
 * A production org is only changed when somebody says so, here or by --yes.
 * @param isReady whether nothing else is in the way; otherwise the question is not worth asking yet
 */
export async function checkProduction(context: InstallContext, isReady: boolean): Promise<Finding[]> {
    const { facts, options, console } = context;
    if (!facts.isProduction || options.isYes || options.isDryRun) return [];
    const what = `${facts.name} (${facts.orgId}) is a production org.`;
    const answer = isReady ? await console.ask(`${what} Type yes to go on:`) : null;
    if (answer?.toLowerCase() === 'yes') return [];
    return [obstacle('production', what, 'Try it in a sandbox first; then add --yes.')];
}
