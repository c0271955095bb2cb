import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { SETTING_NAMES } from '../src/config/environment.ts';
import { PROBLEMS } from '../src/http/problems.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');

/** The cells of the table below a heading, as they are written. */
function tableBelow(heading: string): string[][] {
    const section = README.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
    const rows = section.split('\n').filter((line) => line.startsWith('|'));
    return rows.slice(2).map((row) =>
        row
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim())
    );
}

describe('the README', () => {
    it('lists every setting of the proxy, and no other', () => {
        const listed = tableBelow('Configuration of the proxy').map(([name]) => (name ?? '').replaceAll('`', ''));
        assert.deepEqual(listed.sort(), [...SETTING_NAMES].sort());
    });

    it('lists every problem code with its status, and no other', () => {
        const listed = tableBelow('HTTP reference').flatMap(([status, codes]) =>
            [...(codes ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code]) => `${status} ${code}`)
        );
        const known = Object.entries(PROBLEMS).map(([code, { status }]) => `${status} ${code}`);
        assert.deepEqual(listed.sort(), known.sort());
    });

    it('names only commands that exist', () => {
        const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
        const named = [...README.matchAll(/npm run ([a-z:]+)/g)].map(([, name]) => name ?? '');
        assert.ok(named.length > 0);
        assert.deepEqual(
            named.filter((name) => !(name in manifest.scripts)),
            []
        );
    });
});
