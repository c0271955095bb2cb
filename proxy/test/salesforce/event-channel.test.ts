import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { inspect } from 'node:util';
import { eventsIn, SESSION, takenPart, takesAll, TOKEN_PATH, type Stream } from '../../../fakes/platform-events.ts';
import { json, localServer, plain, type Handler } from '../../../fakes/server.ts';
import { createEventChannel } from '../../src/salesforce/event-channel.ts';
import { EventFailure } from '../../src/salesforce/event-failure.ts';
import { createOwnToken } from '../../src/salesforce/own-token.ts';
import { changeOf, CLIENT_SECRET, SIGN_IN } from '../events/event-org.ts';

const EXPIRED = [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }];

async function channelTo(t: TestContext, handle: Handler) {
    const { url, requests } = await localServer(t, handle);
    const options = { instanceUrl: url, timeoutMs: 300 };
    const ownToken = createOwnToken({ ...options, signIn: SIGN_IN });
    const paths = () => requests.map((request) => request.url);
    return { channel: createEventChannel({ ...options, ownToken }), requests, paths };
}

/** Gives tokens that count up, and answers events as told. */
function withTokens(events: Handler): Handler {
    let given = 0;
    return (request, response, number) => {
        if (request.url !== TOKEN_PATH) return events(request, response, number);
        given += 1;
        json(response, 200, { access_token: `${SESSION}${given}` });
    };
}

async function failureOf(promise: Promise<unknown>): Promise<EventFailure> {
    const error = await promise.then(
        () => assert.fail('it was published'),
        (reason: unknown) => reason
    );
    assert.ok(error instanceof EventFailure, inspect(error));
    const shown = inspect(error, { depth: 9, showHidden: true });
    for (const secret of [CLIENT_SECRET, SESSION]) assert.ok(!shown.includes(secret), shown);
    return error;
}

describe('createEventChannel', () => {
    it('publishes all in one composite call, with nothing in them but id, state and time', async (t) => {
        const stream: Stream = [];
        const { channel, requests } = await channelTo(t, takesAll(stream));
        const published = await channel.publish([changeOf('one'), changeOf('two', null)]);
        assert.deepEqual(published, { refused: [], failure: null });
        assert.deepEqual(stream, [
            ['one', 'BLOCKED'],
            ['two', null]
        ]);
        const [, request] = requests;
        assert.deepEqual(
            [request?.method, request?.url, request?.headers.authorization],
            ['POST', '/services/data/v66.0/composite', `Bearer ${SESSION}`]
        );
        assert.deepEqual(request && eventsIn(request)[0], {
            method: 'POST',
            url: '/services/data/v66.0/sobjects/GoTallo_Conversation_Changed__e/',
            referenceId: 'event0',
            body: { Conversation_Id__c: 'one', State__c: 'BLOCKED', Changed_At__c: '2026-11-22T10:00:00.000Z' }
        });
    });

    it('uses its token again', async (t) => {
        const { channel, paths } = await channelTo(t, takesAll([]));
        await channel.prepare();
        for (const id of ['one', 'two']) await channel.publish([changeOf(id)]);
        assert.equal(paths().filter((path) => path === TOKEN_PATH).length, 1);
    });

    it('fetches another token once when the org does not take it anymore, and publishes', async (t) => {
        const stream: Stream = [];
        const takes = takesAll(stream);
        const handle = withTokens((request, response, number) => {
            if (request.headers.authorization === `Bearer ${SESSION}1`) json(response, 401, EXPIRED);
            else takes(request, response, number);
        });
        const { channel, paths } = await channelTo(t, handle);
        await channel.publish([changeOf('one')]);
        assert.deepEqual(stream, [['one', 'BLOCKED']]);
        assert.equal(paths().filter((path) => path === TOKEN_PATH).length, 2);
        await channel.publish([changeOf('two')]);
        assert.equal(paths().length, 5);
    });

    it('gives up when the org does not take the second token either', async (t) => {
        const { channel, paths } = await channelTo(
            t,
            withTokens((_, response) => json(response, 401, EXPIRED))
        );
        const { step, code } = await failureOf(channel.publish([changeOf('one')]));
        assert.deepEqual([step, code, paths().length], ['event', 'INVALID_SESSION_ID', 4]);
    });

    it('tells which events the org refused', async (t) => {
        const handle = withTokens((request, response) => {
            const [first, second] = eventsIn(request);
            const refused = {
                referenceId: second?.referenceId,
                httpStatusCode: 400,
                body: [{ errorCode: 'INVALID_FIELD', message: 'No such column' }]
            };
            json(response, 200, { compositeResponse: [takenPart(first?.referenceId ?? ''), refused] });
        });
        const { channel } = await channelTo(t, handle);
        const { refused, failure } = await channel.publish([changeOf('one'), changeOf('two')]);
        assert.deepEqual(
            refused.map(({ conversationId }) => conversationId),
            ['two']
        );
        assert.equal(failure?.code, 'INVALID_FIELD');
    });

    const parts: [what: string, part: object | null, code: string][] = [
        ['no part', null, 'MISSING_SUBRESPONSE'],
        ['success: false', { httpStatusCode: 201, body: { success: false } }, 'NOT_PUBLISHED'],
        ['another status', { httpStatusCode: 200, body: { success: true } }, 'ERROR_HTTP_200']
    ];
    for (const [what, part, code] of parts) {
        it(`counts an event as refused on ${what}`, async (t) => {
            const compositeResponse = part === null ? [] : [{ referenceId: 'event0', ...part }];
            const { channel } = await channelTo(
                t,
                withTokens((_, response) => json(response, 200, { compositeResponse }))
            );
            const { refused, failure } = await channel.publish([changeOf('one')]);
            assert.deepEqual([refused.length, failure?.code], [1, code]);
        });
    }

    it('counts nothing as published on a page', async (t) => {
        const { channel } = await channelTo(
            t,
            withTokens((_, response) => plain(response, 200, '<p>Maintenance</p>'))
        );
        assert.equal((await channel.publish([changeOf('one')])).refused.length, 1);
    });

    const failures: [what: string, handle: Handler, code: string][] = [
        [
            'is down',
            (_, response) => json(response, 503, [{ errorCode: 'SERVER_UNAVAILABLE', message: SESSION }]),
            'SERVER_UNAVAILABLE'
        ],
        ['does not answer', () => {}, 'ETIMEDOUT'],
        [
            'has no calls left',
            (_, response) => json(response, 403, [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: '' }]),
            'REQUEST_LIMIT_EXCEEDED'
        ]
    ];
    for (const [what, handle, code] of failures) {
        it(`fails when the org ${what}, and asks for no other token`, async (t) => {
            const { channel, paths } = await channelTo(t, withTokens(handle));
            assert.equal((await failureOf(channel.publish([changeOf('one')]))).code, code);
            assert.equal(paths().length, 2);
        });
    }

    it('does not carry its token to where a redirect points', async (t) => {
        const other = await localServer(t, takesAll([]));
        const { channel } = await channelTo(
            t,
            withTokens((_, response) => {
                response.writeHead(307, { location: `${other.url}/services/data/v66.0/composite` }).end();
            })
        );
        await failureOf(channel.publish([changeOf('one')]));
        assert.equal(other.requests.length, 0);
    });
});
