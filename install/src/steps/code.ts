import path from 'node:path';
import type { InstallContext } from '../context.ts';
import { CODE, metadataFolder } from '../layout.ts';
import type { DeployOutcome } from '../org/port.ts';
import { filesOf } from '../project.ts';
import { refused } from './refusals.ts';
import { there, todo, type Step } from './step.ts';

/** Everything that fits any org. The org tries it first, and says what is new to it. */
export const codeStep: Step = {
    title: 'Code',
    look: async (context) => {
        context.console.progress('compiling the components');
        await context.compiled();
        const { changed, total } = await deployCode(context, true);
        if (changed.length === 0) return there(`all ${total} parts are as they should be`);
        return todo(`${changed.length} of ${total} parts are new or different`);
    },
    doIt: async (context) => {
        const { total } = await deployCode(context, false);
        return `${total} parts are in the org`;
    }
};

async function deployCode(context: InstallContext, isDryRun: boolean): Promise<DeployOutcome> {
    const { org, console } = context;
    const project = await context.compiled();
    const does = isDryRun ? 'trying' : 'deploying';
    const request = { project, sources: await sourcesIn(context, project), isDryRun, tests: await testsFor(context) };
    const outcome = await org.deploy(request, (text) => console.progress(`${does}: ${text}`));
    if (outcome.failures.length > 0) throw refused('The code cannot be deployed', outcome);
    return outcome;
}

/** A production org takes code only with tests that pass; elsewhere they would only find out what the org requires. */
async function testsFor({ facts, project }: InstallContext): Promise<string[]> {
    if (!facts.isProduction) return [];
    const files = await filesOf(project, metadataFolder(CODE, 'classes'));
    return files.filter((file) => file.endsWith('Test.cls')).map((file) => file.replace(/\.cls$/, ''));
}

/** Records of custom metadata that are in the org belong to its admin, who may have changed them. */
async function sourcesIn({ org }: InstallContext, project: string): Promise<string[]> {
    const there = new Set((await org.list('CustomMetadata')).map(({ name }) => name));
    const main = metadataFolder(CODE, '');
    const folders = (await filesOf(project, main)).filter((name) => name !== 'customMetadata');
    const records = await filesOf(project, metadataFolder(CODE, 'customMetadata'));
    const missing = records.filter((file) => !there.has(file.replace(/\.md-meta\.xml$/, '')));
    return [...folders, ...missing.map((file) => `customMetadata/${file}`)].map((each) =>
        path.join(project, main, each)
    );
}
