import type { DestinationStream } from 'pino';

/** How many characters may wait for a reader that stands still. */
const MOST_WAITING = 1_000_000;

/**
 * Standard output as where the log goes. A line that its reader has room for is handed over before the call returns, so
 * that it is not lost however the process ends. A reader that stands still stops nobody: lines wait, and when too many
 * do, later ones are dropped. A reader that is gone is no reason to end either.
 * @param onDropped told how many lines were dropped, once the others were read
 */
export function standardOutput(onDropped: (lines: number) => void): DestinationStream {
    const { stdout } = process;
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
            if (stdout.writableLength + line.length > MOST_WAITING) dropped += 1;
            else stdout.write(line);
        }
    };
}
