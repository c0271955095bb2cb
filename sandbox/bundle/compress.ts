import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A way to compress, as HTTP names it, and what a file compressed so is called in addition. Smallest first. */
export const ENCODINGS: readonly { name: string; suffix: string; compress: (content: Buffer) => Buffer }[] = [
    {
        name: 'br',
        suffix: '.br',
        // One step above takes ten times as long.
        compress: (content) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    },
    // Browsers take brotli only over https and from their own machine.
    { name: 'gzip', suffix: '.gz', compress: (content) => gzipSync(content, { level: 9 }) }
];

/** Puts a compressed copy of each encoding beside every file of the folder. */
export function compressFiles(folder: string): void {
    for (const name of readdirSync(folder)) {
        const content = readFileSync(join(folder, name));
        for (const { suffix, compress } of ENCODINGS) writeFileSync(join(folder, name + suffix), compress(content));
    }
}
