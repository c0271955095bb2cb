import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import type { Locator } from 'playwright-core';
import { LANGUAGES, type Language } from '../sandbox/page/languages.ts';
import { FORCE_APP, TRANSLATIONS_FOLDER } from '../sandbox/paths.ts';
import { assertAccessible } from './support/accessibility.ts';
import { consoleForFile } from './support/console-for-file.ts';
import type { ConsolePage } from './support/console-page.ts';
import { screenshot } from './support/screenshots.ts';

const ENGLISH = englishLabels();
const [, ...OTHERS] = LANGUAGES;

describe('in the language of the user', () => {
    const file = consoleForFile();

    for (const language of OTHERS) {
        it(`says everything in ${language.name}, with dates as they are written there`, async (t) => {
            const console = await file.openRecord(t, 'Omar Haddad', { query: `lang=${language.code}` });
            await console.details.waitFor();
            await console.history.getByRole('button').click();
            await console.history.getByRole('listitem').first().waitFor();
            assertTranslated(await textsOf(console.card), language);
            assert.ok((await console.details.innerText()).includes(today(language, file.sandbox.time.ahead())));
            await assertAccessible(console.card);
            if (language.code === 'ja') await screenshot(console.card, 'card-japanese');

            const open = await file.openRecord(t, 'Maria Lopez', { query: `lang=${language.code}` });
            const actions = open.card.locator('c-conversation-actions');
            await actions.getByRole('button').last().click();
            await actions.getByRole('menuitem').last().waitFor();
            assertTranslated(await textsOf(actions), language);
            await actions.getByRole('menuitem').last().click();
            await open.dialog.getByRole('button').last().waitFor();
            assertTranslated(await textsOf(open.dialog), language);
            const cut = await open.dialog.evaluate((dialog) => dialog.scrollWidth > dialog.clientWidth);
            assert.equal(cut, false, 'something is wider than the dialog');
            if (['ja', 'de'].includes(language.code)) await screenshot(open.page, `dialog-${language.code}`);
        });
    }

    it('says in words of the language what went wrong', async (t) => {
        const console = await file.openRecord(t, 'Lena Fischer', { query: 'lang=de' });
        assertTranslated([await console.trouble.locator('p').first().innerText()], languageNamed('de'));
    });

    it('fits 240 px in the language with the longest words', async (t) => {
        const console = await file.openRecord(t, 'Omar Haddad', { query: 'lang=de&width=240' });
        await console.details.waitFor();
        const cut = await console.card.evaluate((card) => card.scrollWidth > card.clientWidth);
        assert.equal(cut, false, 'something is wider than the column');
        await screenshot(console.card, 'card-german-narrow');
    });
});

describe('from right to left', () => {
    const file = consoleForFile();

    it('mirrors the card, the dialog and the question', async (t) => {
        const console = await openMirrored(t, 'Omar Haddad');
        await assertAccessible(console.card);
        const name = await xOf(console, 'strong');
        const badge = await xOf(console, 'lightning-badge');
        assert.ok(name > badge, 'the name stands at the right, where one begins to read');
        await screenshot(console.card, 'card-right-to-left');
        await console.unblock();
        await console.question.waitFor();
        await screenshot(console.card, 'question-right-to-left');

        const open = await openMirrored(t, 'Maria Lopez');
        await open.openBlockDialog();
        const cancel = await open.dialog.getByRole('button', { name: 'Cancel', exact: true }).boundingBox();
        const block = await open.dialog.getByRole('button', { name: 'Block', exact: true }).boundingBox();
        assert.ok((cancel?.x ?? 0) > (block?.x ?? 0), 'the last button stands at the left');
        await assertAccessible(open.dialog);
        await screenshot(open.page, 'dialog-right-to-left');
    });

    function openMirrored(t: TestContext, name: string): Promise<ConsolePage> {
        return file.openRecord(t, name, { query: 'dir=rtl' });
    }

    async function xOf(console: ConsolePage, selector: string): Promise<number> {
        return (await console.card.locator(selector).first().boundingBox())?.x ?? -1;
    }
});

/** Every piece of text in the component, and every name that only a screen reader says. */
async function textsOf(part: Locator): Promise<string[]> {
    return part.evaluate((component) => {
        const found: string[] = [];
        const visit = (node: Node): void => {
            if (node instanceof Text) found.push(node.data);
            if (node instanceof Element) {
                for (const name of ['aria-label', 'title', 'placeholder']) found.push(node.getAttribute(name) ?? '');
                if (node.shadowRoot) visit(node.shadowRoot);
            }
            node.childNodes.forEach(visit);
        };
        visit(component);
        return [...new Set(found.map((text) => text.trim()).filter((text) => text !== ''))];
    });
}

/** What stands in English on the page though that label has other words in the language. */
function assertTranslated(texts: readonly string[], { code }: Language): void {
    const words = translationsOf(code);
    const differing = [...ENGLISH].filter(([name, english]) => words.get(name) !== english);
    const english = new Set(differing.map(([, value]) => value));
    // The same words can be right in one place: "Spam" is a word of many languages.
    const same = new Set(words.values());
    assert.deepEqual(
        texts.filter((text) => english.has(text) && !same.has(text)),
        []
    );
    assert.ok(
        texts.some((text) => same.has(text)),
        'no label of this language is on the page'
    );
}

function today({ locale }: Language, ahead: number): string {
    const options = { month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
    return new Intl.DateTimeFormat(locale, options).format(Date.now() + ahead);
}

function languageNamed(code: string): Language {
    return LANGUAGES.find((each) => each.code === code) as Language;
}

function englishLabels(): Map<string, string> {
    const { CustomLabels } = parse(path.join(FORCE_APP, 'labels/CustomLabels.labels-meta.xml')) as {
        CustomLabels: { labels: { fullName: string; value: string }[] };
    };
    return new Map(CustomLabels.labels.map(({ fullName, value }) => [fullName, value]));
}

function translationsOf(code: string): Map<string, string> {
    const file = path.join(TRANSLATIONS_FOLDER, `${code}.translation-meta.xml`);
    assert.ok(existsSync(file), `There is no translation to ${code}.`);
    const { Translations } = parse(file) as { Translations: { customLabels: { name: string; label: string }[] } };
    return new Map(Translations.customLabels.map(({ name, label }) => [name, label]));
}

function parse(file: string): unknown {
    return new XMLParser({ parseTagValue: false }).parse(readFileSync(file, 'utf8'));
}
