import type { IncomingMessage, ServerResponse } from 'node:http';

/** How long the rest of a request is still read, and thrown away, once it is answered. */
const LINGER_MS = 1_000;

/**
 * Answers at once, and closes the connection a little later. Closed at once, it would be reset, and a client that still
 * sends might never see the answer.
 */
export function answerAndClose(req: IncomingMessage, res: ServerResponse, mediaType: string, body: string): void {
    res.setHeader('Content-Type', mediaType);
    res.setHeader('Connection', 'close');
    res.setHeader('Content-Length', Buffer.byteLength(body));
    res.write(body);
    const end = (): void => void res.end();
    const timer = setTimeout(end, LINGER_MS);
    req.once('end', end).once('close', () => clearTimeout(timer));
    req.resume();
}
