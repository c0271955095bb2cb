import language from '@salesforce/i18n/lang';

/** Words for a count, by its category in the user's language; the words of a category that has none are those of `other`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** The words for a count. `two` are those for 2 in every language, such as English, which has no category of its own for it. */
export function pluralOf(count: number, forms: PluralForms): string {
    const ofTwo = count === 2 && forms.two;
    return ofTwo || (forms[new Intl.PluralRules(language).select(count)] ?? forms.other);
}
