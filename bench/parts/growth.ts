import path from 'node:path';
import { expectBlocked } from '../load/check.ts';
import { subjectsOf, viewOf, type Subject } from '../load/calls.ts';
import type { ServerProcess } from '../machine/server-process.ts';
import type { Stage } from '../machine/stage.ts';
import type { Options } from '../options.ts';
import { median } from '../report/quantile.ts';
import { fillStore, storedIds } from '../store/fill.ts';
import { look, newSubjects } from './entries.ts';

const FEW = 1_000;
/** One turn asks for so many of them, so that all turns together ask for each of the few once. */
const TURNS = 5;
const ASKED = FEW / TURNS;
const WARM_UP = 1_000;

/** Medians of a view in milliseconds, by how much the store holds. */
export interface Growth {
    what: string;
    few: number;
    many: number;
}

/** Views with few and with many conversations in the store, one call at a time, none of them remembered by the proxy. */
export async function measureGrowth(stage: Stage, { conversations }: Options): Promise<Growth[]> {
    const { newDatabase } = stage;
    const stores = [
        ...(newDatabase === null
            ? []
            : [{ name: 'PostgreSQL server', start: (n: number) => onServer(newDatabase, stage, n) }]),
        { name: 'embedded store', start: (n: number) => embedded(stage, n) }
    ];
    const growth: Growth[] = [];
    for (const { name, start } of stores) {
        const few = { server: await start(FEW), subjects: subjectsOf(storedIds(FEW, FEW)) };
        const many = { server: await start(conversations), subjects: subjectsOf(storedIds(conversations, FEW)) };
        for (const { server, subjects } of [few, many]) {
            await look(stage.load, server, newSubjects(WARM_UP));
            for (const stored of subjects.slice(-1)) await expectBlocked(server.url, viewOf(stored));
        }
        growth.push({ what: `GET the first time, ${name}`, ...(await inTurns(stage, few, many)) });
        // Where there is one process only, what was read once is remembered, and the store is not asked again.
        if (name === 'PostgreSQL server') {
            growth.push({ what: `GET again, ${name}`, ...(await inTurns(stage, few, many)) });
        }
        for (const { server } of [few, many]) await server.stop();
    }
    return growth;
}

interface Filled {
    server: ServerProcess;
    subjects: Subject[];
}

async function inTurns({ load }: Stage, few: Filled, many: Filled): Promise<Pick<Growth, 'few' | 'many'>> {
    const medians = { few: [] as number[], many: [] as number[] };
    for (let turn = 0; turn < TURNS; turn += 1) {
        for (const [kind, { server, subjects }] of [
            ['few', few],
            ['many', many]
        ] as const) {
            const asked = subjects.slice(turn * ASKED, (turn + 1) * ASKED);
            const calls = asked.map((subject) => viewOf(subject));
            medians[kind].push((await load.run({ url: server.url, connections: 1, calls, seconds: null })).p50);
        }
    }
    return { few: median(medians.few), many: median(medians.many) };
}

async function onServer(newDatabase: () => Promise<string>, stage: Stage, count: number): Promise<ServerProcess> {
    const databaseUrl = await newDatabase();
    await fillStore({ databaseUrl }, count);
    return stage.startProxy(`proxy-server-${count}`, { databaseUrl });
}

async function embedded(stage: Stage, count: number): Promise<ServerProcess> {
    const folder = await stage.newFolder(`embedded-${count}`);
    await fillStore({ dataDir: path.join(folder, 'data') }, count);
    return stage.startProxy(`proxy-embedded-${count}`, { databaseUrl: null, folder });
}
