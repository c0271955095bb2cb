import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { buildConsole } from '../../bundle/build-console.ts';
import { readPageFiles } from '../../bundle/page-files.ts';

/** Bytes over the line. Before it was minified, the script alone had 2,690,000. */
const MOST_SCRIPT = { '.br': 225_000, '.gz': 320_000 };
const MOST_STYLES = { '.br': 95_000, '.gz': 110_000 };

describe('what the page loads before it shows anything', () => {
    let folder: string;

    before(async () => {
        folder = await buildConsole();
    });

    for (const suffix of ['.br', '.gz'] as const) {
        it(`is small as ${suffix}`, () => {
            const { scripts, styles } = readPageFiles(folder);
            const size = (path: string): number => statSync(`${folder}/${path}${suffix}`).size;
            const script = scripts.reduce((sum, name) => sum + size(`scripts/${name}`), 0);
            assert.ok(script <= MOST_SCRIPT[suffix], `scripts have ${script} bytes`);
            for (const name of Object.values(styles)) {
                assert.ok(size(`styles/${name}`) <= MOST_STYLES[suffix], `${name} has ${size(`styles/${name}`)} bytes`);
            }
        });
    }
});
