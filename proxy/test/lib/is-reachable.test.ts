import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { closedServerUrl, localServer, plain, startServer } from '../../../fakes/server.ts';
import { isReachable } from '../../src/lib/is-reachable.ts';
import { until } from '../support/until.ts';

describe('isReachable', () => {
    for (const [status, isAnswer] of [
        [200, true],
        [302, true],
        [401, true],
        [499, true],
        [500, false],
        [503, false]
    ] as const) {
        it(`is ${isAnswer} for status ${status}, and asks once`, async (t) => {
            const { url, requests } = await localServer(t, (_, response) => {
                response.setHeader('location', '/elsewhere');
                plain(response, status, '');
            });
            assert.equal(await isReachable(url, 2_000), isAnswer);
            assert.equal(requests.length, 1);
        });
    }

    it('is false when nothing listens, when nothing is answered in time, and for what is no URL of the web', async (t) => {
        const silent = await localServer(t, () => {});
        assert.equal(await isReachable(await closedServerUrl(), 2_000), false);
        assert.equal(await isReachable(silent.url, 50), false);
        assert.equal(await isReachable('ftp://127.0.0.1', 50), false);
    });

    it('is false when the connection is closed', async (t) => {
        const { url } = await localServer(t, (_, response) => void response.destroy());
        assert.equal(await isReachable(url, 2_000), false);
    });

    it('does not wait for the body of an answer, and reads none', async (t) => {
        let isClosed = false;
        const server = await startServer((_, response) => {
            response.on('close', () => (isClosed = true));
            response.writeHead(200).write('x');
        });
        t.after(() => server.close());
        assert.equal(await isReachable(server.url, 2_000), true);
        await until(() => isClosed);
    });
});
