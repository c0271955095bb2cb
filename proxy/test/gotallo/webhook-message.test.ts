import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readWebhookMessage } from '../../src/gotallo/webhook-message.ts';

const NOW = new Date('2026-03-01T12:00:00.000Z');

/** A message with every field of the documentation. */
const MESSAGE: Record<string, unknown> = {
    id: '5b1c2d3e-0000-4000-8000-000000000001',
    ext_identifier: 'wamid.1',
    conversation_id: '6F9619FF-8B86-D011-B42D-00C04FC964FF',
    tenant_id: '0F8FAD5B-D9CB-469F-A165-70867728950E',
    agent_id: '5b1c2d3e-0000-4000-8000-000000000002',
    agent: null,
    timestamp: '2026-03-01T11:00:00.123456Z',
    modified_timestamp: '2026-03-01T11:30:00Z',
    type: 'TEXT',
    status: 'RECEIVED',
    outbound: false,
    text: 'Hello',
    file: null,
    auxiliary_data: {},
    platform: 'WHATSAPP',
    platform_id: '5b1c2d3e-0000-4000-8000-000000000003',
    conversation_state: 'OPEN',
    tenant: { id: '0f8fad5b-d9cb-469f-a165-70867728950e', name: 'Acme', org_id: null },
    chat_user: { id: 'x', username: 'maria', first_name: 'Maria', last_name: 'Lopez', phone_number: '31600000000' }
};

function read(change: Record<string, unknown> = {}) {
    return readWebhookMessage({ ...MESSAGE, ...change }, NOW);
}

function noticeOf(change: Record<string, unknown>) {
    const { notice } = read(change) ?? assert.fail('the message was not taken');
    return notice;
}

describe('readWebhookMessage', () => {
    it('takes what we need of a message, and nothing else', () => {
        assert.deepEqual(read(), {
            tenantId: '0f8fad5b-d9cb-469f-a165-70867728950e',
            notice: {
                id: '5b1c2d3e-0000-4000-8000-000000000001',
                conversationId: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
                writtenAt: new Date('2026-03-01T11:00:00.123Z'),
                modifiedAt: new Date('2026-03-01T11:30:00.000Z'),
                toldModifiedAt: new Date('2026-03-01T11:30:00.000Z'),
                isInbound: true,
                state: 'OPEN',
                channel: 'WHATSAPP',
                customerName: 'Maria Lopez'
            }
        });
    });

    it('does without everything but id, conversation, tenant and one time', () => {
        const { id, conversation_id, tenant_id, timestamp } = MESSAGE;
        const least = readWebhookMessage({ id, conversation_id, tenant_id, timestamp }, NOW);
        assert.deepEqual(least?.notice, {
            id,
            conversationId: '6f9619ff-8b86-d011-b42d-00c04fc964ff',
            writtenAt: new Date('2026-03-01T11:00:00.123Z'),
            modifiedAt: new Date('2026-03-01T11:00:00.123Z'),
            toldModifiedAt: new Date('2026-03-01T11:00:00.123Z'),
            isInbound: false,
            state: null,
            channel: null,
            customerName: null
        });
    });

    const ignored = ['agent', 'type', 'status', 'text', 'file', 'quote', 'tenant', 'platform_id', 'unknown_field'];
    for (const field of ignored) {
        it(`does not mind what ${field} holds`, () => {
            for (const value of [null, 7, 'x', [], {}, { deep: [1] }])
                assert.deepEqual(read({ [field]: value }), read());
        });
    }

    it('takes ids without dashes', () => {
        const ids = {
            conversation_id: '6f9619ff8b86d011b42d00c04fc964ff',
            tenant_id: '0f8fad5bd9cb469fa16570867728950e'
        };
        assert.deepEqual(read(ids), read());
    });

    it('lets one time stand for the other', () => {
        const written = noticeOf({ timestamp: undefined });
        assert.deepEqual(written.writtenAt, new Date('2026-03-01T11:30:00Z'));
        const modified = noticeOf({ modified_timestamp: 'soon' });
        assert.deepEqual(modified.modifiedAt, new Date('2026-03-01T11:00:00.123Z'));
    });

    it('reads times with an offset', () => {
        assert.deepEqual(
            noticeOf({ timestamp: '2026-03-01T12:30:00+02:00' }).writtenAt,
            new Date('2026-03-01T10:30:00Z')
        );
    });

    it('sets times in the future to when it was received', () => {
        const future = noticeOf({ timestamp: '2026-03-01T12:00:00.001Z', modified_timestamp: '9999-12-31T23:59:59Z' });
        assert.deepEqual([future.writtenAt, future.modifiedAt], [NOW, NOW]);
        assert.ok(future.toldModifiedAt > NOW, 'the same message is known by the time it was told with');
    });

    it('names a version no later than the year 9999, so that any database can store it', () => {
        const versions = ['9999-12-31T23:59:59-12:00', '9999-12-31T23:59:59.999999-23:59'].map(
            (time) => noticeOf({ modified_timestamp: time }).toldModifiedAt
        );
        assert.deepEqual(new Set(versions.map((at) => at.toISOString())), new Set(['9999-12-31T23:59:59.999Z']));
    });

    for (const state of ['ARCHIVED', '', null, undefined, 7, {}, ['OPEN'], true]) {
        it(`knows no state in ${JSON.stringify(state)}`, () => {
            assert.equal(noticeOf({ conversation_state: state }).state, null);
        });
    }

    it('reads the state without case', () => {
        assert.equal(noticeOf({ conversation_state: 'blocked' }).state, 'BLOCKED');
    });

    for (const [platform, channel] of [
        ['whatsapp', 'WHATSAPP'],
        [' Apple_Business ', 'APPLE_BUSINESS'],
        ['what sapp', null],
        ['<b>', null],
        ['', null],
        ['x'.repeat(41), null],
        [7, null],
        [null, null]
    ] as const) {
        it(`takes the platform ${JSON.stringify(platform)} for ${channel}`, () => {
            assert.equal(noticeOf({ platform }).channel, channel);
        });
    }

    for (const outbound of [true, null, undefined, 'false', 0]) {
        it(`does not take outbound ${JSON.stringify(outbound)} for a message of the customer`, () => {
            assert.equal(noticeOf({ outbound }).isInbound, false);
        });
    }

    const names: [user: unknown, name: string | null][] = [
        [{ first_name: ' Maria ', last_name: null, username: 'm' }, 'Maria'],
        [{ last_name: 'Lopez' }, 'Lopez'],
        [{ first_name: '', last_name: ' ', username: ' maria ' }, 'maria'],
        [{ first_name: 7, last_name: {}, username: 'maria' }, 'maria'],
        [{ first_name: 'Ma\0ria' }, 'Maria'],
        [{ first_name: '\0', username: 'maria' }, 'maria'],
        [{ username: '<b>Maria</b>' }, '<b>Maria</b>'],
        [{ first_name: 'a'.repeat(150), last_name: 'b'.repeat(150) }, `${'a'.repeat(150)} ${'b'.repeat(49)}`],
        [{ first_name: '😀'.repeat(201) }, '😀'.repeat(200)],
        [{ username: 7 }, null],
        [{}, null],
        ['Maria', null],
        [null, null]
    ];
    for (const [user, name] of names) {
        it(`reads the name ${JSON.stringify(name)?.slice(0, 20)} in ${JSON.stringify(user).slice(0, 60)}`, () => {
            assert.equal(noticeOf({ chat_user: user }).customerName, name);
        });
    }
});

describe('readWebhookMessage takes no message', () => {
    const changes: Record<string, unknown>[] = [
        ...[undefined, null, '', ' ', 7, {}, 'a b', 'a\0', 'x'.repeat(101)].map((id) => ({ id })),
        ...[undefined, null, '', 7, 'abc', `${MESSAGE['conversation_id']}0`].map((id) => ({ conversation_id: id })),
        ...[undefined, null, '', 7, 'acme'].map((id) => ({ tenant_id: id })),
        ...[undefined, null, '', 7, 'yesterday', '2026-03-01', '2026-03-01T10:00:00', '2026-02-30T10:00:00Z'].map(
            (time) => ({ timestamp: time, modified_timestamp: time })
        ),
        { timestamp: '0000-01-01T00:00:00Z', modified_timestamp: undefined }
    ];
    for (const change of changes) {
        it(`with ${JSON.stringify(change).slice(0, 80)}`, () => {
            assert.equal(read(change), null);
        });
    }

    for (const body of [null, undefined, 7, 'text', [], [MESSAGE], {}, { message: MESSAGE }]) {
        it(`in ${JSON.stringify(body)?.slice(0, 20)}`, () => {
            assert.equal(readWebhookMessage(body, NOW), null);
        });
    }
});
