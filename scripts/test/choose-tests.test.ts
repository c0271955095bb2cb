import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chooseTests, type TestChoice } from '../choose-tests.ts';
import { TEST_SUITES } from '../test-suites.ts';

describe('npm test', () => {
    function choose(...args: string[]): TestChoice {
        const choice = chooseTests(args, TEST_SUITES);
        assert.ok(typeof choice !== 'string', String(choice));
        return choice;
    }

    const namesOf = ({ chosen }: TestChoice): string[] => chosen.map(({ suite }) => suite.name);

    it('runs every suite but the deep ones when nothing is named', () => {
        assert.deepEqual(namesOf(choose()), ['lwc', 'proxy', 'sandbox', 'scripts', 'e2e']);
    });

    it('runs the deep ones, too, when it is told to', () => {
        assert.deepEqual(namesOf(choose('--deep')).slice(-2), ['install', 'deep']);
        assert.deepEqual(namesOf(choose('deep')), ['deep']);
    });

    it('runs the files of a folder in their suite', () => {
        const { chosen } = choose('proxy/test/http');
        assert.equal(chosen.length, 1);
        assert.equal(chosen[0]?.suite.name, 'proxy');
        assert.ok(chosen[0].files.includes('proxy/test/http/refusals.test.ts'));
        assert.ok(chosen[0].files.every((file) => file.startsWith('proxy/test/http/')));
    });

    for (const [file, name] of [
        ['proxy/test/lib/turns.test.ts', 'proxy'],
        ['proxy/test/store/shared.server.test.ts', 'postgres'],
        ['faults/test/planted-mistakes.test.ts', 'deep'],
        ['force-app/main/default/lwc/conversationPanel/__tests__/block.test.ts', 'lwc'],
        ['install/test/options.test.ts', 'install'],
        ['e2e/undo.test.ts', 'e2e'],
        ['e2e/pictures.test.ts', 'looks']
    ] as const) {
        it(`runs ${file} alone, in the suite ${name}`, () => {
            const { chosen } = choose(file);
            assert.deepEqual([namesOf({ chosen, name: null, isWatching: false }), chosen[0]?.files], [[name], [file]]);
        });
    }

    it('runs several files of one suite together, and a whole suite when that is named beside one of its files', () => {
        const two = choose('e2e/undo.test.ts', 'e2e/states.test.ts');
        assert.deepEqual(two.chosen[0]?.files, ['e2e/undo.test.ts', 'e2e/states.test.ts']);
        assert.deepEqual(choose('e2e/undo.test.ts', 'e2e').chosen[0]?.files, []);
    });

    it('takes the name of tests, and watches one suite', () => {
        const { name, isWatching } = choose('proxy/test/http', '--name', 'refuses', '--watch');
        assert.deepEqual([name, isWatching], ['refuses', true]);
    });

    for (const [what, args, words] of [
        ['a suite that is not there', ['nonsense'], /^There is no suite and no test in "nonsense"\. Suites: lwc, /],
        ['a folder without tests', ['docs'], /^There is no suite and no test in "docs"/],
        ['a file that is no test', ['package.json'], /^There is no suite and no test in "package\.json"/],
        ['an option that is none', ['--fast'], /^Usage: npm test -- /],
        ['all suites to watch', ['--watch'], /^Name one suite/]
    ] as const) {
        it(`says what is wrong with ${what}`, () => {
            const said = chooseTests(args, TEST_SUITES);
            assert.ok(typeof said === 'string');
            assert.match(said, words);
        });
    }
});
