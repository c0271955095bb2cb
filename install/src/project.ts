import { rmSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Copies that are there now. However the process ends, also by Ctrl+C, they do not outlive it. */
const copies = new Set<string>();
process.once('exit', () => copies.forEach((copy) => rmSync(copy, { recursive: true, force: true })));

/** A copy of a part of the project, in which names may differ from those in the source. */
export interface Staged {
    project: string;
    /** Changes a file's text; `to` is its new name. */
    edit(file: string, change: (text: string) => string, to?: string): Promise<void>;
}

/**
 * Copies folders of the project into a temporary one, lets something be done with it, and removes it.
 * The replacements of sfdx-project.json hold there as well, because they go by the ends of paths.
 */
export async function withStaged<T>(
    project: string,
    folders: readonly string[],
    work: (staged: Staged) => Promise<T>
): Promise<T> {
    const copy = await stage(project, folders);
    try {
        return await work({ project: copy, edit: (file, change, to) => edit(copy, file, change, to ?? file) });
    } finally {
        await rm(copy, { recursive: true, force: true });
        copies.delete(copy);
    }
}

/** Copies folders of the project into a temporary one, which goes with the process. */
export async function stage(project: string, folders: readonly string[]): Promise<string> {
    const copy = await mkdtemp(path.join(tmpdir(), 'gotallo-install-'));
    copies.add(copy);
    const file = path.join(copy, 'sfdx-project.json');
    await cp(path.join(project, 'sfdx-project.json'), file);
    // The library refuses a project whose package directories are not there.
    const { packageDirectories } = JSON.parse(await readFile(file, 'utf8')) as {
        packageDirectories: { path: string }[];
    };
    for (const each of packageDirectories) await mkdir(path.join(copy, each.path), { recursive: true });
    for (const folder of folders) await cp(path.join(project, folder), path.join(copy, folder), { recursive: true });
    return copy;
}

async function edit(copy: string, file: string, change: (text: string) => string, to: string): Promise<void> {
    const text = await readFile(path.join(copy, file), 'utf8');
    await rm(path.join(copy, file));
    await writeFile(path.join(copy, to), change(text));
}

/** The files of a folder of the project, by their names; none when there is no such folder. */
export async function filesOf(project: string, folder: string): Promise<string[]> {
    return (await readdir(path.join(project, folder)).catch(() => [])).sort();
}

/** The API version that the project is written for. */
export async function sourceApiVersion(project: string): Promise<string> {
    const text = await readFile(path.join(project, 'sfdx-project.json'), 'utf8');
    return (JSON.parse(text) as { sourceApiVersion: string }).sourceApiVersion;
}
