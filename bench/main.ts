/**
 * `npm run bench -- [sandbox] [drawing] [load] [growth]`: how long the sandbox takes to start, and the card to be drawn,
 * what the proxy does beside bare servers and an older commit's proxy, and what a full store costs. Times are of this
 * machine: compare them within one run only.
 *
 *     --seconds 5  --rounds 3  --blocks 1000  --conversations 1000000  --against <commit>
 *
 * Only where they are named: `budget`, where the core time of a view and of a block goes, and `soak --minutes 10`, memory
 * at a steady pace.
 */
import { availableParallelism, cpus } from 'node:os';
import { onStop } from '../sandbox/on-stop.ts';
import { setStage, type Stage } from './machine/stage.ts';
import { readOptions, type Part } from './options.ts';
import { measureBudget } from './parts/budget.ts';
import { measureDrawing } from './parts/drawing.ts';
import { measureGrowth } from './parts/growth.ts';
import { measureLoad } from './parts/load.ts';
import { measureSandbox } from './parts/sandbox.ts';
import { measureSoak } from './parts/soak.ts';
import { goalWord, type Goal } from './report/goal.ts';
import { printBudget } from './report/print-budget.ts';
import { printGrowth } from './report/print-growth.ts';
import { printLoad } from './report/print-load.ts';
import { printSoak, printSoakSample } from './report/print-soak.ts';
import { printTable } from './report/table.ts';
import { checkOut } from './versions/check-out.ts';
import { findCommit } from './versions/commit.ts';
import type { ProxyVersion } from './versions/version.ts';

const options = await orExit(() => readOptions(process.argv.slice(2)));
const commit = await orExit(() => (options.against === null ? null : findCommit(options.against)));
const goals: Goal[] = [];
const [cpu] = cpus();
console.log(`Node ${process.version} on ${cpu?.model ?? 'an unknown processor'}, ${availableParallelism()} cores.`);
for (const part of options.parts) goals.push(...(await measure(part)));
const rows = goals.map((goal) => [goal.what, goal.goal, goal.measured, goalWord(goal)]);
if (rows.length > 0) printTable('Goals', ['what', 'goal', 'measured', ''], rows);

/** What is wrong with the command is one sentence, and needs no stack. */
async function orExit<T>(read: () => T): Promise<Awaited<T>> {
    try {
        return await read();
    } catch (error) {
        console.error(error instanceof Error ? error.message : String(error));
        process.exit(2);
    }
}

async function measure(part: Part): Promise<Goal[]> {
    if (part === 'sandbox') return measureSandbox();
    if (part === 'drawing') return measureDrawing();
    const stage = await setStage();
    onStop(() => void stage.end().finally(() => process.exit(130)));
    try {
        const found = await measureOn(stage, part);
        console.log(`\n${stage.notes.join('\n')}`);
        return found;
    } finally {
        await stage.end();
    }
}

async function measureOn(stage: Stage, part: Exclude<Part, 'sandbox' | 'drawing'>): Promise<Goal[]> {
    switch (part) {
        case 'load':
            return printLoad(await measureLoad(stage, options, await older(stage)));
        case 'growth':
            return printGrowth(await measureGrowth(stage, options), options.conversations);
        case 'budget':
            printBudget(await measureBudget(stage, options, await older(stage)), options.against);
            return [];
        case 'soak':
            return printSoak(await measureSoak(stage, options, printSoakSample));
    }
}

async function older(stage: Stage): Promise<ProxyVersion | null> {
    return commit === null ? null : checkOut(commit, await stage.newFolder('older'));
}
