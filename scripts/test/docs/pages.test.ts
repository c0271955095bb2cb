import assert from 'node:assert/strict';
import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { brokenLinks, missingPaths, readPage, unknownScripts } from '../support/doc-pages.ts';
import { PROJECT } from '../support/project-copy.ts';

const FILES = globSync(['*.md', 'docs/**/*.md'], { cwd: PROJECT });
const NOT_VERIFIED = 'docs/not-verified.md';
/** In bytes. Everybody who opens the README loads them. */
const LARGEST_PICTURE = 150_000;

for (const file of FILES) {
    describe(file, () => {
        const page = readPage(PROJECT, file);

        it('names only files and folders that exist', () => assert.deepEqual(missingPaths(PROJECT, page), []));

        it('links only to pages, headings and pictures that exist', () => {
            assert.deepEqual(brokenLinks(PROJECT, page), []);
        });

        it('names only npm scripts that exist', () => assert.deepEqual(unknownScripts(PROJECT, page), []));
    });
}

describe('the documentation', () => {
    it('includes the pages that these tests are about', () => {
        for (const file of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'docs/operations.md', NOT_VERIFIED]) {
            assert.ok(FILES.includes(file), `${file} is not looked at`);
        }
    });

    it('links to the list of what is not verified wherever something is marked so', () => {
        const unlinked = FILES.filter((file) => file !== NOT_VERIFIED)
            .map((file) => readPage(PROJECT, file))
            .filter(({ text }) => /not verified/i.test(text) && !text.includes(path.basename(NOT_VERIFIED)));
        assert.deepEqual(
            unlinked.map(({ file }) => file),
            []
        );
    });

    it('has small pictures', () => {
        const pictures = globSync('docs/pictures/**/*.png', { cwd: PROJECT });
        assert.ok(pictures.length > 0);
        for (const picture of pictures)
            assert.ok(statSync(path.join(PROJECT, picture)).size < LARGEST_PICTURE, picture);
    });
});

describe('what is looked for in a page', () => {
    const page = (text: string) => ({ file: 'docs/page.md', text });

    it('is a path that does not exist', () => {
        const found = missingPaths(PROJECT, page('`proxy/src/nothing.ts`, `proxy/src/app.ts`, `http/problems.ts`'));
        assert.deepEqual(found, ['proxy/src/nothing.ts']);
    });

    it('is not a media type, an address or a command', () => {
        const text = '`application/json`, `/v1/conversations/{id}`, `npm test -- a/b`, `lightning/refresh`';
        assert.deepEqual(missingPaths(PROJECT, page(text)), []);
    });

    it('is a link to no file or to no heading of one', () => {
        const links = '[a](nowhere.md) [b](operations.md#nowhere) [c](operations.md#start) [d](https://example.com/#x)';
        assert.deepEqual(brokenLinks(PROJECT, page(links)), ['nowhere.md', 'operations.md#nowhere']);
    });

    it('is an npm script that is not there', () => {
        assert.deepEqual(unknownScripts(PROJECT, page('`npm run check`, `npm run nothing`')), ['nothing']);
    });
});
