import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { OperationView, Problem } from '#contract';
import type { Truth } from '../../fakes/true-conversation.ts';
import { postgresForFile, skip } from '../../proxy/test/support/postgres-for-file.ts';
import type { GoTalloCall } from '../gotallo/played-conversation.ts';
import { AGENTS } from '../org/people.ts';
import type { Witness } from '../play/witness.ts';
import { endedOperations, twoProxies } from './support/two-proxies.ts';

const [ANA, SAM] = AGENTS;
const BLOCK = { reason: 'Spam' };

function calls({ truth }: Witness, kind: GoTalloCall['kind']): GoTalloCall[] {
    return truth.calls.filter((call) => call.kind === kind);
}

function shortly({ state, isNativeBlocked }: Truth): Omit<Truth, 'at'> {
    return { state, isNativeBlocked };
}

function inShort(operations: readonly OperationView[]): string[] {
    return operations.map(({ kind, outcome, nativeBlock }) => `${kind} ${outcome} ${nativeBlock}`);
}

// Each mostly waits, for leases to be over.
describe('two proxies on one database', { skip, concurrency: 2 }, () => {
    const postgres = postgresForFile();

    it('start at once on an empty database, and both answer', async (t) => {
        const { first, second, conversation } = await twoProxies(t, await postgres.newDatabase());
        const witness = conversation();
        for (const proxy of [first, second]) assert.equal((await witness.look(proxy, ANA))?.state, 'OPEN');
        assert.deepEqual(witness.violations, []);
    });

    it('carry out the same block, asked of both at once, as one operation with one Block User', async (t) => {
        const { first, second, conversation } = await twoProxies(t, await postgres.newDatabase());
        const witness = conversation({ changeState: ['slow'], blockUser: ['slow'] });
        const answers = await Promise.all([
            witness.call(first, ANA, 'PUT', '/block', BLOCK),
            witness.call(second, SAM, 'PUT', '/block', BLOCK)
        ]);
        assert.deepEqual(
            answers.map((answer) => [answer?.status, answer?.view?.state, answer?.view?.nativeBlock.status]),
            [1, 2].map(() => [200, 'BLOCKED', 'blocked'])
        );
        const [one, other] = answers.map((answer) => answer?.view?.block?.id);
        assert.ok(one);
        assert.equal(one, other);
        assert.deepEqual(inShort(await endedOperations(witness, second)), ['block confirmed blocked']);
        assert.equal(calls(witness, 'Block User').length, 1);
        assert.deepEqual(shortly(witness.truth.now), { state: 'BLOCKED', isNativeBlocked: true });
        assert.deepEqual(witness.violations, []);
    });

    it('carry out opposite commands one after the other, and the last accepted one holds', async (t) => {
        const { first, second, conversation } = await twoProxies(t, await postgres.newDatabase());
        const witness = conversation({ changeState: ['slow', 'slow', 'slow'], blockUser: ['slow', 'slow'] });
        await witness.call(first, ANA, 'PUT', '/block', BLOCK);
        const answers = await Promise.all([
            witness.call(first, ANA, 'DELETE', '/block'),
            witness.call(second, SAM, 'PUT', '/block', { reason: 'Abuse' })
        ]);
        assert.deepEqual(
            answers.map((answer) => answer?.status),
            [200, 200]
        );
        const operations = await endedOperations(witness, first);
        assert.equal(operations.length, 3);
        for (const [index, { endedAt }] of operations.entries()) {
            const next = operations[index + 1];
            if (next) assert.ok(Date.parse(endedAt ?? '') <= Date.parse(next.acceptedAt) + 5, 'they overlap');
        }
        const isBlocked = operations.at(-1)?.kind === 'block';
        assert.deepEqual(shortly(witness.truth.now), {
            state: isBlocked ? 'BLOCKED' : 'OPEN',
            isNativeBlocked: isBlocked
        });
        assert.deepEqual(witness.violations, []);
    });

    it('never send Block User again when the proxy that sent it died before the answer', async (t) => {
        const { stand, first, second, conversation } = await twoProxies(t, await postgres.newDatabase());
        const witness = conversation({ blockUser: ['silence: done'] });
        stand.goTallo.onPhase = (phase, { kind }) => {
            if (kind === 'Block User' && phase === 'applied') void first.stop();
        };
        assert.equal(await witness.call(first, ANA, 'PUT', '/block', BLOCK), null);
        const operations = await endedOperations(witness, second);
        assert.deepEqual(inShort(operations), ['block confirmed unconfirmed']);
        assert.equal(calls(witness, 'Block User').length, 1);
        const view = await witness.look(second, SAM);
        assert.equal(view?.state, 'BLOCKED');
        assert.equal(view?.nativeBlock.status, 'unconfirmed');
        assert.deepEqual(witness.violations, []);
    });

    it('finish what a killed proxy had accepted and not sent, Block User included', async (t) => {
        const { stand, first, second, conversation } = await twoProxies(t, await postgres.newDatabase());
        const witness = conversation({ changeState: ['cut: never'] });
        stand.goTallo.onPhase = (phase, { kind }) => {
            if (kind === 'change state' && phase === 'arrived') void first.stop();
        };
        assert.equal(await witness.call(first, ANA, 'PUT', '/block', BLOCK), null);
        assert.deepEqual(inShort(await endedOperations(witness, second)), ['block confirmed blocked']);
        assert.deepEqual(shortly(witness.truth.now), { state: 'BLOCKED', isNativeBlocked: true });
        assert.deepEqual(witness.violations, []);
    });

    it('refuse a command that would wait too long, and show what holds', async (t) => {
        const { stand, first, second, conversation } = await twoProxies(t, await postgres.newDatabase());
        const witness = conversation({ changeState: ['silence: done'] });
        stand.goTallo.onPhase = (phase) => {
            if (phase === 'applied') void first.stop();
        };
        assert.equal(await witness.call(first, ANA, 'PUT', '/block', BLOCK), null);
        const answer = await witness.call(second, SAM, 'DELETE', '/block');
        assert.equal(answer?.status, 409);
        assert.equal((answer.body as Problem).code, 'conversation-busy');
        assert.equal(answer.view?.block?.state, 'pending');
        const operations = await endedOperations(witness, second);
        assert.deepEqual(inShort(operations), ['block confirmed blocked']);
        assert.deepEqual(witness.violations, []);
    });
});
