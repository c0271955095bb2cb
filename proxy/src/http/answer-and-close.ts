import type { Request, Response } from 'express';

/** How long the rest of a request is still read, and thrown away, once it is answered. */
const LINGER_MS = 1_000;

/**
 * Answers at once, and closes the connection a little later. Closed at once, it would be reset, and a client that still
 * sends might never see the answer.
 */
export function answerAndClose(req: Request, res: Response, body: string): void {
    res.set({ Connection: 'close', 'Content-Length': String(Buffer.byteLength(body)) });
    res.write(body);
    const end = (): void => void res.end();
    const timer = setTimeout(end, LINGER_MS);
    req.once('end', end).once('close', () => clearTimeout(timer));
    req.resume();
}
