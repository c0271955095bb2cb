import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { soqlList, soqlText } from '../../src/salesforce/soql.ts';

/** Reads a SOQL literal back as Salesforce does: a backslash escapes what follows it, a bare quote ends the text. */
function read(literal: string): string {
    assert.match(literal, /^'(?:[^'\\\n\r]|\\.)*'$/, 'the literal ends early or breaks off');
    const escapes: Record<string, string> = { n: '\n', r: '\r' };
    return literal.slice(1, -1).replace(/\\(.)/g, (_, character: string) => escapes[character] ?? character);
}

describe('soqlText', () => {
    it('writes plain text between quotes', () => {
        assert.equal(soqlText('Allow_Change'), "'Allow_Change'");
    });

    it('leaves no way out of the quotes', () => {
        assert.equal(soqlText("' OR Name != '"), "'\\' OR Name != \\''");
        assert.equal(soqlText("\\'"), "'\\\\\\''");
    });

    it('means the text it was given, whatever it is', () => {
        const unit = fc.constantFrom("'", '\\', '\n', '\r', 'a', 'n', '"', '%');
        fc.assert(fc.property(fc.string({ unit }), (text) => read(soqlText(text)) === text));
    });
});

describe('soqlList', () => {
    it('quotes every text', () => {
        assert.equal(soqlList(['a', "b'"]), "('a', 'b\\'')");
    });
});
