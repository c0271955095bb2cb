import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseConversationId, withoutDashes } from '../../../src/conversations/knowledge/conversation-id.ts';

describe('parseConversationId', () => {
    it('reads a dashed id in either case', () => {
        assert.equal(
            parseConversationId('0F8FAD5B-D9CB-469F-A165-70867728950E'),
            '0f8fad5b-d9cb-469f-a165-70867728950e'
        );
    });

    it('reads 32 hex digits as the same id', () => {
        assert.equal(parseConversationId('0f8fad5bd9cb469fa16570867728950e'), '0f8fad5b-d9cb-469f-a165-70867728950e');
    });

    it('reads back every id it writes without dashes', () => {
        fc.assert(
            fc.property(fc.uuid(), (uuid) => {
                const id = parseConversationId(uuid);
                assert.ok(id !== null);
                assert.equal(parseConversationId(withoutDashes(id)), id);
            })
        );
    });

    for (const text of [
        '',
        'abc',
        '0f8fad5b-d9cb-469f-a165-70867728950',
        '0f8fad5b-d9cb-469f-a165-70867728950e0',
        '0f8fad5bd9cb-469f-a165-70867728950e',
        'g0f8fad5bd9cb469fa16570867728950',
        "0f8fad5b-d9cb-469f-a165-70867728950e' OR ''='",
        '../../../etc/passwd'
    ]) {
        it(`refuses ${JSON.stringify(text)}`, () => {
            assert.equal(parseConversationId(text), null);
        });
    }
});
