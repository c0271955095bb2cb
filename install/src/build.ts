import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { text } from 'node:stream/consumers';
import { CODE, metadataFolder } from './layout.ts';
import { stage } from './project.ts';
import { Trouble } from './trouble.ts';

/**
 * A copy of the code with every component's TypeScript compiled beside itself, so that nothing is written into the project.
 * It goes with the process.
 * @returns the folder of the copy
 * @throws Trouble when the compiler is not installed or finds a mistake
 */
export async function compiledCopy(project: string): Promise<string> {
    const compiler = path.join(project, 'node_modules/typescript/bin/tsc');
    if (!existsSync(compiler)) {
        const what = 'The components cannot be compiled: the packages of the project are not installed.';
        throw new Trouble(what, 'npm install in the folder of the project, then run the same command again.');
    }
    const copy = await stage(project, [CODE]);
    await cp(path.join(project, '.forceignore'), path.join(copy, '.forceignore'));
    await compile(project, compiler, path.join(copy, metadataFolder(CODE, 'lwc')));
    return copy;
}

async function compile(project: string, compiler: string, into: string): Promise<void> {
    const folders = ['--rootDir', metadataFolder(CODE, 'lwc'), '--outDir', into];
    const args = [compiler, '-p', 'tsconfig.lwc.build.json', ...folders];
    const child = spawn(process.execPath, args, { cwd: project });
    const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    if (code === 0) return;
    throw new Trouble(`The components do not compile:\n${printed}`, 'npm run build shows the same.');
}
