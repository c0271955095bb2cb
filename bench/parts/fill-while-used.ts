import { blockOf, subjectsOf, viewOf } from '../load/calls.ts';
import type { Stage } from '../machine/stage.ts';
import { fillStatements, storedIds } from '../store/fill.ts';
import type { GrowingStore } from '../store/growing-store.ts';
import { newSubjects } from './entries.ts';
import type { Filled } from './growth-times.ts';

/** So few rows are in the tables when the server counts them, and plans by that number. */
const NEARLY_NONE = 20;
/** How many conversations are blocked, and opened by their agents, before the store fills. */
const USED = 400;
/** How often each of them is looked at again. */
const LOOKS = 5;
/** As many as the proxy has connections to a server, twice. */
const CONNECTIONS = 20;
/** How many of the filled-in conversations can be looked at. */
const LOOKED_AT = 1_000;

/**
 * Uses the proxy while its store is nearly empty, and then fills the store beside it. PostgreSQL keeps one plan of a
 * prepared statement for good after five runs on a connection; here each makes far more than that.
 */
export async function fillWhileUsed({ load }: Stage, store: GrowingStore, count: number): Promise<Filled> {
    const { url } = store.proxy;
    const run = (calls: Parameters<typeof load.run>[0]['calls']) =>
        load.run({ url, connections: CONNECTIONS, calls, seconds: null });
    await run(newSubjects(NEARLY_NONE).map((subject) => blockOf(subject)));
    await store.analyze();
    const subjects = newSubjects(USED);
    const views = subjects.map((subject) => viewOf(subject));
    await run(views);
    await run(subjects.map((subject) => blockOf(subject)));
    for (let turn = 0; turn < LOOKS; turn += 1) await run(views);
    await store.run(fillStatements(count));
    return { store, subjects: subjectsOf(storedIds(count, LOOKED_AT)) };
}
