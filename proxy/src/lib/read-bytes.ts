import type { IncomingMessage } from 'node:http';

/**
 * Reads the body of an answer.
 * @returns null when it is longer than `maxBytes`; the rest is then not read, and the connection ended
 * @throws Error when it breaks off
 */
export async function readBytes(response: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
    const chunks: Buffer[] = [];
    let read = 0;
    // Leaving the loop early ends the connection.
    for await (const chunk of response as AsyncIterable<Buffer>) {
        read += chunk.byteLength;
        if (read > maxBytes) return null;
        chunks.push(chunk);
    }
    return Buffer.concat(chunks);
}
