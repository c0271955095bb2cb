import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { CACHE } from '../paths.ts';
import { hashOfInputs } from './console-inputs.ts';

/**
 * The folder with the built console page; built only when something it is made of has changed.
 * @param onBuild called before a build, which takes its time
 */
export async function buildConsole(onBuild: () => void = () => undefined): Promise<string> {
    const name = `console-${hashOfInputs()}`;
    const folder = CACHE + name;
    if (existsSync(folder)) return folder;
    onBuild();
    const unfinished = `${folder}.${process.pid}`;
    const { bundleConsole } = await import('./bundle-console.ts');
    await bundleConsole(unfinished);
    removeOthers(unfinished);
    if (existsSync(folder)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, folder);
    return folder;
}

/** Older builds are of no use; one under way in another process is. */
function removeOthers(kept: string): void {
    mkdirSync(CACHE, { recursive: true });
    for (const name of readdirSync(CACHE)) {
        const isFinished = /^console-[0-9a-f]{16}$/.test(name);
        if (isFinished && CACHE + name !== kept) rmSync(CACHE + name, { recursive: true });
    }
}
