import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { textOf } from '../../checks/metadata-element.ts';
import { readOrg } from '../../checks/org.ts';
import { formatProblem } from '../../checks/problem.ts';
import { checkTranslations } from '../../checks/translations.ts';
import { LANGUAGES } from '../../checks/untranslated.ts';
import { assertFound, PROJECT, ProjectCopy } from '../support/project-copy.ts';

const FOLDER = 'translations/main/default/translations';
const LABELS = 'force-app/main/default/labels/CustomLabels.labels-meta.xml';

/** German texts for a label whose English one is `Block {0} on {1}`. */
const PLANTED: { what: string; text: string; found: RegExp }[] = [
    { what: 'an empty text', text: '', found: /de\.translation.*GoTallo_Test_block: the text is empty/ },
    { what: 'a text of white space', text: ' \n ', found: /GoTallo_Test_block: the text is empty/ },
    {
        what: 'white space around a text',
        text: '{0} auf {1} blockieren ',
        found: /GoTallo_Test_block: white space around the text/
    },
    {
        what: 'a placeholder that is missing',
        text: '{0} blockieren',
        found: /GoTallo_Test_block: placeholders are \{0\}; in English \{0\}, \{1\}/
    },
    {
        what: 'a placeholder that English does not have',
        text: '{0} auf {1} bis {2} blockieren',
        found: /GoTallo_Test_block: placeholders are \{0\}, \{1\}, \{2\}; in English \{0\}, \{1\}/
    },
    {
        what: 'a text without any placeholder',
        text: 'Blockieren',
        found: /GoTallo_Test_block: placeholders are none; in English/
    },
    {
        what: 'a text that is too long for the platform',
        text: `{0} {1} ${'x'.repeat(1000)}`,
        found: /GoTallo_Test_block: the text has 1008 characters, more than 1000/
    },
    {
        what: 'a text that was left in English',
        text: 'Block {0} on {1}',
        found: /GoTallo_Test_block: the text is still English/
    }
];

describe('checkTranslations', () => {
    it('finds nothing in the project as it is', async () => {
        assert.deepEqual(await checkTranslations(PROJECT), []);
    });

    it('finds nothing when every label is translated into every language', async (t) => {
        assert.deepEqual(await checkTranslations((await translatedCopy(t)).root), []);
    });

    for (const { what, text, found } of PLANTED) {
        it(`finds ${what}`, async (t) => {
            const copy = await translatedCopy(t);
            await copy.replace(`${FOLDER}/de.translation-meta.xml`, 'GoTallo_Test_block {0} {1} (de)', text);
            assertFound(await checkTranslations(copy.root), found);
        });
    }

    it('finds a label that is not translated', async (t) => {
        const copy = await translatedCopy(t);
        await copy.replace(
            `${FOLDER}/ja.translation-meta.xml`,
            entry('GoTallo_Test_block', 'GoTallo_Test_block {0} {1} (ja)'),
            ''
        );
        assertFound(await checkTranslations(copy.root), /ja\.translation.*: GoTallo_Test_block is not translated/);
    });

    it('finds a translation of a label that does not exist', async (t) => {
        const copy = await translatedCopy(t);
        await copy.replace(
            `${FOLDER}/fr.translation-meta.xml`,
            '<customLabels>',
            `${entry('Gone', 'Parti')}<customLabels>`
        );
        assertFound(await checkTranslations(copy.root), /fr\.translation.*: there is no label Gone/);
    });

    it('finds a label that is translated twice', async (t) => {
        const copy = await translatedCopy(t);
        const again = `${entry('GoTallo_Test_block', 'Encore {0} {1}')}</Translations>`;
        await copy.replace(`${FOLDER}/fr.translation-meta.xml`, '</Translations>', again);
        assertFound(await checkTranslations(copy.root), /GoTallo_Test_block is translated twice/);
    });

    it('finds a language without a file', async (t) => {
        const copy = await translatedCopy(t);
        await copy.remove(`${FOLDER}/pt_BR.translation-meta.xml`);
        assertFound(await checkTranslations(copy.root), /pt_BR\.translation-meta\.xml: is missing/);
    });

    it('finds a file whose name is not the code of a language', async (t) => {
        const copy = await translatedCopy(t);
        await copy.rename(`${FOLDER}/nl_NL.translation-meta.xml`, `${FOLDER}/nl.translation-meta.xml`);
        const found = (await checkTranslations(copy.root)).map(formatProblem);
        assert.equal(found.length, 2);
        assert.match(found[0] ?? '', /nl_NL\.translation-meta\.xml: is missing/);
        assert.match(found[1] ?? '', /nl\.translation-meta\.xml: "nl" is not one of/);
    });

    it('takes names, placeholders and words that are the same for translated', async (t) => {
        const copy = await translatedCopy(t, {
            GoTallo_Test_same: 'GoTallo, {0} – WhatsApp',
            GoTallo_Test_note: 'Note'
        });
        await copy.replace(
            `${FOLDER}/es.translation-meta.xml`,
            'GoTallo_Test_same {0} (es)',
            'GoTallo, {0} – WhatsApp'
        );
        await copy.replace(`${FOLDER}/fr.translation-meta.xml`, 'GoTallo_Test_note (fr)', 'Note');
        assert.deepEqual(await checkTranslations(copy.root), []);
    });

    it('takes a word that is the same in one language for English in another', async (t) => {
        const copy = await translatedCopy(t, { GoTallo_Test_note: 'Note' });
        await copy.replace(`${FOLDER}/de.translation-meta.xml`, 'GoTallo_Test_note (de)', 'Note');
        assertFound(
            await checkTranslations(copy.root),
            /de\.translation.*GoTallo_Test_note: the text is still English/
        );
    });
});

/** A copy of the project with labels of its own beside the project's, all of them translated after a fashion. */
async function translatedCopy(t: TestContext, more: Record<string, string> = {}): Promise<ProjectCopy> {
    const copy = await ProjectCopy.create(t);
    const planted = Object.entries({ GoTallo_Test_block: 'Block {0} on {1}', ...more });
    const labels = planted.map(([name, text]) => `<labels><fullName>${name}</fullName><value>${text}</value></labels>`);
    await copy.replace(LABELS, '</CustomLabels>', `${labels.join('')}</CustomLabels>`);
    const org = await readOrg(copy.root);
    await copy.makeFolder(FOLDER);
    for (const language of LANGUAGES) {
        const entries = org.labels.map(({ name, element }) => {
            const placeholders = (textOf(element, 'value') ?? '').match(/\{\d+\}/g) ?? [];
            return entry(name, [name, ...placeholders, `(${language})`].join(' '));
        });
        const xml = `<Translations xmlns="http://soap.sforce.com/2006/04/metadata">${entries.join('')}</Translations>`;
        await copy.write(`${FOLDER}/${language}.translation-meta.xml`, xml);
    }
    return copy;
}

function entry(name: string, text: string): string {
    return `<customLabels><label>${text}</label><name>${name}</name></customLabels>`;
}
