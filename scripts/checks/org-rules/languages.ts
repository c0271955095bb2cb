import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Org } from '../org.ts';
import type { Problem } from '../problem.ts';

const DEFINITION = 'config/project-scratch-def.json';

/** Together they let an org have every language that Salesforce knows. */
const SETTINGS = ['enableTranslationWorkbench', 'enableEndUserLanguages', 'enablePlatformLanguages'];

/** A translation deploys only where its language is switched on, so the scratch definition switches them on. */
export async function checkLanguages(org: Org): Promise<Problem[]> {
    if (org.translations.length === 0) return [];
    const { settings } = JSON.parse(await readFile(path.join(org.root, DEFINITION), 'utf8')) as {
        settings?: { languageSettings?: Record<string, unknown> };
    };
    const languages = org.translations.map(({ name }) => name).join(', ');
    return SETTINGS.filter((name) => settings?.languageSettings?.[name] !== true).map((name) => ({
        file: DEFINITION,
        message: `languageSettings.${name} is not on; there are translations into ${languages}`
    }));
}
