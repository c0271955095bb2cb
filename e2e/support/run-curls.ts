import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';

/** One call that curl made. */
export interface CurlCall {
    /** Method and path with its query, such as `GET /healthz`. */
    call: string;
    status: number;
    /** As it was printed, headers included where curl printed them. */
    printed: string;
    /** The JSON that was answered; null where nothing was. */
    json: unknown;
}

/**
 * Stands before the commands: each call of curl is the real one with the same arguments, and leaves besides what it was
 * and what was answered, in files numbered in the order of the calls.
 */
const WATCH_CURL = `
set -euo pipefail
curl() {
    printf . >> count
    local number=$(printf %03d "$(wc -c < count)")
    command curl -D "$number.headers" -v --stderr "$number.sent" "$@" | tee "$number.printed"
}
`;

/**
 * Runs commands in one bash, from the first to the last, as somebody who pastes them.
 * @returns the calls that curl made, in their order
 * @throws Error with what bash printed when a command fails
 */
export async function runCurls(commands: string): Promise<CurlCall[]> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'curls-'));
    try {
        const child = spawn('bash', ['-c', WATCH_CURL + commands], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
        const ended = once(child, 'exit');
        const [shown, said] = await Promise.all([text(child.stdout), text(child.stderr)]);
        const [code] = (await ended) as [number | null];
        if (code !== 0) throw new Error(`bash ended with ${code}:\n${shown}\n${said}`);
        const names = (await readdir(folder)).filter((name) => name.endsWith('.headers')).sort();
        return await Promise.all(names.map((name) => readCall(path.join(folder, path.parse(name).name))));
    } finally {
        await rm(folder, { recursive: true });
    }
}

async function readCall(prefix: string): Promise<CurlCall> {
    const [headers, sent, printed] = await Promise.all(
        ['headers', 'sent', 'printed'].map((kind) => readFile(`${prefix}.${kind}`, 'utf8'))
    );
    const call = /^> (\w+ \S+) HTTP/m.exec(sent ?? '')?.[1] ?? '';
    const status = Number(/^HTTP\/\S+ (\d+)/.exec(headers ?? '')?.[1]);
    const body = (printed ?? '').replace(headers ?? '', '').trim();
    return { call, status, printed: printed ?? '', json: body === '' ? null : JSON.parse(body) };
}
