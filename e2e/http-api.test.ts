import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ConversationView, HistoryView, SetupView } from '#contract';
import { commandsIn, pageOf } from './support/docs.ts';
import { npmStart, type StartedSandbox } from './support/npm-start.ts';
import { runCurls, type CurlCall } from './support/run-curls.ts';

const PAGE = pageOf('docs/http-api.md');
const UNDONE = 'undone';

/** What a call of the page must answer. */
interface Expected {
    call: RegExp;
    status: number;
    check: (answer: never) => void;
}

function view(call: string, check: (view: ConversationView) => void): Expected {
    return { call: new RegExp(`^${call}$`), status: 200, check };
}

function history(query: string, check: (view: HistoryView) => void): Expected {
    return { call: new RegExp(`^GET /history\\?${query}$`), status: 200, check };
}

const isOpen = ({ state, block }: ConversationView): void => assert.deepEqual([state, block], ['OPEN', null]);
const isBlocked = ({ state, block, undo }: ConversationView): void => {
    assert.deepEqual(
        [state, block?.reason, block?.note, block?.state],
        ['BLOCKED', 'Spam', 'Crypto links', 'confirmed']
    );
    assert.ok(block && 'changed' in block);
    assert.equal(undo?.kind, 'block');
};
const kindsOf = ({ operations }: HistoryView): string[] =>
    operations.map(({ kind, undoes }) => (undoes === null ? kind : UNDONE));
const isNewestPage = (page: HistoryView): void => {
    assert.deepEqual(kindsOf(page), ['state', 'unblock']);
    assert.ok(page.operations.every((operation) => 'changed' in operation));
    assert.match(page.nextCursor ?? '', /./);
};

/** Every call that the commands make, in their order. */
const EXPECTED: readonly Expected[] = [
    view('GET ', isOpen),
    view('PUT /block', isBlocked),
    view('GET ', isBlocked),
    view('POST /undo', isOpen),
    view('PUT /block', ({ state, block }) => {
        assert.deepEqual([state, block?.reason, block?.until], ['BLOCKED', null, '2030-01-01T00:00:00.000Z']);
    }),
    view('POST /native-block/retry', ({ nativeBlock }) => assert.equal(nativeBlock.status, 'blocked')),
    view('DELETE /block', isOpen),
    view('PUT /state', ({ state }) => assert.equal(state, 'CLOSED')),
    history('limit=2', isNewestPage),
    history('limit=2', isNewestPage),
    history('limit=2&cursor=.+', (page) => assert.deepEqual(kindsOf(page), ['block', UNDONE])),
    {
        call: /^GET \/v1\/setup$/,
        status: 200,
        check: ({ checks }: SetupView) =>
            assert.ok(checks.some(({ name, code }) => name === 'store' && code === 'embedded'))
    },
    { call: /^GET \/healthz$/, status: 200, check: (answer) => assert.deepEqual(answer, { status: 'alive' }) },
    { call: /^GET \/readyz$/, status: 200, check: ({ status }: { status: string }) => assert.equal(status, 'ready') },
    { call: /^POST \/v1\/webhooks\/gotallo\/.+$/, status: 204, check: (answer) => assert.equal(answer, null) },
    view('GET ', ({ nativeBlock }) =>
        assert.deepEqual([nativeBlock.status, nativeBlock.version], ['unconfirmed', '1'])
    ),
    view('PUT /native-block', ({ state, stateSource, nativeBlock }) => {
        assert.deepEqual([state, stateSource, nativeBlock.status], ['BLOCKED', 'webhook', 'not-blocked']);
    })
];

describe('docs/http-api.md, pasted from top to bottom', () => {
    let sandbox: StartedSandbox | undefined;
    let calls: CurlCall[] = [];
    before(async () => {
        sandbox = await npmStart();
        const exports = sandbox.printed.split('\n').filter((line) => line.startsWith('export '));
        calls = await runCurls([...exports, ...commandsIn(PAGE)].join('\n'));
    });
    after(() => sandbox?.stop());

    it('makes no other calls than these, and each is answered as it says', (t) => {
        for (const [index, { call, status, json }] of calls.entries()) {
            const short = call.replace(/\/v1\/conversations\/[^/ ]+/, '');
            t.diagnostic(`${short}  ${status}`);
            const expected = EXPECTED[index];
            assert.match(short, expected?.call ?? /nothing more/);
            assert.equal(status, expected?.status, `${short} answered ${JSON.stringify(json)}`);
            (expected?.check as ((answer: unknown) => void) | undefined)?.(json);
        }
        assert.equal(calls.length, EXPECTED.length);
    });

    it('ends every answer with a line of its own, so that the next one begins on the next', () => {
        const unended = calls.filter(({ printed }) => !printed.endsWith('\n'));
        assert.deepEqual(unended, []);
    });
});
