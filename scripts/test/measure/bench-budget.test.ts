import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { groupOf, type Frame, type Group } from '../../../bench/profile/group-of.ts';
import { selfTimes, sharesOf, type Profile } from '../../../bench/profile/self-times.ts';

const PROXY = 'file:///srv/proxy/src';
const PACKAGES = 'file:///srv/node_modules';

describe('the group of a function in a profile', () => {
    for (const [url, group] of [
        [`${PROXY}/http/request-log.ts`, 'log'],
        [`${PROXY}/http/redact.ts`, 'log'],
        [`${PROXY}/http/authenticate.ts`, 'authentication'],
        [`${PROXY}/auth/authenticator.ts`, 'authentication'],
        [`${PROXY}/http/json-body.ts`, 'rest of http, body and limits'],
        [`${PROXY}/conversations/view/view.ts`, 'view and rules'],
        [`${PROXY}/conversations/protocol/journal.ts`, 'block protocol'],
        [`${PROXY}/store/queries/record.ts`, 'store and driver'],
        [`${PROXY}/gotallo/api.ts`, 'call of GoTallo'],
        [`${PROXY}/salesforce/ask.ts`, 'call of Salesforce'],
        [`${PACKAGES}/pg-protocol/dist/parser.js`, 'store and driver'],
        [`${PACKAGES}/@electric-sql/pglite/dist/index.js`, 'PGlite'],
        ['wasm://wasm/0a1b2c', 'PGlite'],
        [`${PACKAGES}/router/lib/layer.js`, 'Express and router'],
        [`${PACKAGES}/sonic-boom/index.js`, 'log'],
        ['node:_http_server', 'sockets and node:http'],
        ['node:net', 'sockets and node:http'],
        ['node:_http_client', 'call of GoTallo'],
        ['node:internal/streams/writable', 'sockets and node:http'],
        ['node:internal/process/task_queues', 'promises, events and timers']
    ] as const) {
        it(`is "${group}" in ${url.replace(/^file:\/\/\/srv\//, '')}`, () => {
            assert.equal(groupOf(frame(url), null), group);
        });
    }

    it('is that of the driver where Node writes for it to a socket, and of the log where it writes a file', () => {
        assert.equal(groupOf(frame('node:net'), 'store and driver'), 'store and driver');
        assert.equal(groupOf(frame(''), 'log'), 'log');
    });

    it('is that of the socket where Express answers', () => {
        assert.equal(groupOf(frame('node:_http_outgoing'), 'Express and router'), 'sockets and node:http');
    });

    it('is never that of the caller where the code is ours and known', () => {
        assert.equal(groupOf(frame(`${PROXY}/conversations/view/view.ts`), 'store and driver'), 'view and rules');
    });

    it('is that of the caller in a package without a group of its own', () => {
        assert.equal(groupOf(frame(`${PACKAGES}/lru-cache/dist/index.js`), 'authentication'), 'authentication');
    });

    it('is nobody’s where the process waited', () => {
        assert.equal(groupOf({ functionName: '(idle)', url: '' }, null), null);
    });

    it('is garbage collection whoever made the garbage', () => {
        assert.equal(groupOf({ functionName: '(garbage collector)', url: '' }, 'log'), 'garbage collection');
    });
});

describe('the times of a profile', () => {
    const profile: Profile = {
        nodes: [
            { id: 1, callFrame: { functionName: '(root)', url: '' }, children: [2, 3, 4] },
            { id: 2, callFrame: { functionName: '(idle)', url: '' } },
            { id: 3, callFrame: frame(`${PACKAGES}/pg/lib/connection.js`), children: [5] },
            { id: 4, callFrame: frame('node:_http_server') },
            { id: 5, callFrame: frame('node:net'), children: [6] },
            { id: 6, callFrame: frame('') }
        ],
        samples: [4, 2, 3, 6, 4],
        timeDeltas: [900, 1000, 5000, 2000, 4000]
    };

    it('are those until the next sample, without the time waited', () => {
        assert.deepEqual(
            [...selfTimes(profile)],
            [
                ['sockets and node:http', 1],
                ['store and driver', 6]
            ]
        );
    });

    it('are no times in a profile without samples', () => {
        assert.deepEqual([...selfTimes({ nodes: profile.nodes })], []);
    });

    it('become parts of 1', () => {
        const shares = sharesOf(
            new Map<Group, number>([
                ['log', 1],
                ['PGlite', 3]
            ])
        );
        assert.deepEqual([...shares.values()], [0.25, 0.75]);
    });
});

function frame(url: string): Frame {
    return { functionName: 'it', url };
}
