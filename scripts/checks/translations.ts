import { childrenNamed, textOf } from './metadata-element.ts';
import { readOrg, type Label, type MetadataFile, type Org } from './org.ts';
import type { Problem } from './problem.ts';
import { TRANSLATIONS } from './source-files.ts';
import { isLeftInEnglish, LANGUAGES, type Language } from './untranslated.ts';

const FOLDER = `${TRANSLATIONS}/translations`;
const PLACEHOLDER = /\{\d+\}/g;
/** Limit of the platform, in characters. */
const LONGEST = 1000;

interface Translation {
    name: string;
    text: string;
}

/**
 * Every custom label is translated into every language of the product, in
 * `translations/<language>.translation-meta.xml` (type Translations, `customLabels` with `name` and `label`), and
 * nothing else is. The platform shows the English text for what is missing, and tells nobody.
 */
export async function checkTranslations(root: string): Promise<Problem[]> {
    const org = await readOrg(root);
    const missing = LANGUAGES.filter((language) => !org.translations.some(({ name }) => name === language));
    return [
        ...missing.map((language) => ({ file: `${FOLDER}/${language}.translation-meta.xml`, message: 'is missing' })),
        ...org.translations.flatMap((file) => fileProblems(file, org).map((message) => ({ file: file.path, message })))
    ];
}

function fileProblems(file: MetadataFile, org: Org): string[] {
    const language = LANGUAGES.find((each) => each === file.name);
    if (language === undefined) return [`"${file.name}" is not one of ${LANGUAGES.join(', ')}`];
    const translations = childrenNamed(file.root, 'customLabels').map((element) => ({
        name: textOf(element, 'name') ?? '',
        text: textOf(element, 'label') ?? ''
    }));
    const translated = new Set(translations.map(({ name }) => name));
    return [
        ...org.labels.filter(({ name }) => !translated.has(name)).map(({ name }) => `${name} is not translated`),
        ...translations.flatMap((translation, index) => {
            const isRepeated = translations.findIndex(({ name }) => name === translation.name) !== index;
            if (isRepeated) return [`${translation.name} is translated twice`];
            const label = org.labels.find(({ name }) => name === translation.name);
            if (label === undefined) return [`there is no label ${translation.name}`];
            return textProblems(translation, label, language).map((message) => `${translation.name}: ${message}`);
        })
    ];
}

function textProblems({ text }: Translation, { element }: Label, language: Language): string[] {
    const english = textOf(element, 'value') ?? '';
    if (text.trim() === '') return ['the text is empty'];
    const problems: string[] = [];
    if (text !== text.trim()) problems.push('white space around the text would show');
    if (text.length > LONGEST) problems.push(`the text has ${text.length} characters, more than ${LONGEST}`);
    if (placeholders(text) !== placeholders(english)) {
        problems.push(
            `placeholders are ${placeholders(text) || 'none'}; in English ${placeholders(english) || 'none'}`
        );
    }
    if (isLeftInEnglish(text, english, language)) problems.push('the text is still English');
    return problems;
}

function placeholders(text: string): string {
    return [...new Set(text.match(PLACEHOLDER))].sort().join(', ');
}
