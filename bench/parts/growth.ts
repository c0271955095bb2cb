import type { Stage } from '../machine/stage.ts';
import type { Options } from '../options.ts';
import { growingEmbedded, growingServer, type GrowingStore } from '../store/growing-store.ts';
import { fillWhileUsed } from './fill-while-used.ts';
import { growthTimes, type Filled, type Growth, type Pair } from './growth-times.ts';

/** The store that a full one is compared with. */
export const FEW = 1_000;

/**
 * Views and blocks with few and with many conversations in the store. The proxy was used while its store was nearly empty
 * and is not started again while that fills, so that a plan which was made for small tables shows.
 */
export async function measureGrowth(stage: Stage, { conversations }: Options): Promise<Growth[]> {
    const { newDatabase } = stage;
    const pairOf = async (start: (count: number) => Promise<GrowingStore>): Promise<Pair> => ({
        few: await fillWhileUsed(stage, await start(FEW), FEW),
        many: await fillWhileUsed(stage, await start(conversations), conversations)
    });
    const onServer =
        newDatabase === null
            ? []
            : await beforeAndAfter(
                  stage,
                  await pairOf(async (count) => growingServer(stage, await newDatabase(), `growing-server-${count}`))
              );
    const embedded = await pairOf((count) => growingEmbedded(stage, `growing-embedded-${count}`));
    // What was read once is remembered there, so a second view would not ask the store.
    const times = await growthTimes(stage, embedded, { name: 'embedded store', viewsAgain: false });
    await stop(embedded);
    return [...onServer, ...times];
}

/** A server looks at its tables some time after they have grown; until then it plans by what they once were. */
async function beforeAndAfter(stage: Stage, { few, many }: Pair): Promise<Growth[]> {
    const name = 'PostgreSQL server';
    const firstHalf = { few: half(few, 0), many: half(many, 0) };
    const before = await growthTimes(stage, firstHalf, { name: `${name} before vacuum`, viewsAgain: true });
    for (const { store } of [few, many]) await store.run(['vacuum analyze']);
    const secondHalf = { few: half(few, 1), many: half(many, 1) };
    const after = await growthTimes(stage, secondHalf, { name: `${name} after vacuum`, viewsAgain: true });
    await stop({ few, many });
    return [...before, ...after];
}

/** A view that the proxy remembers is no first one, so each half is looked at once. */
function half({ store, subjects }: Filled, index: 0 | 1): Filled {
    const size = subjects.length / 2;
    return { store, subjects: subjects.slice(index * size, (index + 1) * size) };
}

async function stop({ few, many }: Pair): Promise<void> {
    for (const { store } of [few, many]) await store.proxy.stop();
}
