import { writeSync } from 'node:fs';
import type { DestinationStream } from 'pino';

/** How many characters may wait for a reader that stands still. */
const MOST_WAITING = 1_000_000;

/** A reader that takes nothing for so long stands still; one that is just busy takes all within far less. */
const STANDS_STILL_MS = 200;
const PAUSE_MS = 2;

/**
 * Standard output as where the log goes. A line is handed over before the call returns, so that it is not lost however
 * the process ends. A reader that stands still stops nobody: lines wait, and when too many do, later ones are dropped. A
 * reader that is gone is no reason to end either.
 * @param onDropped told how many lines were dropped, once the others were read
 */
export function standardOutput(onDropped: (lines: number) => void): DestinationStream {
    const { stdout } = process; // from now on, a write to a full pipe fails instead of waiting
    let dropped = 0;
    stdout.on('error', () => {});
    stdout.on('drain', () => {
        if (dropped === 0) return;
        const lines = dropped;
        dropped = 0;
        onDropped(lines);
    });
    return {
        write(line) {
            if (stdout.writableLength === 0) {
                const rest = writeNow(stdout.fd, Buffer.from(line));
                if (rest.length > 0) stdout.write(rest);
            } else if (stdout.writableLength + line.length > MOST_WAITING) dropped += 1;
            else stdout.write(line);
        }
    };
}

/** @returns what a reader that stands still did not take */
function writeNow(fd: number, line: Buffer): Buffer {
    const givenUpAt = performance.now() + STANDS_STILL_MS;
    let rest = line;
    while (rest.length > 0) {
        const written = tryWrite(fd, rest);
        rest = rest.subarray(written);
        if (written > 0) continue;
        if (performance.now() > givenUpAt) break;
        pause();
    }
    return rest;
}

/** @returns how much was written; all where nobody reads anymore */
function tryWrite(fd: number, bytes: Buffer): number {
    try {
        return writeSync(fd, bytes);
    } catch (error) {
        return (error as NodeJS.ErrnoException).code === 'EAGAIN' ? 0 : bytes.length;
    }
}

function pause(): void {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}
