import { spawn } from 'node:child_process';
import process from 'node:process';

const OPENERS: Partial<Record<NodeJS.Platform, [string, ...string[]]>> = {
    darwin: ['open'],
    win32: ['cmd', '/c', 'start', '']
};

/**
 * Opens an address in the browser of the machine.
 * @returns false when there is nothing that opens it
 */
export function openAddress(address: string): Promise<boolean> {
    const [command, ...args] = OPENERS[process.platform] ?? ['xdg-open'];
    return new Promise((resolve) => {
        const child = spawn(command, [...args, address], { stdio: 'ignore', detached: true });
        child.once('error', () => resolve(false));
        child.once('spawn', () => {
            child.unref();
            resolve(true);
        });
    });
}
