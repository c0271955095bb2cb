import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, it } from 'node:test';
import { checkSlds } from '../../checks/slds.ts';
import { assertFound, PROJECT, ProjectCopy } from '../support/project-copy.ts';

const STYLE = 'force-app/main/default/lwc/conversationBlock/conversationBlock.css';

const MISTAKES: { what: string; style: string; found: RegExp }[] = [
    {
        what: 'a fixed color, with its line',
        style: '\n.planted {\n    color: #ff0000;\n}\n',
        found: /conversationBlock\.css:3: .*#ff0000.*\(slds\/no-hardcoded-values-slds2\)$/s
    },
    {
        what: 'a fixed space',
        style: '.planted { padding: 3px; }',
        found: /conversationBlock\.css:1: .*3px/
    },
    {
        what: 'a changed class of the design system',
        style: '.slds-button { display: block; }',
        found: /conversationBlock\.css:1: Overriding \.slds-button/
    }
];

describe('checkSlds', () => {
    it('finds nothing in the project as it is', async () => {
        assert.deepEqual(await checkSlds(PROJECT), []);
    });

    for (const { what, style, found } of MISTAKES) {
        it(`finds ${what}`, async (t) => {
            const copy = await ProjectCopy.create(t);
            await copy.write(STYLE, style);
            assertFound(await checkSlds(copy.root), found);
        });
    }

    it('finds that there is nothing to lint', async (t) => {
        const copy = await ProjectCopy.create(t);
        await copy.remove('force-app/main/default/lwc');
        await mkdir(path.join(copy.root, 'force-app/main/default/lwc'));
        assertFound(await checkSlds(copy.root), /holds no template and no style/);
    });
});
