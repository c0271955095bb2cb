import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { ORG_ID, TOKENS } from './salesforce-handler.ts';

/** What is sent and received byte for byte, which `fetch` hides. */
export interface RawCall {
    /** In place of those by which Ana is known. */
    headers?: readonly string[];
    body?: string;
}

/** The headers by which an agent is known. */
export function headersOf(token: string): string[] {
    return [`Authorization: Bearer ${token}`, `X-Salesforce-Org-Id: ${ORG_ID}`];
}

/** Sends one request whose first line is given, such as `GET /healthz`; all that came until the connection was closed. */
export async function rawCall(
    url: string,
    line: string,
    { headers = headersOf(TOKENS.ana), body = '' }: RawCall = {}
): Promise<string> {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write([`${line} HTTP/1.1`, 'Host: proxy', 'Connection: close', ...headers, '', body].join('\r\n'));
    return text(socket);
}
