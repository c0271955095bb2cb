import type { IncomingMessage } from 'node:http';

/**
 * Reads the body of an answer.
 * @returns null when it is longer than `maxBytes`; the rest is then not read, and the connection ended
 * @throws Error when it breaks off
 */
export function readBytes(response: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
    return new Promise((resolve, reject) => {
        const chunks: Buffer[] = [];
        let read = 0;
        response.on('data', (chunk: Buffer) => {
            read += chunk.byteLength;
            chunks.push(chunk);
            if (read <= maxBytes) return;
            resolve(null);
            response.destroy();
        });
        response.on('end', () => resolve(Buffer.concat(chunks)));
        // One that breaks off fails, and closes without an end.
        response.on('error', reject);
        response.on('close', () => reject(new Error('The answer broke off.')));
    });
}
