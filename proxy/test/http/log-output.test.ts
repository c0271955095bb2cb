import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, it, type TestContext } from 'node:test';
import { closedServerUrl } from '../../../fakes/server.ts';
import { environment, proxyProcess, temporaryFolder } from '../support/proxy-process.ts';

const LOGGER = new URL('../../src/http/logger.ts', import.meta.url).href;

interface Line {
    msg: string;
    number?: number;
    dropped?: number;
}

/** A process that logs so many lines of about 1 kB, says on its standard error when it did, and ends at a signal. */
function loggingProcess(t: TestContext, lines: number) {
    const script = `
        import { createLogger } from ${JSON.stringify(LOGGER)};
        const logger = createLogger({ level: 'info', secrets: [] });
        const text = 'x'.repeat(1000);
        for (let number = 1; number <= ${lines}; number += 1) logger.info({ number, text }, 'line');
        const alive = setInterval(() => {}, 1000);
        process.on('SIGTERM', () => { logger.info('last'); clearInterval(alive); });
        process.stderr.write('done');`;
    const child = spawn(process.execPath, ['--input-type=module', '--eval', script], { stdio: 'pipe' });
    t.after(() => child.kill('SIGKILL'));
    return child;
}

describe('a log that nobody reads', () => {
    it('loses what is too much, says how much once it is read again, and keeps all else in order', async (t) => {
        const child = loggingProcess(t, 5000);
        await once(child.stderr, 'data');
        const lines: Line[] = [];
        const reading = createInterface(child.stdout);
        const told = new Promise<void>((resolve) => {
            reading.on('line', (line) => {
                const parsed = JSON.parse(line) as Line;
                lines.push(parsed);
                if (parsed.dropped !== undefined) resolve();
            });
        });
        const ended = once(child, 'close');
        await told;
        child.kill('SIGTERM');
        assert.deepEqual(await ended, [0, null]);
        const numbers = lines.flatMap(({ number }) => (number === undefined ? [] : [number]));
        const dropped = lines.find((line) => line.dropped !== undefined);
        assert.equal(dropped?.msg, 'lines of the log were dropped, since nobody read them');
        assert.equal(numbers.length + (dropped.dropped ?? 0), 5000);
        assert.ok(numbers.length >= 1000, `${numbers.length} lines were kept`);
        assert.deepEqual(
            numbers,
            Array.from(numbers, (_, index) => index + 1)
        );
        assert.equal(lines.at(-1)?.msg, 'last');
    });

    it('does not end the process when whoever read it is gone', async (t) => {
        const child = loggingProcess(t, 5000);
        child.stdout.destroy();
        await once(child.stderr, 'data');
        const ended = once(child, 'close');
        child.kill('SIGTERM');
        assert.deepEqual(await ended, [0, null]);
    });

    it('does not stop the proxy', async (t) => {
        const url = await closedServerUrl();
        const env = await environment(await temporaryFolder(t), { instanceUrl: url, baseUrl: url });
        const { child, listening, ended } = proxyProcess(t, env);
        const address = `http://127.0.0.1:${await listening}/nothing`;
        child.stdout?.pause();
        // Each leaves a line of about 200 bytes, and far fewer bytes than all of them fit between two processes.
        for (let round = 0; round < 20; round += 1) {
            const answers = await Promise.all(Array.from({ length: 50 }, () => fetch(address)));
            for (const answer of answers) {
                assert.equal(answer.status, 404);
                await answer.body?.cancel();
            }
        }
        child.kill('SIGTERM');
        child.stdout?.resume();
        assert.equal((await ended).code, 0);
    });
});
