import { existsSync, readFileSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { FORCE_APP, TRANSLATIONS_FOLDER } from '../paths.ts';

/** The file of the project's custom labels. */
export const LABELS_FILE = `${FORCE_APP}labels/CustomLabels.labels-meta.xml`;

interface LabelsDocument {
    CustomLabels: { labels: { fullName: string; value: string }[] };
}

interface TranslationsDocument {
    Translations: { customLabels?: { name: string; label: string }[] };
}

const parser = new XMLParser({ parseTagValue: false, isArray: (name) => name === 'labels' || name === 'customLabels' });

/**
 * The texts of the project's custom labels by their full name.
 * @param language such as `de`; what is not translated to it is in English, as in an org
 */
export function readCustomLabels(language = 'en_US'): Map<string, string> {
    const document = parser.parse(readFileSync(LABELS_FILE, 'utf8')) as LabelsDocument;
    const english = document.CustomLabels.labels.map(({ fullName, value }) => [fullName, value] as const);
    return new Map([...english, ...translations(language)]);
}

function translations(language: string): (readonly [string, string])[] {
    const file = `${TRANSLATIONS_FOLDER}/${language}.translation-meta.xml`;
    if (!existsSync(file)) return [];
    const document = parser.parse(readFileSync(file, 'utf8')) as TranslationsDocument;
    return (document.Translations.customLabels ?? []).map(({ name, label }) => [name, label]);
}
