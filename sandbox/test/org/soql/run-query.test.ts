import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LocalOrg } from '../../../org/org.ts';
import { runQuery, type QueryResult } from '../../../org/soql/run-query.ts';

const org = new LocalOrg();
const ana = org.findUser('ana.silva@sandbox.example');
if (!ana) throw new Error('Ana is missing.');
const source = org.viewOf(ana);

const contact = org.records.insert('Contact', { Name: "Pat O'Neil", GoTallo_Conversation_Id__c: 'abc' });
org.records.insert('Case', { CaseNumber: '1', ContactId: contact.Id, CreatedDate: '2026-01-01T00:00:00.000Z' });
org.records.insert('Case', { CaseNumber: '2', Subject: 'lamp', CreatedDate: '2026-01-03T00:00:00.000Z' });
org.records.insert('Case', { CaseNumber: '3', Subject: 'Table', CreatedDate: '2026-01-02T00:00:00.000Z' });

function query(soql: string): QueryResult {
    return runQuery(soql, source);
}

function numbers(rest: string): unknown[] {
    return query(`SELECT CaseNumber FROM Case ${rest}`).records.map((record) => record['CaseNumber']);
}

describe('runQuery', () => {
    it('answers records with their type and address', () => {
        const { totalSize, done, records } = query("SELECT CaseNumber FROM case WHERE CaseNumber = '1'");
        const id = org.records.all('Case')[0]?.Id;
        const attributes = { type: 'Case', url: `/services/data/v66.0/sobjects/Case/${id}` };
        assert.deepEqual(
            { totalSize, done, records },
            { totalSize: 1, done: true, records: [{ attributes, CaseNumber: '1' }] }
        );
    });

    it('reads a field of a looked-up record, and null where the lookup is empty', () => {
        const rows = query(
            'SELECT Contact.Name, contact.gotallo_conversation_id__c FROM Case ORDER BY CaseNumber'
        ).records;
        const related = rows[0]?.['Contact'] as Record<string, unknown>;
        assert.deepEqual([related['Name'], related['GoTallo_Conversation_Id__c']], ["Pat O'Neil", 'abc']);
        assert.equal(rows[1]?.['Contact'], null);
    });

    const selections: [string, string, unknown[]][] = [
        ['compares text without case', "WHERE Subject = 'LAMP'", ['2']],
        ['finds empty fields', 'WHERE Subject = null', ['1']],
        ['takes one of a list', "WHERE CaseNumber IN ('1', '3')", ['1', '3']],
        ['leaves out those of a list', "WHERE CaseNumber NOT IN ('1', '3')", ['2']],
        ['joins with AND', "WHERE CaseNumber IN ('1','2') AND Subject != null", ['2']],
        ['joins with OR in parentheses', "WHERE (Subject = 'lamp' OR CaseNumber = '1') AND CaseNumber != '2'", ['1']],
        [
            'reads parentheses in parentheses',
            "WHERE ((Subject = 'lamp' OR (Subject = null AND CaseNumber = '1')) AND (CaseNumber != '3'))",
            ['1', '2']
        ],
        ['takes lists of several types', "WHERE Subject IN (null, 'table')", ['1', '3']],
        ['compares dates', 'WHERE CreatedDate > 2026-01-01T12:00:00Z', ['2', '3']],
        ['unescapes text', String.raw`WHERE Contact.Name = 'Pat O\'Neil'`, ['1']],
        ['sorts downward and limits', 'ORDER BY CreatedDate DESC LIMIT 2', ['2', '3']],
        ['sorts nulls first, and text without case', 'ORDER BY Subject', ['1', '2', '3']],
        ['sorts nulls last when told so', 'ORDER BY Subject DESC NULLS LAST', ['3', '2', '1']]
    ];
    for (const [what, rest, expected] of selections) {
        it(what, () => assert.deepEqual(numbers(rest), expected));
    }

    const refusals: [string, string, string][] = [
        ['an unknown object', 'SELECT Id FROM Nothing__c', 'INVALID_TYPE'],
        ['an unknown field', 'SELECT Nothing__c FROM Lead', 'INVALID_FIELD'],
        [
            'an unknown field in a condition, also without rows',
            "SELECT Id FROM Lead WHERE Nothing = 'x'",
            'INVALID_FIELD'
        ],
        ['an unknown field to sort by', 'SELECT Id FROM Lead ORDER BY Nothing', 'INVALID_FIELD'],
        ['an unknown relationship', 'SELECT Friend.Name FROM Case', 'INVALID_FIELD'],
        ['a query without fields', 'SELECT FROM Lead', 'MALFORMED_QUERY'],
        ['a query without an object', 'SELECT Id', 'MALFORMED_QUERY'],
        ['an open text', "SELECT Id FROM Lead WHERE Name = 'x", 'MALFORMED_QUERY'],
        ['an open list', "SELECT Id FROM Lead WHERE Name IN ('x'", 'MALFORMED_QUERY'],
        ['AND beside OR', "SELECT Id FROM Lead WHERE Name = 'x' AND Name = 'y' OR Name = 'z'", 'MALFORMED_QUERY'],
        ['AND that joins nothing', "SELECT Id FROM Lead WHERE AND Name = 'x'", 'MALFORMED_QUERY'],
        ['conditions that nothing joins', "SELECT Id FROM Lead WHERE Name = 'x' (Name = 'y')", 'MALFORMED_QUERY'],
        ['a missing space', 'SELECT Id FROM Lead ORDER BYName', 'MALFORMED_QUERY'],
        ['a clause that it does not know', 'SELECT Id FROM Lead OFFSET 2', 'MALFORMED_QUERY'],
        ['a comparison that it does not know', "SELECT Id FROM Lead WHERE Name LIKE 'x%'", 'MALFORMED_QUERY'],
        ['a negation', "SELECT Id FROM Lead WHERE NOT Name = 'x'", 'MALFORMED_QUERY'],
        ['a function', 'SELECT count() FROM Lead', 'MALFORMED_QUERY'],
        ['an alias', 'SELECT Id number FROM Lead', 'MALFORMED_QUERY'],
        ['a query in a query', 'SELECT Id FROM Lead WHERE Id IN (SELECT Id FROM Lead)', 'MALFORMED_QUERY'],
        ['a limit that is no number', "SELECT Id FROM Lead LIMIT 'x'", 'MALFORMED_QUERY'],
        ['something after the end', 'SELECT Id FROM Lead LIMIT 1 please', 'MALFORMED_QUERY'],
        ['nothing at all', '', 'MALFORMED_QUERY']
    ];
    for (const [what, soql, errorCode] of refusals) {
        it(`refuses ${what}`, () => assert.throws(() => query(soql), { name: 'RestError', errorCode }));
    }
});
