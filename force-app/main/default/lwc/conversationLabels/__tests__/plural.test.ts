import type { PluralForms } from 'c/conversationLabels';

const FORMS = { one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };

/** As a user of that language sees it. */
async function pluralIn(language: string, count: number, forms: PluralForms): Promise<string> {
    jest.resetModules();
    jest.doMock('@salesforce/i18n/lang', () => ({ __esModule: true, default: language }), { virtual: true });
    const { pluralOf } = await import('c/conversationLabels');
    return pluralOf(count, forms);
}

describe('pluralOf', () => {
    it.each([
        ['en', [0, 1, 2, 3, 5, 21], ['other', 'one', 'two', 'other', 'other', 'other']],
        ['fr', [0, 1, 2, 3, 5, 21], ['one', 'one', 'two', 'other', 'other', 'other']],
        ['ja', [0, 1, 2, 3, 5, 21], ['other', 'other', 'two', 'other', 'other', 'other']],
        ['pl', [0, 1, 2, 3, 5, 21], ['many', 'one', 'two', 'few', 'many', 'many']],
        ['ru', [0, 1, 2, 3, 5, 21], ['many', 'one', 'two', 'few', 'many', 'one']],
        ['ar', [0, 1, 2, 3, 11, 100], ['other', 'one', 'two', 'few', 'many', 'other']]
    ])('chooses the words that a count takes in %s', async (language, counts, words) => {
        const chosen = await Promise.all(counts.map((count) => pluralIn(language, count, FORMS)));
        expect(chosen).toEqual(words);
    });

    it('takes the words of the category, or the others, where there are none for the count', async () => {
        expect(await pluralIn('pl', 2, { few: 'few', other: 'other' })).toBe('few');
        expect(await pluralIn('pl', 5, { one: 'one', other: 'other' })).toBe('other');
        expect(await pluralIn('en', 2, { one: 'one', other: 'other' })).toBe('other');
    });
});
