import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Batches, NotSent, type BatchLimits } from '../../src/store/batches.ts';

/** A database that answers when the test says so. */
function setUp(limits: Partial<BatchLimits> = {}) {
    const sent: { rows: readonly number[]; answer(answers: readonly string[]): void; fail(error: Error): void }[] = [];
    let now = 0;
    const run = async (rows: readonly number[]): Promise<readonly string[]> => {
        const { promise, resolve: answer, reject: fail } = Promise.withResolvers<readonly string[]>();
        sent.push({ rows, answer, fail });
        return promise;
    };
    const batches = new Batches(run, { atOnce: 1, rows: 100, ...limits }, () => now);
    const pass = (ms: number): void => void (now += ms);
    const endOfTurn = () => new Promise<void>((resolve) => setImmediate(resolve));
    /** Answers the batch, and waits until those behind it have left. */
    async function answer(index: number): Promise<void> {
        const batch = sent[index];
        assert.ok(batch, `batch ${index} was not sent`);
        batch.answer(batch.rows.map((row) => `answer to ${row}`));
        await endOfTurn();
        await endOfTurn();
    }
    return { batches, sent, pass, answer, endOfTurn, rowsSent: () => sent.map(({ rows }) => rows) };
}

describe('what waits for the same statement', () => {
    it('leaves at the end of the turn where nothing is under way, with all that came in it', async () => {
        const { batches, rowsSent, endOfTurn } = setUp();
        void batches.ask(1);
        void batches.ask(2);
        assert.deepEqual(rowsSent(), []);
        await endOfTurn();
        assert.deepEqual(rowsSent(), [[1, 2]]);
    });

    it('goes together once the batch before it is answered, in the order in which it came', async () => {
        const { batches, rowsSent, answer, endOfTurn } = setUp();
        const asked = [batches.ask(1)];
        await endOfTurn();
        asked.push(...[2, 3, 4].map((row) => batches.ask(row)));
        await endOfTurn();
        assert.deepEqual(rowsSent(), [[1]], 'one batch under way');
        await answer(0);
        assert.deepEqual(rowsSent(), [[1], [2, 3, 4]]);
        await answer(1);
        assert.deepEqual(
            await Promise.all(asked),
            [1, 2, 3, 4].map((row) => `answer to ${row}`)
        );
    });

    it('never joins a batch that has left', async () => {
        const { batches, rowsSent, answer, endOfTurn } = setUp();
        void batches.ask(1);
        await endOfTurn();
        void batches.ask(2);
        assert.deepEqual(rowsSent(), [[1]]);
        await answer(0);
        assert.deepEqual(rowsSent(), [[1], [2]]);
    });

    it('is under way in as many batches as may be, and in none of more rows than may be', async () => {
        const { batches, rowsSent, answer, endOfTurn } = setUp({ atOnce: 2, rows: 2 });
        for (const row of [1, 2, 3, 4, 5, 6, 7]) void batches.ask(row);
        await endOfTurn();
        assert.deepEqual(rowsSent(), [
            [1, 2],
            [3, 4]
        ]);
        await answer(1);
        assert.deepEqual(rowsSent().at(2), [5, 6]);
        await answer(0);
        assert.deepEqual(rowsSent().at(3), [7]);
    });

    it('is told of the failure of its own batch, and of no other', async () => {
        const { batches, sent, answer, endOfTurn } = setUp({ rows: 1 });
        const [first, second] = [1, 2].map((row) => batches.ask(row));
        await endOfTurn();
        const failed = assert.rejects(first as Promise<string>, /lost/);
        sent[0]?.fail(new Error('lost'));
        await failed;
        await endOfTurn();
        await answer(1);
        assert.equal(await second, 'answer to 2');
    });

    it('is turned away at once where a thousand wait already, and taken again after that', async () => {
        const { batches, answer, endOfTurn } = setUp({ rows: 1_000 });
        const asked = Array.from({ length: 1_000 }, (_, row) => batches.ask(row));
        await assert.rejects(batches.ask(-1), NotSent);
        await endOfTurn();
        const late = batches.ask(2_000);
        await answer(0);
        await answer(1);
        assert.equal((await Promise.all(asked)).length, 1_000);
        assert.equal(await late, 'answer to 2000');
    });

    it('is not sent anymore after five seconds', async () => {
        const { batches, rowsSent, answer, pass, endOfTurn } = setUp();
        void batches.ask(1);
        await endOfTurn();
        const late = assert.rejects(batches.ask(2), NotSent);
        pass(4_000);
        const inTime = batches.ask(3);
        pass(1_001);
        await answer(0);
        await late;
        assert.deepEqual(rowsSent(), [[1], [3]]);
        await answer(1);
        assert.equal(await inTime, 'answer to 3');
    });

    it('leaves nothing behind where all of it came too late', async () => {
        const { batches, rowsSent, answer, pass, endOfTurn } = setUp();
        void batches.ask(1);
        await endOfTurn();
        const late = assert.rejects(batches.ask(2), NotSent);
        pass(5_001);
        await answer(0);
        await late;
        void batches.ask(3);
        await endOfTurn();
        assert.deepEqual(rowsSent(), [[1], [3]]);
    });
});
