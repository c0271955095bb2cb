import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Problem } from '#contract';
import { postgresForFile, skip } from '../../proxy/test/support/postgres-for-file.ts';
import { SERVER } from '../options.ts';
import { AGENTS } from '../org/people.ts';
import { Witness } from '../play/witness.ts';
import type { DatabaseLine } from '../stand/database-line.ts';
import type { Proxy } from '../stand/proxy.ts';
import { Stand } from '../stand/stand.ts';
import { TENANTS } from '../stand/tenant.ts';
import { endedOperations } from './support/two-proxies.ts';

const [ANA] = AGENTS;

interface Scene {
    proxy: Proxy;
    line: DatabaseLine;
    newWitness(): Witness;
}

// Both mostly wait.
describe('blocks while the database stands still', { skip, concurrency: 2 }, () => {
    const postgres = postgresForFile();

    async function scene(t: TestContext): Promise<Scene> {
        const stand = await Stand.start({
            servers: [SERVER],
            databaseUrl: await postgres.newDatabase()
        });
        t.after(() => stand.stop());
        const [proxy] = stand.proxies;
        const [line] = stand.lines;
        const [tenant] = TENANTS;
        if (proxy === undefined || line === undefined || tenant === undefined)
            throw new Error('The stand is incomplete.');
        const fates = { changeState: [], blockUser: [], read: [], delays: [] };
        return { proxy, line, newWitness: () => new Witness(stand.newConversation(tenant, 'OPEN', fates), tenant) };
    }

    it('are refused, and nothing of them is accepted', async (t) => {
        const { proxy, line, newWitness } = await scene(t);
        const witnesses = Array.from({ length: 20 }, newWitness);
        await witnesses[0]?.look(proxy, ANA);
        line.standStill();
        const answers = await Promise.all(witnesses.map((witness) => witness.call(proxy, ANA, 'PUT', '/block', {})));
        line.goOn();
        for (const answer of answers) assert.equal((answer?.body as Problem).code, 'store-unavailable');
        for (const witness of witnesses) {
            assert.deepEqual(await witness.operations(proxy), []);
            assert.equal(witness.truth.state, 'OPEN');
        }
    });

    it('may hold where the statement had left, and are carried out then; all others are refused', async (t) => {
        const { proxy, line, newWitness } = await scene(t);
        const witnesses = Array.from({ length: 20 }, newWitness);
        await Promise.all(witnesses.map((witness) => witness.look(proxy, ANA)));
        line.onRows = ({ kind }) => {
            if (kind === 'accept') line.standStill();
            return null;
        };
        const answers = await Promise.all(witnesses.map((witness) => witness.call(proxy, ANA, 'PUT', '/block', {})));
        line.onRows = () => null;
        line.goOn();
        const codes = answers.map((answer) => (answer?.body as Problem).code);
        assert.deepEqual([...new Set(codes)].toSorted(), ['result-not-stored', 'store-unavailable']);
        for (const [index, witness] of witnesses.entries()) {
            const operations = await endedOperations(witness, proxy);
            const isSent = codes[index] === 'result-not-stored';
            assert.deepEqual(
                operations.map(({ outcome }) => outcome),
                isSent ? ['confirmed'] : []
            );
            assert.equal(witness.truth.state, isSent ? 'BLOCKED' : 'OPEN');
            assert.deepEqual(witness.violations, []);
        }
    });
});
