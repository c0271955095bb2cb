import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

const FOLDER = 'install';
const ARGS = ['ci', '--prefix', FOLDER, '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];

/**
 * Whether the installer's own packages are there. They are installed if not, as `bin/install` does; npm says what kept it from
 * that.
 */
export async function hasInstallPackages(): Promise<boolean> {
    if (existsSync(`${FOLDER}/node_modules/@salesforce/core`)) return true;
    console.log("Installing Salesforce's libraries, which is needed once (70 MB)…");
    const npm = spawn('npm', ARGS, { stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
    const [code] = (await once(npm, 'close').catch(() => [1])) as [number | null];
    return code === 0;
}
