import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventsIn, takesAll, type Stream } from '../../../fakes/platform-events.ts';
import { closedServerUrl, json, type Handler } from '../../../fakes/server.ts';
import { createChangePublisher } from '../../src/events/change-publisher.ts';
import { changeOf, publisherAt, publisherTo, type Line } from './event-org.ts';

const TOKEN_PATH = '/services/oauth2/token';

function textsOf(lines: Line[]): string[] {
    return lines.map(({ level, text }) => `${level} ${text}`);
}

/** An org that is away for some calls; `back` resolves when it takes events again. */
function awayFor(calls: number, stream: Stream, onCall: (call: number) => void = () => {}) {
    const { promise: back, resolve } = Promise.withResolvers<void>();
    const takes = takesAll(stream);
    let call = 0;
    const handle: Handler = (request, response, number) => {
        if (request.url === TOKEN_PATH) return takes(request, response, number);
        call += 1;
        onCall(call);
        if (call <= calls) return json(response, 503, [{ errorCode: 'SERVER_UNAVAILABLE', message: 'away' }]);
        takes(request, response, number);
        resolve();
    };
    return { handle, back };
}

describe('createChangePublisher', () => {
    it('asks for a token before anything changes', async (t) => {
        const { promise: asked, resolve } = Promise.withResolvers<string>();
        await publisherTo(t, ({ url }, response) => {
            resolve(url);
            json(response, 200, { access_token: 'x' });
        });
        assert.equal(await asked, TOKEN_PATH);
    });

    it('tells the org of many changes of one conversation by one event, with the newest state', async (t) => {
        const stream: Stream = [];
        const { publisher, lines } = await publisherTo(t, takesAll(stream));
        for (const state of [null, 'OPEN', 'CLOSED', 'BLOCKED'] as const) {
            publisher.conversationChanged(changeOf('one', state));
        }
        await publisher.close();
        assert.deepEqual([stream, lines], [[['one', 'BLOCKED']], []]);
    });

    it('tells up to 25 conversations in one call, one call after the other', async (t) => {
        const sizes: number[] = [];
        let underWay = 0;
        const takes = takesAll([]);
        const { publisher } = await publisherTo(t, (request, response, number) => {
            if (request.url !== TOKEN_PATH) {
                underWay += 1;
                assert.equal(underWay, 1);
                sizes.push(eventsIn(request).length);
                response.on('finish', () => (underWay -= 1));
            }
            takes(request, response, number);
        });
        for (let id = 0; id < 60; id += 1) publisher.conversationChanged(changeOf(String(id)));
        await publisher.close();
        assert.deepEqual(sizes, [25, 25, 10]);
    });

    it('tells again what a busy publisher was told after its last call', async (t) => {
        const stream: Stream = [];
        const { promise: first, resolve } = Promise.withResolvers<void>();
        const takes = takesAll(stream);
        const { publisher } = await publisherTo(t, (request, response, number) => {
            takes(request, response, number);
            if (request.url !== TOKEN_PATH) resolve();
        });
        publisher.conversationChanged(changeOf('one', 'BLOCKED'));
        await first;
        publisher.conversationChanged(changeOf('one', 'OPEN'));
        await publisher.close();
        assert.deepEqual(stream, [
            ['one', 'BLOCKED'],
            ['one', 'OPEN']
        ]);
    });

    it('goes on trying while the org is away, and says so once, and when it is back', async (t) => {
        const stream: Stream = [];
        const { handle, back } = awayFor(3, stream);
        const { publisher, lines } = await publisherTo(t, handle);
        publisher.conversationChanged(changeOf('one'));
        await back;
        await publisher.close();
        assert.deepEqual(stream, [['one', 'BLOCKED']]);
        assert.deepEqual(textsOf(lines), [
            'warn events are not published: The org does not answer as it should. It is tried again; the code of this line says what came.',
            'info events are published again'
        ]);
        assert.equal(lines[0]?.code, 'SERVER_UNAVAILABLE');
    });

    it('says it again when it fails again after it was back', async (t) => {
        const stream: Stream = [];
        const { handle, back } = awayFor(1, stream);
        let isAway = false;
        const { publisher, lines } = await publisherTo(t, (request, response, number) =>
            isAway ? json(response, 503, {}) : handle(request, response, number)
        );
        publisher.conversationChanged(changeOf('one'));
        await back;
        isAway = true;
        publisher.conversationChanged(changeOf('two'));
        await publisher.close();
        assert.deepEqual(
            lines.map(({ level }) => level),
            ['warn', 'info', 'warn']
        );
    });

    it('tells the state of now, not the one that it could not tell', async (t) => {
        const stream: Stream = [];
        const { handle, back } = awayFor(2, stream, (call) => {
            if (call === 2) publisher.conversationChanged(changeOf('one', 'OPEN'));
        });
        const { publisher } = await publisherTo(t, handle);
        publisher.conversationChanged(changeOf('one', 'BLOCKED'));
        await back;
        await publisher.close();
        assert.deepEqual(stream, [['one', 'OPEN']]);
    });

    it('sends only those again that the org refused', async (t) => {
        const stream: Stream = [];
        const takes = takesAll(stream);
        const { promise: again, resolve } = Promise.withResolvers<void>();
        let calls = 0;
        const { publisher } = await publisherTo(t, (request, response, number) => {
            if (request.url === TOKEN_PATH) return takes(request, response, number);
            calls += 1;
            if (calls === 2) resolve();
            if (calls === 2) return takes(request, response, number);
            const parts = eventsIn(request).map(({ referenceId, body }) => {
                const isTaken = body.Conversation_Id__c === 'one';
                const refusal = [{ errorCode: 'LIMIT_EXCEEDED', message: '' }];
                return {
                    referenceId,
                    httpStatusCode: isTaken ? 201 : 400,
                    body: isTaken ? { success: true } : refusal
                };
            });
            json(response, 200, { compositeResponse: parts });
        });
        for (const id of ['one', 'two']) publisher.conversationChanged(changeOf(id));
        await again;
        await publisher.close();
        assert.deepEqual(stream, [['two', 'BLOCKED']]);
    });

    it('says once what to do about a wrong secret, however much changes', async (t) => {
        const { publisher, lines, requests } = await publisherTo(t, (_, response) =>
            json(response, 400, { error: 'invalid_client', error_description: 'invalid client credentials' })
        );
        for (const id of ['one', 'two', 'three']) publisher.conversationChanged(changeOf(id));
        await publisher.close();
        assert.equal(lines.length, 1);
        assert.equal(lines[0]?.code, 'invalid_client');
        assert.match(lines[0]?.text ?? '', /copy clientId and clientSecret of salesforce\.events/);
        assert.ok(requests.every(({ url }) => url === TOKEN_PATH));
    });

    it('keeps the newest conversations when too many wait, and says once that it dropped some', async (t) => {
        const stream: Stream = [];
        const { handle, back } = awayFor(1, stream, (call) => {
            if (call > 1) return;
            for (const id of ['three', 'four', 'five', 'six']) publisher.conversationChanged(changeOf(id));
        });
        const { publisher, lines } = await publisherTo(t, handle, { most: 3 });
        for (const id of ['one', 'two']) publisher.conversationChanged(changeOf(id));
        await back;
        await publisher.close();
        assert.deepEqual(
            stream.map(([id]) => id),
            ['four', 'five', 'six']
        );
        assert.equal(lines.filter(({ text }) => text.startsWith('events are dropped')).length, 1);
    });

    it('drops what is too old to be news', async (t) => {
        const stream: Stream = [];
        let now = 0;
        const { handle, back } = awayFor(1, stream, (call) => {
            if (call > 1) return;
            now = 60_001;
            publisher.conversationChanged(changeOf('new'));
        });
        const { publisher, lines } = await publisherTo(t, handle, { now: () => now });
        publisher.conversationChanged(changeOf('old'));
        await back;
        await publisher.close();
        assert.deepEqual(stream, [['new', 'BLOCKED']]);
        assert.ok(lines.some(({ text }) => text.startsWith('events are dropped')));
    });

    it('bears whatever the channel throws', async () => {
        const texts: string[] = [];
        const publisher = createChangePublisher({
            channel: {
                prepare: () => Promise.reject(new Error('token 00D!secret')),
                publish: () => Promise.reject(null)
            },
            log: { info: () => {}, warn: (...parts: unknown[]) => texts.push(JSON.stringify(parts)) },
            limits: { gatherMs: 0 }
        });
        publisher.conversationChanged(changeOf('one'));
        await publisher.close();
        assert.ok(texts.length > 0 && !texts.join().includes('00D!secret'));
    });
});

describe('closing a publisher', () => {
    it('publishes what waits, without the time for gathering', async (t) => {
        const stream: Stream = [];
        const { publisher } = await publisherTo(t, takesAll(stream), { gatherMs: 1_000_000 });
        publisher.conversationChanged(changeOf('one'));
        await publisher.close();
        assert.deepEqual(stream, [['one', 'BLOCKED']]);
    });

    it('tries once more when it waits to try again', async (t) => {
        const stream: Stream = [];
        const { promise: failed, resolve } = Promise.withResolvers<void>();
        const { handle } = awayFor(1, stream);
        const { publisher } = await publisherTo(
            t,
            (request, response, number) => {
                handle(request, response, number);
                if (request.url !== TOKEN_PATH) response.on('close', () => resolve());
            },
            { pauseMs: [1_000_000, 1_000_000] }
        );
        publisher.conversationChanged(changeOf('one'));
        await failed;
        await publisher.close();
        assert.deepEqual(stream, [['one', 'BLOCKED']]);
    });

    it('ends when nothing listens, and when no answer comes', async (t) => {
        const unreachable = publisherAt(t, await closedServerUrl());
        const { publisher: silent } = await publisherTo(t, () => {}, { closeMs: 20 });
        for (const publisher of [unreachable.publisher, silent]) {
            publisher.conversationChanged(changeOf('one'));
            await publisher.close();
        }
        assert.equal(unreachable.lines[0]?.code, 'ECONNREFUSED');
    });

    it('waits for no answer that never comes', async () => {
        const publisher = createChangePublisher({
            channel: { prepare: () => Promise.resolve(), publish: () => new Promise(() => {}) },
            log: { info: () => {}, warn: () => {} },
            limits: { gatherMs: 0, closeMs: 1 }
        });
        publisher.conversationChanged(changeOf('one'));
        await publisher.close();
    });

    it('tells nothing afterwards, and can be done twice', async (t) => {
        const stream: Stream = [];
        const { publisher } = await publisherTo(t, takesAll(stream));
        await publisher.close();
        publisher.conversationChanged(changeOf('one'));
        await publisher.close();
        assert.deepEqual(stream, []);
    });
});
