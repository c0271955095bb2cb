import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { SETTING_NAMES } from '../src/config/environment.ts';
import { exclusionLetter } from '../src/gotallo/exclusion-letter.ts';
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

describe('docs/admin-setup.md', () => {
    it('has the letter of the set-up check, line by line, but for the values of an org', () => {
        const page = readFileSync(path.join(DOCS, 'admin-setup.md'), 'utf8');
        const facts = { orgId: '00D...', instanceUrl: 'https://acme.my.salesforce.com', tenantId: 'NAME' };
        const lines = exclusionLetter(facts).split('\n');
        const missing = lines.filter((line) => !/Environment:/.test(line) && !page.includes(line));
        assert.deepEqual(missing, []);
    });

    it('has a letter that tells a sandbox from production', () => {
        const environmentOf = (instanceUrl: string) =>
            /Environment: +(.*)/.exec(exclusionLetter({ orgId: '', instanceUrl, tenantId: '' }))?.[1];
        assert.equal(environmentOf('https://acme.my.salesforce.com'), 'production');
        assert.equal(environmentOf('https://acme--uat.sandbox.my.salesforce.com'), 'sandbox uat');
        assert.equal(environmentOf('https://acme-dev-ed.develop.my.salesforce.com'), 'develop');
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
