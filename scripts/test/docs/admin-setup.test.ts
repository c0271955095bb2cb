import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { textOf } from '../../checks/metadata-element.ts';
import { readOrg } from '../../checks/org.ts';
import { PROJECT } from '../support/project-copy.ts';

/** As many words of a message as the troubleshooting table repeats at least. */
const WORDS = 4;

describe('docs/admin-setup.md', async () => {
    const page = (await readFile(path.join(PROJECT, 'docs/admin-setup.md'), 'utf8')).replace(/\s+/g, ' ');
    const { labels, customPermissions, permissionSets, permissionSetGroups } = await readOrg(PROJECT);

    for (const { name, element } of labels.filter((label) => /^GoTallo_(Admin)?Error_/.test(label.name))) {
        it(`explains the message ${name} under its literal text`, () => {
            const words = (textOf(element, 'value') ?? '').split(' ').slice(0, WORDS).join(' ');
            assert.ok(page.includes(`| ${words}`) || page.includes(`/ ${words}`), `"${words}" is not in the table`);
        });
    }

    for (const name of [
        ...customPermissions,
        ...[...permissionSets, ...permissionSetGroups].map((file) => file.name)
    ]) {
        it(`names ${name}`, () => assert.ok(page.includes(`\`${name}\``)));
    }

    it('sets every environment variable that a deployment needs', async () => {
        const project = JSON.parse(await readFile(path.join(PROJECT, 'sfdx-project.json'), 'utf8')) as {
            replacements: { replaceWithEnv: string }[];
        };
        for (const { replaceWithEnv } of project.replacements) assert.ok(page.includes(`export ${replaceWithEnv}=`));
    });
});
