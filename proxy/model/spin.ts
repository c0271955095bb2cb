import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { MODEL } from './model-text.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { storyOf } from './story.ts';

const execute = promisify(execFile);

/** Deeper than any run; a search that reaches it is not complete, and says so. */
const MAX_DEPTH = 1_000_000;
/** How many searches are made at a time: each needs a core, and so much memory at most. */
export const AT_ONCE = 2;
const MEMORY_MB = 2_800;
const MAX_OUTPUT = 64 * 1024 * 1024;

/** How the model is searched. */
export interface Search {
    /** Switches and bounds, as `NAME` or `NAME=n`. */
    defines: readonly string[];
    /** What is looked for: a violation anywhere, the shortest way to one, or a run in which the last command never comes true. */
    looksFor: 'any' | 'shortest' | 'never';
}

const COMPILE: Readonly<Record<Search['looksFor'], string[]>> = {
    any: ['-DSAFETY', '-DNOFAIR'],
    shortest: ['-DSAFETY', '-DNOFAIR', '-DREACH'],
    never: ['-DNFAIR=3']
};
const RUN: Readonly<Record<Search['looksFor'], string[]>> = {
    any: ['-w26'],
    shortest: ['-i', '-w20'],
    never: ['-a', '-f', '-w24']
};

/** Why the model cannot be searched here; null when it can. */
export async function whyNot(): Promise<string | null> {
    for (const [program, version] of [
        ['spin', '-V'],
        ['gcc', '--version']
    ] as const) {
        const isThere = await execute(program, [version]).then(
            () => true,
            () => false
        );
        if (!isThere) return `${program} is not installed; on Debian: apt install spin gcc`;
    }
    return null;
}

/** Searches the model. @throws Error with what a program says when it cannot be compiled or run */
export async function search({ defines, looksFor }: Search): Promise<Outcome> {
    const folder = await mkdtemp(path.join(tmpdir(), 'model-'));
    const switches = [...defines, ...(looksFor === 'never' ? ['LIVE'] : [])].map((define) => `-D${define}`);
    try {
        await run(folder, 'spin', ['-a', ...switches, MODEL]);
        const compile = [looksFor === 'shortest' ? '-O0' : '-O2', '-w', `-DMEMLIM=${MEMORY_MB}`, ...COMPILE[looksFor]];
        await run(folder, 'gcc', [...compile, '-o', 'pan', 'pan.c']);
        const started = performance.now();
        const output = await run(folder, './pan', [`-m${MAX_DEPTH}`, ...RUN[looksFor]]);
        const outcome = outcomeOf(output, (performance.now() - started) / 1000);
        return outcome.violation === null ? outcome : { ...outcome, story: await replay(folder, switches) };
    } finally {
        await rm(folder, { recursive: true });
    }
}

/** @returns what it prints */
async function run(folder: string, program: string, args: readonly string[]): Promise<string> {
    try {
        const { stdout } = await execute(program, args, { cwd: folder, maxBuffer: MAX_OUTPUT });
        return stdout;
    } catch (error) {
        // spin tells on its standard output what is wrong with the model.
        const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
        throw new Error(`${program} failed: ${stdout}${stderr}`, { cause: error });
    }
}

/** How the violation that was found last comes about. */
async function replay(folder: string, switches: readonly string[]): Promise<string[]> {
    const trail = path.join(folder, `${path.basename(MODEL)}.trail`);
    const args = ['-T', '-B', '-t', '-k', trail, ...switches, MODEL];
    const { stdout } = await execute('spin', args, { cwd: folder, maxBuffer: MAX_OUTPUT }).catch(said);
    return storyOf(stdout);
}

/** spin ends with an error when the trail ends with a violated assertion, as it does. */
function said(error: unknown): { stdout: string } {
    const { stdout } = error as { stdout?: string };
    if (stdout === undefined) throw error;
    return { stdout };
}
