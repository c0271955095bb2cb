import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkApexMeaning } from '../../checks/apex-meaning.ts';
import { formatProblem } from '../../checks/problem.ts';
import { needsJava } from '../support/java-tests.ts';
import { assertFound, PROJECT, ProjectCopy } from '../support/project-copy.ts';

const CLASSES = 'force-app/main/default/classes';

/** Statements of one class, each on a line of its own, so that one run of apex-ls finds them all. */
const MISTAKES: { what: string; statement: string; found: RegExp }[] = [
    {
        what: 'an unknown method',
        statement: "new HttpRequest().setMethods('GET');",
        found: /setMethods.*System\.HttpRequest/
    },
    { what: 'an unknown class', statement: 'Object gone = new GoTalloGone();', found: /GoTalloGone/ },
    { what: 'an unknown label', statement: 'String text = Label.GoTallo_Error_gone;', found: /GoTallo_Error_gone/ },
    { what: 'a value of another type', statement: "Integer count = 'one';", found: /Integer/ },
    { what: 'an unknown field', statement: 'Account record = new Account(Nmae = null);', found: /Nmae/ },
    { what: 'an argument too many', statement: "GoTalloException.withCode('a', 'b');", found: /withCode/ },
    { what: 'a local variable that is not declared', statement: 'missing = 1;', found: /missing/ }
];
const FIRST_LINE = 3;

describe('checkApexMeaning', await needsJava('Apex meaning (apex-ls)'), () => {
    it('finds nothing in the project as it is', async () => {
        assert.deepEqual(await checkApexMeaning(PROJECT), []);
    });

    it(`finds, with its line, ${MISTAKES.map(({ what }) => what).join(', ')}`, async (t) => {
        const copy = await ProjectCopy.create(t);
        const statements = MISTAKES.map(({ statement }) => `        ${statement}`);
        const lines = ['public class GoTalloPlanted {', '    void run() {', ...statements, '    }', '}'];
        await copy.write(`${CLASSES}/GoTalloPlanted.cls`, lines.join('\n'));
        await copy.write(`${CLASSES}/GoTalloPlanted.cls-meta.xml`, '<ApexClass/>');
        const problems = await checkApexMeaning(copy.root);
        MISTAKES.forEach(({ what, found }, index) => {
            const place = `${CLASSES}/GoTalloPlanted.cls:${FIRST_LINE + index}: `;
            const line = problems.map(formatProblem).find((problem) => problem.startsWith(place));
            assert.match(line ?? `nothing at ${place}`, found, what);
        });
    });

    it('finds a missing semicolon', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(`${CLASSES}/GoTalloJson.cls`, 'Object value;', 'Object value');
        assert.match(String((await checkApexMeaning(copy.root)).map(formatProblem)), /GoTalloJson\.cls:\d+: /);
    });

    it('finds a mock that is no callout mock any more', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.replace(`${CLASSES}/GoTalloCalloutMock.cls`, 'HttpResponse respond(', 'HttpResponse reply(');
        assertFound(await checkApexMeaning(copy.root), /GoTalloCalloutMock\.cls:\d+: .*respond/);
    });

    it('finds that there is no project instead of passing', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.remove('sfdx-project.json');
        assertFound(await checkApexMeaning(copy.root), /No sfdx-project\.json/);
    });
});
