import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { json } from '../../../fakes/server.ts';
import { withoutDashes } from '../../src/conversations/knowledge/conversation-id.ts';
import { CONVERSATION_CALLS } from '../../src/http/conversation-calls.ts';
import { createLogger } from '../../src/http/logger.ts';
import { newConversation, storeForFile } from '../support/journal.ts';
import { GOTALLO_TOKEN, herokuMessage, runningApp } from '../support/running-app.ts';
import { ORG_ID, TOKENS } from '../support/salesforce-handler.ts';
import { until } from '../support/until.ts';

const LOGGER = new URL('../../src/http/logger.ts', import.meta.url).href;

describe('the request log', () => {
    const file = storeForFile();

    it('tells who did what with which result, by ids', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const id = newConversation();
        await app.call('PUT', `/v1/conversations/${id}/block`, { headers: { 'X-Request-Id': 'from-the-caller-1' } });
        const { ms, time, level, ...line } = app.log.at(-1) ?? {};
        assert.equal(typeof ms, 'number');
        assert.equal(typeof time, 'string');
        assert.equal(level, 30);
        assert.deepEqual(line, {
            requestId: 'from-the-caller-1',
            method: 'PUT',
            path: `/v1/conversations/${id}/block`,
            status: 200,
            tenant: 'acme',
            userId: '005000000000001AAA',
            msg: 'answered'
        });
    });

    const routes: [method: string, rest: string][] = [
        ...Object.values(CONVERSATION_CALLS).map(({ verb, path }): [string, string] => [
            verb,
            path.replace('/:id', '')
        ]),
        ['PATCH', '/undo']
    ];
    for (const [method, rest] of routes) {
        it(`names the conversation of ${method} ${rest || 'its view'}, whoever calls and however they write the id`, async (t) => {
            const app = await runningApp(t, { store: file.store });
            const id = newConversation();
            for (const token of [TOKENS.ana, TOKENS.robin, null]) {
                await app.call(method, `/v1/conversations/${withoutDashes(id)}${rest}`, { token });
            }
            const paths = app.log.filter(({ msg }) => msg === 'answered').map(({ path }) => path);
            assert.deepEqual(
                paths,
                Array.from({ length: 3 }, () => `/v1/conversations/${id}${rest}`)
            );
        });
    }

    it('says each thing once in a line', async (t) => {
        const app = await runningApp(t, { store: file.store, salesforce: 'down' });
        await app.call('GET', `/v1/conversations/${newConversation()}`);
        const line = app.lines.find((text) => text.includes('"answered"')) ?? '';
        for (const key of ['requestId', 'method', 'path', 'status', 'level', 'ms']) {
            assert.equal(line.split(`"${key}":`).length, 2, `${key} in ${line}`);
        }
        assert.match(line, /"status":503/);
    });

    it('repeats nothing of a path that it does not know', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const token = encodeURIComponent(TOKENS.ana);
        for (const path of [`/v1/conversations/${token}/block`, '/v1/conversations/Maria%20Lopez', '/Maria%20Lopez']) {
            await app.call('GET', path, { token: null });
        }
        assert.deepEqual(
            app.log.filter(({ msg }) => msg === 'answered').map(({ path }) => path),
            ['/v1/conversations/(malformed id)/block', '/v1/conversations/(malformed id)', '(other)']
        );
        assert.ok(!app.lines.join('').includes('Maria'));
        assert.ok(!app.lines.join('').includes(token));
    });

    it('holds no token, note, reason or name, whatever happens', async (t) => {
        let status = 200;
        const app = await runningApp(t, { store: file.store, goTallo: (_, response) => json(response, status, {}) });
        const id = newConversation();
        app.messages.set(...herokuMessage(id));
        const body = { reason: 'Harassment', note: 'lives in Elm Street' };
        const address = `/v1/conversations/${id}/block?token=${TOKENS.ana}`;
        await app.call('PUT', address, { body });
        await app.call('DELETE', address, { body: { note: 'lives in Elm Street' } });
        status = 401;
        await app.call('PUT', address, { body });
        await app.call('PUT', address, { body: '{"note":"lives in Elm Street"' });
        await app.call('GET', address, { token: '00D000000000001!expired.token' });
        const all = JSON.stringify(app.log);
        for (const secret of [
            TOKENS.ana,
            GOTALLO_TOKEN,
            'expired.token',
            'Elm Street',
            'Harassment',
            'Maria',
            'Ana Silva'
        ]) {
            assert.ok(!all.includes(secret), `the log holds ${secret}`);
        }
        assert.ok(app.log.length >= 5);
    });

    it('names the same things in the same order in every line', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const id = newConversation();
        await app.call('GET', `/v1/conversations/${id}`);
        await app.call('GET', `/v1/conversations/${id}`, { token: null });
        await app.call('GET', '/readyz');
        const keys = app.log.filter(({ msg }) => msg === 'answered').map((line) => Object.keys(line).join(' '));
        assert.deepEqual(keys, [
            'level time requestId method path status tenant userId ms msg',
            'level time requestId method path status code ms msg',
            'level time requestId method path status ms msg'
        ]);
    });

    it('has a line at the level of its status, and of a probe that succeeds only where details are wanted', async (t) => {
        const app = await runningApp(t, { store: file.store, salesforce: 'down' });
        await app.call('GET', '/healthz');
        await app.call('GET', '/readyz');
        await app.call('GET', '/nowhere');
        const lines = app.log.filter(({ msg }) => msg === 'answered').map(({ status, level }) => [status, level]);
        assert.deepEqual(lines, [
            [200, 20],
            [503, 50],
            [404, 40]
        ]);
    });

    it('has one line of a client that goes away before the answer', async (t) => {
        const asked = Promise.withResolvers<ServerResponse>();
        const app = await runningApp(t, { store: file.store, salesforce: (_, response) => asked.resolve(response) });
        const id = newConversation();
        const leaving = new AbortController();
        const gone = fetch(`${app.url}/v1/conversations/${id}`, {
            headers: { Authorization: `Bearer ${TOKENS.ana}`, 'X-Salesforce-Org-Id': ORG_ID },
            signal: leaving.signal
        });
        const salesforce = await asked.promise;
        leaving.abort();
        await assert.rejects(gone, { name: 'AbortError' });
        await until(() => app.log.some(({ msg }) => msg === 'answered'));
        json(salesforce, 401, {});
        await app.call('GET', '/nowhere', { token: null });
        assert.deepEqual(
            app.log.filter(({ msg }) => msg === 'answered').map(({ path }) => path),
            [`/v1/conversations/${id}`, '(other)']
        );
    });

    it('does not take over a request id that could forge lines', async (t) => {
        const app = await runningApp(t, { store: file.store });
        const { headers } = await app.call('GET', '/healthz', { headers: { 'X-Request-Id': 'a b"{}forged-line' } });
        assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
    });
});

describe('createLogger', () => {
    function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
        const lines: string[] = [];
        const destination = { write: (line: string) => void lines.push(line) };
        write(createLogger({ level: 'info', secrets: ['s3cret-value', 'quo"ted\\secret'], destination }));
        return lines.join('');
    }

    it('has written every line when the process is killed right after', async (t) => {
        const script = `
            import { createLogger } from ${JSON.stringify(LOGGER)};
            const logger = createLogger({ level: 'info', secrets: ['s3cret-value'] });
            for (let number = 1; number <= 300; number += 1) logger.info({ number, sent: 's3cret-value' }, 'line');
            process.kill(process.pid, 'SIGKILL');`;
        const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'pipe' });
        t.after(() => child.kill('SIGKILL'));
        const ended = once(child, 'close');
        const output = await text(child.stdout);
        const [, signal] = (await ended) as [number | null, string | null];
        assert.equal(signal, 'SIGKILL');
        const lines = output.trimEnd().split('\n');
        const numbers = lines.map((line) => (JSON.parse(line) as { number: number }).number);
        assert.deepEqual(
            numbers,
            Array.from({ length: 300 }, (_, index) => index + 1)
        );
        assert.ok(!output.includes('s3cret'));
    });

    it('redacts tokens by their shape, however deep they are', () => {
        const line = logged((logger) =>
            logger.info(
                {
                    a: { b: [`Bearer abc.def`, '00D5g000001ABCD!AQ4AQ.x_y-tail~end'] },
                    jwt: 'eyJhbGciOiJI.eyJzdWIi.c2ln'
                },
                'x'
            )
        );
        for (const token of ['abc.def', 'AQ4AQ', 'tail', 'end', 'eyJzdWIi']) assert.ok(!line.includes(token), line);
    });

    it('redacts configured secrets, in messages and in errors', () => {
        const line = logged((logger) => logger.error({ err: new Error('sent s3cret-value') }, 's3cret-value'));
        assert.ok(!line.includes('s3cret-value'), line);
    });

    it('redacts secrets that are escaped in JSON', () => {
        const line = logged((logger) => logger.info({ sent: 'quo"ted\\secret' }, 'x'));
        assert.ok(!line.includes('quo'), line);
    });

    it('leaves out what drivers attach to their errors, and keeps the chain of causes', () => {
        const cause = Object.assign(new Error('the cause'), { params: ['a note'], config: { headers: 'x-token' } });
        const line = logged((logger) => logger.error({ err: new Error('outer', { cause }) }, 'failed'));
        assert.ok(line.includes('the cause'));
        assert.ok(!line.includes('a note') && !line.includes('x-token'), line);
    });
});
