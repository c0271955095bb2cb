/** The languages of the product beside English, by the codes of Salesforce. */
export const LANGUAGES = ['nl_NL', 'de', 'fr', 'es', 'it', 'pt_BR', 'ja'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Names and words that every language writes as English does. */
const NAMES = ['GoTallo', 'Salesforce', 'WhatsApp', 'Messenger', 'Instagram', 'Telegram', 'LINE', 'Spam'];

/** Whole texts that a language happens to write as English does. Short on purpose: each is one that nobody notices. */
const SAME_TEXTS: Readonly<Partial<Record<Language, readonly string[]>>> = {
    de: ['Name', 'Status'],
    fr: ['Conversation', 'Date', 'Note'],
    nl_NL: ['Status', 'in {0}'],
    pt_BR: ['Status']
};

/** Whether a text that should be translated is the English one; names, numbers and placeholders need no translation. */
export function isLeftInEnglish(text: string, english: string, language: Language): boolean {
    if (text !== english || SAME_TEXTS[language]?.includes(text)) return false;
    const rest = NAMES.reduce((left, name) => left.replaceAll(name, ''), text.replace(/\{\d+\}/g, ''));
    return /\p{Letter}/u.test(rest);
}
