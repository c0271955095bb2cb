import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { checkSteps } from '../../checks/steps.ts';
import { PROJECT, ProjectCopy } from '../support/project-copy.ts';

const FOLDERS = ['bench', 'e2e', 'fakes', 'faults', 'force-app', 'install', 'proxy', 'sandbox', 'scripts', 'types'];
const SETTINGS = ['.gitignore', '.prettierrc', ...globSync('*.{js,json}', { cwd: PROJECT })];
const LWC = 'force-app/main/default/lwc';

describe('unused code', () => {
    async function found(t: TestContext, plant: (copy: ProjectCopy) => Promise<void>): Promise<string> {
        const copy = await ProjectCopy.create(t, [...FOLDERS, ...SETTINGS]);
        await symlink(path.join(PROJECT, 'node_modules'), path.join(copy.root, 'node_modules'));
        await plant(copy);
        const step = checkSteps(copy.root).find(({ name }) => name === 'unused code (knip)');
        const outcome = await step?.run();
        return outcome?.kind === 'failed' ? outcome.output : '';
    }

    it('finds files, exports and packages that nothing uses', async (t) => {
        const output = await found(t, async (copy) => {
            await copy.write('proxy/src/planted.ts', 'export const size = 1;\n');
            await copy.append('proxy/src/app.ts', 'export const plantedInProxy = 1;\n');
            await copy.append(`${LWC}/conversationErrors/conversationErrors.ts`, 'export const plantedInModule = 1;\n');
            await copy.append(`${LWC}/conversationState/conversationState.ts`, 'export const plantedInClass = 1;\n');
            await copy.replace('package.json', '"fast-check":', '"is-odd": "^3.0.1",\n        "fast-check":');
        });
        for (const planted of [
            /^proxy\/src\/planted\.ts\s*$/m,
            /^plantedInProxy .*app\.ts/m,
            /^plantedInModule .*conversationErrors\.ts/m,
            /^plantedInClass .*conversationState\.ts/m,
            /^is-odd .*package\.json/m
        ]) {
            assert.match(output, planted);
        }
        assert.equal(output.match(/^\S.*(?:package\.json|\.ts\b)/gm)?.length, 5, output);
    });
});
