import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { readCustomLabels } from '../../org/custom-labels.ts';
import { LANGUAGES } from '../../page/languages.ts';
import { TRANSLATIONS_FOLDER } from '../../paths.ts';

describe('readCustomLabels', () => {
    const english = readCustomLabels();

    it('reads every label by its name', () => {
        assert.ok(english.size > 50);
        for (const [name, text] of english) assert.notEqual(text, '', name);
    });

    it('is in English where there is no translation', () => {
        assert.deepEqual(readCustomLabels('tlh'), english);
    });

    for (const { code } of LANGUAGES) {
        it(`has a text for every label in ${code}`, () => {
            const texts = readCustomLabels(code);
            assert.deepEqual([...texts.keys()].sort(), [...english.keys()].sort());
            const isTranslated = existsSync(`${TRANSLATIONS_FOLDER}/${code}.translation-meta.xml`);
            const differing = [...texts].filter(([name, text]) => text !== english.get(name));
            assert.equal(differing.length > 0, isTranslated);
        });
    }
});
