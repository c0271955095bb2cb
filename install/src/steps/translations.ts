import path from 'node:path';
import type { InstallContext } from '../context.ts';
import { TRANSLATIONS, metadataFolder } from '../layout.ts';
import { ownLanguages } from '../preflight/languages.ts';
import { refused } from './refusals.ts';
import { there, todo, type Step } from './step.ts';

/** The languages that are on in the org; one that is off would fail them all. */
export const translationsStep: Step = {
    title: 'Translations',
    look: async (context) => {
        const languages = await languagesOn(context);
        if (languages.length === 0) return there('none of their languages is on in this org');
        const { changed } = await deployTranslations(context, languages, true);
        return changed.length === 0 ? there(languages.join(', ')) : todo(languages.join(', '));
    },
    doIt: async (context) => {
        const languages = await languagesOn(context);
        await deployTranslations(context, languages, false);
        return `${languages.join(', ')} are in the org`;
    }
};

async function languagesOn({ org, project }: InstallContext): Promise<string[]> {
    const on = (await org.list('Translations')).map(({ name }) => name);
    return (await ownLanguages(project)).filter((language) => on.includes(language));
}

async function deployTranslations({ org, project }: InstallContext, languages: string[], isDryRun: boolean) {
    const folder = path.join(project, metadataFolder(TRANSLATIONS, 'translations'));
    const sources = languages.map((language) => path.join(folder, `${language}.translation-meta.xml`));
    const outcome = await org.deploy({ project, sources, isDryRun, tests: [] });
    if (outcome.failures.length > 0) throw refused('The translations cannot be deployed', outcome);
    return outcome;
}
