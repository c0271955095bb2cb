/**
 * `npm run bench -- [sandbox] [drawing] [load] [growth]`: how long the sandbox takes to start, and the card to be drawn,
 * what the proxy does beside bare forwarders, and what a full store costs. Times are of this machine: compare them
 * within one run only.
 *
 *     --seconds 5  --rounds 3  --blocks 1000  --conversations 1000000
 */
import { availableParallelism, cpus } from 'node:os';
import { onStop } from '../sandbox/on-stop.ts';
import { setStage } from './machine/stage.ts';
import { readOptions, type Options, type Part } from './options.ts';
import { measureDrawing } from './parts/drawing.ts';
import { measureGrowth } from './parts/growth.ts';
import { measureLoad } from './parts/load.ts';
import { measureSandbox } from './parts/sandbox.ts';
import type { Goal } from './report/goal.ts';
import { printGrowth } from './report/print-growth.ts';
import { printLoad } from './report/print-load.ts';
import { markdownTable } from './report/table.ts';

const options = readOrExit();
const goals: Goal[] = [];
const [cpu] = cpus();
console.log(`Node ${process.version} on ${cpu?.model ?? 'an unknown processor'}, ${availableParallelism()} cores.`);
for (const part of options.parts) goals.push(...(await measure(part)));
const rows = goals.map(({ what, goal, measured, isMet }) => [what, goal, measured, isMet ? 'met' : 'NOT MET']);
console.log(`\n## Goals\n\n${markdownTable(['what', 'goal', 'measured', ''], rows)}`);

function readOrExit(): Options {
    try {
        return readOptions(process.argv.slice(2));
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
        const found =
            part === 'load'
                ? printLoad(await measureLoad(stage, options))
                : printGrowth(await measureGrowth(stage, options), options.conversations);
        console.log(`\n${stage.notes.join('\n')}`);
        return found;
    } finally {
        await stage.end();
    }
}
