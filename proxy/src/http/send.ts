import type { ServerResponse } from 'node:http';

/**
 * Answers with a value as JSON. Not `res.json` of Express, which answers 304 to whoever asks with `If-None-Match: *`, though
 * a view must never come from a cache, and which takes longer.
 */
export function sendJson(res: ServerResponse, value: unknown): void {
    sendText(res, 'application/json; charset=utf-8', JSON.stringify(value));
}

/** Answers with text, the status and headers being set. */
export function sendText(res: ServerResponse, mediaType: string, text: string): void {
    res.setHeader('Content-Type', mediaType);
    res.setHeader('Content-Length', Buffer.byteLength(text));
    res.end(text);
}
