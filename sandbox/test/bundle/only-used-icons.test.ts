import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { onlyUsedIcons } from '../../bundle/only-used-icons.ts';

const PACKAGE = dirname(createRequire(import.meta.url).resolve('lightning-base-components/package.json'));
const UTILITY = join(PACKAGE, 'src/lightning/iconSvgTemplatesUtility/buildTemplates/templates.js');

type Transform = (code: string, id: string) => { code: string } | null;

describe('onlyUsedIcons', () => {
    let folder: string;
    let transform: Transform;

    before(() => {
        folder = mkdtempSync(join(tmpdir(), 'icons-'));
        writeFileSync(join(folder, 'card.html'), '<lightning-icon icon-name="utility:offline"></lightning-icon>');
        writeFileSync(join(folder, 'card.ts'), "const icon = isOver ? 'yubi_key' : 'zoomout';");
        transform = onlyUsedIcons([folder]).transform as Transform;
    });
    after(() => rmSync(folder, { recursive: true }));

    function kept(): string[] {
        const { code } = transform(readFileSync(UTILITY, 'utf8'), UTILITY) ?? { code: '' };
        const imported = [...code.matchAll(/^import { default as (\w+) } from '.*\.html';$/gm)].map(([, name]) => name);
        assert.ok(code.endsWith(`export default { ${imported.join(', ')} };`));
        return imported.map(String);
    }

    const used = [
        ['our templates name', 'utility_offline'],
        ['our scripts put together', 'utility_yubi_key'],
        ['base components name', 'utility_close']
    ] as const;
    for (const [what, name] of used) it(`keeps what ${what}`, () => assert.ok(kept().includes(name)));

    it('leaves out most of the others', () => {
        assert.ok(!kept().includes('utility_wifi'));
        assert.ok(kept().length < 150, `${kept().length} icons are kept`);
    });

    it('leaves other modules alone', () => assert.equal(transform('export {};', '/card.js'), null));
});
