import { TRANSLATIONS, metadataFolder } from '../layout.ts';
import { filesOf } from '../project.ts';
import { setupLink } from '../setup-links.ts';
import { warning, type PreflightCheck } from './finding.ts';

/** The languages that the project is translated into, such as `de`. */
export async function ownLanguages(project: string): Promise<string[]> {
    const files = await filesOf(project, metadataFolder(TRANSLATIONS, 'translations'));
    return files.map((file) => file.replace(/\.translation-meta\.xml$/, ''));
}

/** What is not switched on cannot be deployed; English works without it. */
export const checkLanguages: PreflightCheck = async ({ org, facts, project }) => {
    const on = (await org.list('Translations')).map(({ name }) => name);
    const off = (await ownLanguages(project)).filter((language) => !on.includes(language));
    if (off.length === 0) return [];
    const what = `Translations are left out for languages that are off in this org: ${off.join(', ')}.`;
    const mend = `Whoever needs one switches it on (${setupLink(facts.instanceUrl, 'languages')}) and runs this again.`;
    return [warning('languages', what, mend)];
};
