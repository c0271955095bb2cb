import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import type { Server } from 'node:net';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it, type TestContext } from 'node:test';
import { listen } from '../listen.ts';
import { startSandbox } from '../start-sandbox.ts';

const MAIN = path.resolve(import.meta.dirname, '../main.ts');

/** Node tells here of every server of this process that has begun to listen. */
const LISTENING = 'tracing:net.server.listen:asyncEnd';

describe('npm start', () => {
    it('opens its port once the page is whole: the first answer has everything that the page loads', async (t) => {
        const url = await freeAddress();
        const answered = firstAnswer(t, url);
        const sandbox = await startSandbox({ port: Number(new URL(url).port) });
        t.after(sandbox.stop);
        const page = await answered;
        assert.equal(page.status, 200);
        const [, ...parts] = (await page.text()).split(/(?:src|href)="(?=\/)/);
        const addresses = parts.map((part) => part.slice(0, part.indexOf('"')));
        assert.match(addresses.join(' '), /\/console\/main-[\w-]+\.js/);
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

/** Asks for the page in the moment in which its port is opened. */
function firstAnswer(t: TestContext, url: string): Promise<Response> {
    return new Promise((resolve, reject) => {
        const ask = (message: unknown): void => {
            const address = (message as { server: Server }).server.address();
            const isOurs = typeof address === 'object' && String(address?.port) === new URL(url).port;
            if (isOurs) fetch(url).then(resolve, reject);
        };
        subscribe(LISTENING, ask);
        t.after(() => unsubscribe(LISTENING, ask));
    });
}

async function freeAddress(): Promise<string> {
    const { url, close } = await listen(() => {});
    await close();
    return url;
}

async function textOf(stream: NodeJS.ReadableStream | null): Promise<string> {
    return stream ? text(stream as NodeJS.ReadableStream & AsyncIterable<Buffer>) : '';
}
