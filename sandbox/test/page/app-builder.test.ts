import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AppBuilder } from '../../page/app-builder.ts';

describe('App Builder', () => {
    it('offers what the metadata of the component names, with labels', () => {
        const { properties } = new AppBuilder().settingsOf('Lead');
        const field = properties.find(({ name }) => name === 'conversationIdField');
        assert.ok(field);
        assert.notEqual(field.label, '');
    });

    it('begins with what the admin of this org has set', () => {
        const builder = new AppBuilder();
        assert.equal(builder.settingsOf('Case').values['conversationIdField'], 'Contact.GoTallo_Conversation_Id__c');
        assert.equal(builder.settingsOf('Lead').values['conversationIdField'], '');
    });

    it('keeps a change to the page of its object, until a reset', () => {
        const builder = new AppBuilder();
        builder.change('Lead', { conversationIdField: 'Company' });
        assert.equal(builder.settingsOf('Lead').values['conversationIdField'], 'Company');
        assert.notEqual(builder.settingsOf('Case').values['conversationIdField'], 'Company');
        builder.reset();
        assert.equal(builder.settingsOf('Lead').values['conversationIdField'], '');
    });

    it('tells open pages of a change', () => {
        const builder = new AppBuilder();
        const before = builder.revision;
        builder.change('Lead', { conversationIdField: '' });
        assert.notEqual(builder.revision, before);
    });

    const refused: [string, Record<string, unknown>][] = [
        ['a property that the component does not have', { color: 'red' }],
        ['a number for text', { conversationIdField: 4 }],
        ['nothing for text', { conversationIdField: null }],
        ['text without end', { conversationIdField: 'x'.repeat(1001) }],
        ['one good value beside a bad one', { conversationIdField: 'Company', color: 'red' }]
    ];
    for (const [what, values] of refused) {
        it(`refuses ${what}, and nothing is set`, () => {
            const builder = new AppBuilder();
            const before = builder.settingsOf('Lead').values;
            assert.throws(() => builder.change('Lead', values), { name: 'Refusal' });
            assert.deepEqual(builder.settingsOf('Lead').values, before);
        });
    }
});
