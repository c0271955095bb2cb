import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readCustomLabels } from '../../../sandbox/org/custom-labels.ts';
import { LANGUAGES } from '../../checks/untranslated.ts';
import { readApexLabelNames } from '../../texts/apex-label-names.ts';
import { inWords, lengthOf, textsOfCard, textsOfErrors, type Text } from '../../texts/texts.ts';
import { PROJECT } from '../support/project-copy.ts';

/** How long an error may be: in words, in Japanese in characters. */
const LONGEST = { en_US: 25, ja: 120 };
const LONGEST_ELSEWHERE = 35;

/** What agents cannot know, in every language. */
const FOR_OPERATORS = /prox(y|ies)|プロキシ|Heroku Message|Advanced Access|\btenants?\b/i;
/** "If you changed something": a card knows what was tried. */
const GUESSES =
    /if you changed|als u iets hebt|falls sie etwas|si vous avez modifié|si modificó|se hai apportato|se você alterou|変更を行った場合/i;
const ASKS_ADMIN =
    /(your|uw|ihre[mn]?|votre|su) (admin|beheerder)|all'amministratore|(ao|o) administrador|管理者に(問い|依頼|連絡)/i;

describe('the texts of the card', async () => {
    const ofErrors = await textsOfErrors(PROJECT);
    const all = [...ofErrors, ...textsOfCard(PROJECT)];
    const forAgents = all.filter(({ isForAdmins }) => !isForAdmins);

    for (const language of ['en_US', ...LANGUAGES]) {
        const words = readCustomLabels(language);
        const found = (texts: readonly Text[], pattern: RegExp): string[] =>
            texts.map((text) => inWords(text, words)).filter((text) => pattern.test(text));

        it(`say what went wrong briefly in ${language}, whatever was tried`, () => {
            const longest = language === 'en_US' || language === 'ja' ? LONGEST[language] : LONGEST_ELSEWHERE;
            const tooLong = ofErrors
                .filter(({ isForAdmins }) => !isForAdmins)
                .map((text) => inWords(text, words))
                .filter((text) => lengthOf(text, language) > longest);
            assert.deepEqual(tooLong, []);
        });

        it(`tell agents in ${language} nothing of what only operators know, and guess nothing`, () => {
            assert.deepEqual(found(forAgents, FOR_OPERATORS), []);
            assert.deepEqual(found(all, GUESSES), []);
        });

        it(`do not send admins to their admin in ${language}`, () => {
            const own = all.filter(({ isForAdmins }) => isForAdmins);
            assert.deepEqual(found(own, ASKS_ADMIN), []);
            assert.notDeepEqual(found(forAgents, ASKS_ADMIN), [], 'agents are told whom to ask');
        });
    }

    it('word every code of the proxy for agents', async () => {
        const contract = await readFile(path.join(PROJECT, 'types/contract/problems.d.ts'), 'utf8');
        const worded = readApexLabelNames(PROJECT).filter(({ isForAdmins }) => !isForAdmins);
        const codes = [...contract.matchAll(/^ {4}\| '([\w-]+)'/gm)].map(([, code = '']) => code);
        assert.ok(codes.length > 20, 'the contract has codes');
        assert.deepEqual(
            codes.filter((code) => !worded.some((each) => each.code === code)),
            []
        );
    });

    it('count words, and characters where words are not set apart', () => {
        assert.equal(lengthOf('Blocked on {0} — they cannot write.', 'en_US'), 6);
        assert.equal(lengthOf('再試行', 'ja'), 3);
    });
});
