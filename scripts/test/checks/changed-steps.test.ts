import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { changedSteps, planFor } from '../../checks/changed-steps.ts';
import { lacksPackages } from '../../checks/steps.ts';
import type { StagedFile } from '../../checks/staged-files.ts';
import { PROJECT } from '../support/project-copy.ts';

const NODE = 'tsconfig.json';
const LWC = 'tsconfig.lwc.json';
const CONSOLE = 'sandbox/console/tsconfig.json';
/** Only where its packages are installed. */
const INSTALL = lacksPackages(PROJECT, 'install/tsconfig.json') ? [] : ['install/tsconfig.json'];

function changed(...paths: string[]): StagedFile[] {
    return paths.map((path) => ({ path, isDeleted: false }));
}

describe('npm run check -- --changed', () => {
    const projects: [string, string[]][] = [
        ['proxy/src/server.ts', [NODE]],
        ['proxy/test/turns.test.ts', [NODE]],
        ['fakes/gotallo.ts', [NODE]],
        ['faults/main.ts', [NODE]],
        ['sandbox/main.ts', [NODE]],
        ['install/src/install.ts', INSTALL],
        ['sandbox/console/main.ts', [CONSOLE]],
        ['sandbox/console/lwc/console/app/app.ts', [CONSOLE]],
        ['force-app/main/default/lwc/conversationPanel/card.ts', [LWC]],
        ['force-app/test/dom.ts', [LWC]],
        ['types/contract/view.d.ts', [NODE, LWC, CONSOLE, ...INSTALL]],
        ['tsconfig.base.json', [NODE, LWC, CONSOLE, ...INSTALL]],
        ['package-lock.json', [NODE, LWC, CONSOLE, ...INSTALL]],
        ['force-app/main/default/lwc/conversationPanel/conversationPanel.html', []],
        ['README.md', []]
    ];
    for (const [file, expected] of projects) {
        it(`checks the types of ${expected.join(', ') || 'nothing'} for ${file}`, () => {
            assert.deepEqual(planFor(PROJECT, changed(file)).projects, expected);
        });
    }

    it('checks the types where a file was deleted, which others may still import', () => {
        const plan = planFor(PROJECT, [{ path: 'proxy/src/turns.ts', isDeleted: true }]);
        assert.deepEqual(plan, { format: [], lint: [], projects: [NODE] });
    });

    it('checks the format of every file, and lints code', () => {
        const files = [
            'README.md',
            'eslint.config.js',
            'force-app/main/default/classes/GoTalloFieldPath.cls',
            'e2e/undo.test.ts'
        ];
        const plan = planFor(PROJECT, changed(...files));
        assert.deepEqual([plan.format, plan.lint], [files, ['eslint.config.js', 'e2e/undo.test.ts']]);
    });

    it('takes a step for each part of the plan, and none for an empty part', () => {
        const names = (...files: string[]): string[] =>
            changedSteps(PROJECT, planFor(PROJECT, changed(...files))).map(({ name }) => name);
        assert.deepEqual(names(), []);
        assert.deepEqual(names('README.md'), ['prettier']);
        assert.deepEqual(names('sandbox/console/main.ts'), [`types (${CONSOLE})`, 'eslint', 'prettier']);
    });

    it('finds nothing wrong where only files without a format are staged', async () => {
        const steps = changedSteps(PROJECT, {
            format: ['.githooks/pre-commit', 'package-lock.json'],
            lint: [],
            projects: []
        });
        assert.deepEqual(await steps[0]?.run(), { kind: 'passed' });
    });
});
