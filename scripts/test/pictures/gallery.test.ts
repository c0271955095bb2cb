import assert from 'node:assert/strict';
import { globSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { GALLERY_STATES } from '../../../e2e/support/gallery/states.ts';
import { PEOPLE } from '../../../sandbox/seed/people.ts';
import { galleryPage } from '../../pictures/gallery-page.ts';
import { LOOKS } from '../../pictures/looks.ts';
import { PROJECT } from '../support/project-copy.ts';

/** In bytes, together: everybody who clones the repository loads them. */
const LARGEST_GALLERY = 3_000_000;

const pictures = globSync('docs/pictures/gallery/*', { cwd: PROJECT });

describe('the gallery', () => {
    it('shows every state that a conversation can have, and a record without one', () => {
        const shown = GALLERY_STATES.map(({ person }) => PEOPLE.find((each) => isCalled(each, person))?.state);
        for (const state of new Set(PEOPLE.map((each) => each.state))) assert.ok(shown.includes(state), String(state));
    });

    it('calls no two states alike', () => {
        const names = GALLERY_STATES.map(({ name }) => name);
        assert.deepEqual(names, [...new Set(names)]);
    });

    it('has a picture of each state, and of nothing else', () => {
        const expected = GALLERY_STATES.map(({ name }) => `docs/pictures/gallery/${name}.png`);
        assert.deepEqual(pictures.sort(), expected.sort());
    });

    it('has a page that is as it would be written today', () => {
        const page = readFileSync(path.join(PROJECT, 'docs/gallery.md'), 'utf8');
        assert.equal(page, galleryPage(GALLERY_STATES, LOOKS));
    });

    it('is small', () => {
        const sizes = pictures.map((picture) => statSync(path.join(PROJECT, picture)).size);
        const total = sizes.reduce((sum, size) => sum + size, 0);
        assert.ok(total < LARGEST_GALLERY, `${total} bytes`);
    });
});

function isCalled({ customer }: (typeof PEOPLE)[number], name: string): boolean {
    return `${customer.firstName} ${customer.lastName}` === name;
}
