import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseObservation } from '../../src/salesforce/heroku-messages.ts';

const CREATED = '2026-11-22T10:00:00.000+0000';
const NOW = new Date('2026-11-22T10:00:05.000Z');

/** A Heroku Message as Salesforce answers it; only CreatedDate is filled. */
function message(fields: Record<string, unknown> = {}): Record<string, unknown> {
    return { attributes: { type: 'Social25__Heroku_Message__c' }, CreatedDate: CREATED, ...fields };
}

function observationOf(...records: Record<string, unknown>[]) {
    return parseObservation({ totalSize: records.length, done: true, records }, NOW);
}

describe('parseObservation', () => {
    it('tells state, channel, customer and times of a message', () => {
        const observation = observationOf(
            message({
                Social25__Conversation_State__c: 'OPEN',
                Social25__Conversation_Medium__c: 'facebook',
                Social25__Timestamp__c: '2026-11-22T09:58:00Z',
                Social25__Outbound__c: 0,
                Social25__User_Full_Name__c: 'Mia Chen'
            })
        );
        const at = new Date('2026-11-22T09:58:00Z');
        assert.deepEqual(observation, {
            state: 'OPEN',
            at,
            medium: 'facebook',
            customerName: 'Mia Chen',
            lastInboundAt: at
        });
    });

    it('is null without messages', () => {
        assert.equal(observationOf(), null);
    });

    it('takes the state of the message written last, not of the one loaded last', () => {
        const observation = observationOf(
            message({ Social25__Conversation_State__c: 'OPEN', Social25__Timestamp__c: '2026-11-22T09:00:00Z' }),
            message({ Social25__Conversation_State__c: 'BLOCKED', Social25__Timestamp__c: '2026-11-22T09:30:00Z' })
        );
        assert.equal(observation?.state, 'BLOCKED');
        assert.deepEqual(observation?.at, new Date('2026-11-22T09:30:00Z'));
    });

    const directions: [value: unknown, inbound: boolean][] = [
        [0, true],
        ['0', true],
        [false, true],
        ['false', true],
        [1, false],
        ['1', false],
        [true, false],
        ['#N/A', false],
        [null, false]
    ];
    for (const [value, inbound] of directions) {
        it(`takes Outbound ${JSON.stringify(value)} as ${inbound ? 'inbound' : 'not known to be inbound'}`, () => {
            const observation = observationOf(
                message({ Social25__Outbound__c: value, Social25__User_Full_Name__c: 'of the newest' }),
                message({ Social25__Outbound__c: 0, Social25__User_Full_Name__c: 'of the customer' })
            );
            assert.equal(observation?.customerName, inbound ? 'of the newest' : 'of the customer');
        });
    }

    for (const empty of [null, undefined, '', '  ', '#N/A']) {
        it(`takes ${JSON.stringify(empty)} as empty`, () => {
            const observation = observationOf(
                message({
                    Social25__Conversation_State__c: empty,
                    Social25__Conversation_Medium__c: empty,
                    Social25__Timestamp__c: empty,
                    Social25__User_Full_Name__c: empty,
                    Social25__User_First_Name__c: empty
                })
            );
            const at = new Date(CREATED);
            assert.deepEqual(observation, { state: null, at, medium: null, customerName: null, lastInboundAt: null });
        });
    }

    it('tells when the customer last wrote, behind answers of agents', () => {
        const observation = observationOf(
            message({ Social25__Outbound__c: 1, Social25__Timestamp__c: '2026-11-22T09:30:00Z' }),
            message({ Social25__Outbound__c: 0, Social25__Timestamp__c: '2026-11-22T09:10:00Z' }),
            message({ Social25__Outbound__c: 0, Social25__Timestamp__c: '2026-11-22T09:20:00Z' })
        );
        assert.deepEqual(observation?.lastInboundAt, new Date('2026-11-22T09:20:00Z'));
    });

    it('does not know when they last wrote where no message is known to be theirs', () => {
        assert.equal(observationOf(message({ Social25__Outbound__c: 1 }))?.lastInboundAt, null);
    });

    it('takes a state it does not know as none, and any case of those it knows', () => {
        assert.equal(observationOf(message({ Social25__Conversation_State__c: 'ARCHIVED' }))?.state, null);
        assert.equal(observationOf(message({ Social25__Conversation_State__c: 'Auto_Bot' }))?.state, 'AUTO_BOT');
    });

    it('puts the name together where there is no full name', () => {
        const named = (fields: Record<string, unknown>) => observationOf(message(fields))?.customerName;
        const parts = { Social25__User_First_Name__c: 'Mia', Social25__User_Last_Name__c: 'Chen' };
        assert.equal(named({ Social25__User_Full_Name__c: '#N/A', ...parts }), 'Mia Chen');
        assert.equal(named({ ...parts, Social25__User_Last_Name__c: '#N/A' }), 'Mia');
    });

    it("prefers the name on the customer's own message", () => {
        const observation = observationOf(
            message({ Social25__Outbound__c: 1, Social25__User_Full_Name__c: 'Agent Ada' }),
            message({ Social25__Outbound__c: 0, Social25__User_Full_Name__c: 'Mia Chen' })
        );
        assert.equal(observation?.customerName, 'Mia Chen');
    });

    const times: [timestamp: unknown, expected: string][] = [
        ['2026-11-22T09:00:00.000+0000', '2026-11-22T09:00:00.000Z'],
        ['2026-11-22T10:30:00+01:00', '2026-11-22T09:30:00.000Z'],
        ['2026-11-22 09:00:00', '2026-11-22T09:00:00.000Z'],
        ['2026-11-22T09:00:00.123456', '2026-11-22T09:00:00.123Z'],
        ['2026-11-22T11:00:00Z', '2026-11-22T10:00:00.000Z'],
        ['2026-13-45T09:00:00Z', '2026-11-22T10:00:00.000Z'],
        ['yesterday', '2026-11-22T10:00:00.000Z'],
        ['9999-12-31T23:59:59-12:00', '2026-11-22T10:00:00.000Z'],
        ['1969-12-31T23:59:59Z', '1970-01-01T00:00:00.000Z'],
        ['0000-01-01T00:00:00Z', '1970-01-01T00:00:00.000Z'],
        ['5', '2026-11-22T10:00:00.000Z'],
        [1_795_341_600, '2026-11-22T10:00:00.000Z']
    ];
    for (const [timestamp, expected] of times) {
        it(`reads the time ${JSON.stringify(timestamp)} of a record created at 10:00 UTC as ${expected}`, () => {
            assert.equal(observationOf(message({ Social25__Timestamp__c: timestamp }))?.at.toISOString(), expected);
        });
    }

    const records: [created: string, expected: string][] = [
        ['2026-11-22T10:00:06.000+0000', '2026-11-22T10:00:05.000Z'],
        ['9999-12-31T23:59:59.000-1200', '2026-11-22T10:00:05.000Z'],
        ['1960-01-01T00:00:00.000+0000', '1970-01-01T00:00:00.000Z']
    ];
    for (const [created, expected] of records) {
        it(`takes a record created at ${created} for one of ${expected}, when that is what the clock allows`, () => {
            const observation = observationOf(message({ CreatedDate: created, Social25__Outbound__c: 0 }));
            assert.equal(observation?.at.toISOString(), expected);
            assert.equal(observation.lastInboundAt?.toISOString(), expected);
        });
    }

    for (const body of [
        null,
        'text',
        {},
        { records: {} },
        { records: [{}] },
        { records: [{ CreatedDate: 'never' }] }
    ]) {
        it(`throws on ${JSON.stringify(body)}`, () => {
            assert.throws(() => parseObservation(body));
        });
    }
});
