import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import { listen } from '../listen.ts';

const MAIN = path.resolve(import.meta.dirname, '../main.ts');

describe('npm start', () => {
    it('opens its port once the page is whole: the first answer has everything that the page loads', async (t) => {
        const url = await freeAddress();
        const child = start(t, url);
        const page = await firstAnswer(url, child);
        assert.equal(page.status, 200);
        const [, ...parts] = (await page.text()).split(/(?:src|href)="(?=\/)/);
        const addresses = parts.map((part) => part.slice(0, part.indexOf('"')));
        assert.ok(addresses.includes('/console/main.js'), addresses.join(' '));
        for (const address of [...addresses, '/sandbox/records']) {
            assert.equal((await fetch(url + address)).status, 200, address);
        }
    });

    it('says that its port is taken, and does nothing else', async (t) => {
        const other = await listen(() => {});
        t.after(other.close);
        const child = start(t, other.url);
        const ended = once(child, 'exit');
        const [shown, said] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
        assert.equal(shown, '');
        assert.match(said, /^Port \d+ is taken\. Stop what uses it, or choose another one: PORT=3001 npm start\n$/);
        assert.deepEqual(await ended, [1, null]);
    });
});

function start(t: TestContext, url: string): ChildProcess {
    const env = { ...process.env, PORT: new URL(url).port };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = once(child, 'exit');
    t.after(async () => {
        child.kill('SIGTERM');
        await ended;
    });
    return child;
}

/** Asks until something answers, as somebody who reloads the page; fails when the sandbox ends instead. */
async function firstAnswer(url: string, child: ChildProcess): Promise<Response> {
    while (child.exitCode === null) {
        const answer = await fetch(url).catch(() => null);
        if (answer) return answer;
    }
    throw new Error(`The sandbox has ended: ${await textOf(child.stderr)}`);
}

async function freeAddress(): Promise<string> {
    const { url, close } = await listen(() => {});
    await close();
    return url;
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
    return stream ? text(stream as NodeJS.ReadableStream & AsyncIterable<Buffer>) : '';
}
