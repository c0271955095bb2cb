import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toId18 } from '../../src/lib/salesforce-id.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const id15 = fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: 15, maxLength: 15 });

describe('toId18', () => {
    it('computes the check characters of published ids', () => {
        assert.equal(toId18('00D000000000062'), '00D000000000062EAA');
        assert.equal(toId18('001A0000006Vm9r'), '001A0000006Vm9rIAC');
        assert.equal(toId18('00D000000000001'), '00D000000000001EAA');
    });

    it('leaves an id of 18 characters as it is', () => {
        fc.assert(fc.property(id15, (id) => toId18(toId18(id) as string) === toId18(id)));
    });

    it('tells ids apart that differ only in case', () => {
        assert.notEqual(toId18('00D00000000000a')?.toLowerCase(), toId18('00D00000000000A')?.toLowerCase());
    });

    for (const text of ['', '00D', '00D0000000000', '00D000000000001AAA', '00D00000000000-', '00D000000000001EAAA']) {
        it(`refuses ${JSON.stringify(text)}`, () => {
            assert.equal(toId18(text), null);
        });
    }
});
