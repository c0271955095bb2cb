/** A language that users of the org can have. */
export interface Language {
    /** As Salesforce names it in a user's settings and in metadata. */
    code: string;
    /** The locale of dates and numbers, BCP 47. */
    locale: string;
    /** In its own words. */
    name: string;
}

const ENGLISH: Language = { code: 'en_US', locale: 'en-US', name: 'English' };

/** English, and every language that the project is translated to. */
export const LANGUAGES: readonly Language[] = [
    ENGLISH,
    { code: 'nl_NL', locale: 'nl-NL', name: 'Nederlands' },
    { code: 'de', locale: 'de-DE', name: 'Deutsch' },
    { code: 'fr', locale: 'fr-FR', name: 'Français' },
    { code: 'es', locale: 'es-ES', name: 'Español' },
    { code: 'it', locale: 'it-IT', name: 'Italiano' },
    { code: 'pt_BR', locale: 'pt-BR', name: 'Português (Brasil)' },
    { code: 'ja', locale: 'ja-JP', name: '日本語' }
];

/**
 * The language of that code, however it is written: `nl_NL`, `nl-nl`, or only `nl`, as for a country that is not in the
 * list. English for anything else.
 */
export function languageOf(code: unknown): Language {
    const asked = typeof code === 'string' ? code.replace('-', '_').toLowerCase() : '';
    const named = LANGUAGES.find((each) => each.code.toLowerCase() === asked);
    return named ?? LANGUAGES.find((each) => speechOf(each.code) === speechOf(asked)) ?? ENGLISH;
}

/** A code without its country. */
function speechOf(code: string): string {
    return code.split('_')[0] ?? '';
}
