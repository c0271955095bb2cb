/**
 * `npm run bench -- [sandbox] [load] [growth]`: how long the sandbox takes to start, what the proxy does beside bare
 * forwarders, and what a full store costs. Times are of this machine: compare them within one run only.
 *
 *     --seconds 5  --rounds 3  --blocks 1000  --conversations 1000000
 */
import { setStage, type Stage } from './machine/stage.ts';
import { readOptions, type Options } from './options.ts';
import { measureGrowth } from './parts/growth.ts';
import { measureLoad } from './parts/load.ts';
import { measureSandbox } from './parts/sandbox.ts';
import type { Goal } from './report/goal.ts';
import { printGrowth } from './report/print-growth.ts';
import { printLoad } from './report/print-load.ts';
import { markdownTable } from './report/table.ts';
import { onStop } from '../sandbox/on-stop.ts';

const options = readOrExit();
const goals: Goal[] = [];
if (options.parts.includes('sandbox')) goals.push(...(await measureSandbox()));
if (options.parts.some((part) => part !== 'sandbox')) goals.push(...(await measureOnStage(options)));
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

async function measureOnStage({ parts, ...rest }: Options): Promise<Goal[]> {
    const stage = await setStage();
    onStop(() => void stage.end().finally(() => process.exit(130)));
    try {
        return await measureParts(stage, { parts, ...rest });
    } finally {
        await stage.end();
        for (const note of stage.notes) console.log(`\n${note}`);
    }
}

async function measureParts(stage: Stage, given: Options): Promise<Goal[]> {
    const found: Goal[] = [];
    if (given.parts.includes('load')) found.push(...printLoad(await measureLoad(stage, given)));
    if (given.parts.includes('growth')) {
        found.push(...printGrowth(await measureGrowth(stage, given), given.conversations));
    }
    return found;
}
