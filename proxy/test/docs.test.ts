import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { SETTING_NAMES } from '../src/config/environment.ts';
import { PROBLEMS } from '../src/http/problems.ts';

const DOCS = path.resolve(import.meta.dirname, '../../docs');

/** The cells of the table below a heading, as they are written. */
function tableBelow(page: string, heading: string): string[][] {
    const text = readFileSync(path.join(DOCS, page), 'utf8');
    const section = text.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
    const rows = section.split('\n').filter((line) => line.startsWith('|'));
    return rows.slice(2).map((row) =>
        row
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim())
    );
}

describe('docs/configuration.md', () => {
    it('lists every setting of the proxy, and no other', () => {
        const listed = tableBelow('configuration.md', 'Environment').map(([name]) => (name ?? '').replaceAll('`', ''));
        assert.deepEqual(listed.sort(), [...SETTING_NAMES].sort());
    });
});

describe('docs/http-api.md', () => {
    it('lists every problem code with its status, and no other', () => {
        const listed = tableBelow('http-api.md', 'Errors').flatMap(([status, codes]) =>
            [...(codes ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code]) => `${status} ${code}`)
        );
        const known = Object.entries(PROBLEMS).map(([code, { status }]) => `${status} ${code}`);
        assert.deepEqual(listed.sort(), known.sort());
    });
});
