import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { documentFor } from '../../page/document.ts';
import { LANGUAGES } from '../../page/languages.ts';
import { pageSession } from '../../page/page-session.ts';

const FILES = { scripts: ['main.js', 'part.js'], styles: { ltr: 'usual.css', rtl: 'mirrored.css' } };

describe('pageSession', () => {
    it('is of the first agent, in English, on a desktop, if nothing else is asked for', () => {
        const { user, locale, formFactor, isPane } = pageSession({});
        assert.equal(user.name, 'Ana Silva');
        assert.deepEqual(locale, { language: 'en_US', locale: 'en-US', dir: 'ltr' });
        assert.deepEqual([formFactor, isPane], ['Large', false]);
    });

    it('is of whom the address names', () => {
        assert.equal(pageSession({ user: 'sam' }).user.name, 'Sam Lee');
        assert.deepEqual(pageSession({ user: 'maya' }).userPermissions, ['CustomizeApplication']);
        assert.deepEqual(pageSession({ user: 'ana' }).userPermissions, []);
    });

    for (const { code, locale } of LANGUAGES) {
        it(`follows the address into ${code}`, () => {
            assert.deepEqual(pageSession({ lang: code }).locale, { language: code, locale, dir: 'ltr' });
        });
    }

    const written: [asked: string, code: string][] = [
        ['nl', 'nl_NL'],
        ['nl_BE', 'nl_NL'],
        ['NL-nl', 'nl_NL'],
        ['de_AT', 'de'],
        ['pt', 'pt_BR'],
        ['en', 'en_US']
    ];
    for (const [asked, code] of written) {
        it(`takes ${asked} for ${code}`, () => assert.equal(pageSession({ lang: asked }).locale.language, code));
    }

    const unknown: [string, Record<string, unknown>][] = [
        ['a language', { lang: 'tlh' }],
        ['two languages', { lang: ['de', 'fr'] }],
        ['a direction', { dir: 'up' }],
        ['a form factor', { formFactor: 'Huge' }],
        ['a user', { user: '<script>' }]
    ];
    for (const [what, query] of unknown) {
        it(`does not heed ${what} that there is not`, () => {
            assert.deepEqual(pageSession(query), pageSession({}));
        });
    }
});

describe('documentFor', () => {
    it('says its language and its direction', () => {
        assert.match(documentFor(pageSession({ lang: 'pt_BR' }), FILES, 0), /<html lang="pt-BR" dir="ltr">/);
        assert.match(documentFor(pageSession({ dir: 'rtl' }), FILES, 0), /<html lang="en-US" dir="rtl">/);
    });

    it('sets the time before anything else is loaded', () => {
        const document = documentFor(pageSession({}), FILES, 3_600_000);
        const [set, loaded] = [document.indexOf('setTimeAhead(3600000)'), document.indexOf('src=')];
        assert.ok(set > 0 && set < loaded);
    });

    it('names what it loads, styles by their direction, and parts of the script before it runs', () => {
        const document = documentFor(pageSession({ dir: 'rtl' }), FILES, 0);
        for (const link of ['/console/main.js', '/console/part.js', '/slds/styles/mirrored.css']) {
            assert.ok(document.includes(`"${link}"`), link);
        }
        assert.ok(!document.includes('usual.css'));
    });

    it('ends no script by a text that it carries', () => {
        const session = pageSession({});
        const user = { ...session.user, name: '</script><script>alert(1)</script>' };
        assert.ok(!documentFor({ ...session, user }, FILES, 0).includes('alert(1)</script>'));
    });
});
