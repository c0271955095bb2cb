import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { CACHE } from '../paths.ts';
import { hashOfInputs } from './console-inputs.ts';

const DAY = 24 * 60 * 60 * 1000;

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
    removeOldBuilds();
    if (existsSync(folder)) rmSync(unfinished, { recursive: true });
    else renameSync(unfinished, folder);
    return folder;
}

/** Builds of yesterday are of no use; a younger one may be what another sandbox serves. */
function removeOldBuilds(): void {
    mkdirSync(CACHE, { recursive: true });
    for (const name of readdirSync(CACHE).filter((each) => each.startsWith('console-'))) {
        const age = Date.now() - statSync(CACHE + name).mtimeMs;
        if (age > DAY) rmSync(CACHE + name, { recursive: true, force: true });
    }
}
