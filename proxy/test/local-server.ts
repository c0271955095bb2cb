import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

/** One request as a local server got it. */
export interface SeenRequest {
    method: string;
    url: string;
    headers: IncomingMessage['headers'];
    body: string;
}

/** Answers a request; `number` counts from 1. */
export type Handler = (request: SeenRequest, response: ServerResponse, number: number) => void;

/** Starts a real HTTP server on a free port, for one test. */
export async function localServer(
    test: TestContext,
    handle: Handler
): Promise<{ url: string; requests: SeenRequest[] }> {
    const requests: SeenRequest[] = [];
    const server = createServer((incoming, response) => {
        void text(incoming).then((body) => {
            const { method = '', url = '', headers } = incoming;
            const number = requests.push({ method, url, headers, body });
            handle(requests[number - 1] as SeenRequest, response, number);
        });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    test.after(() => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
    });
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

/** The address of a server that is no longer there. */
export async function closedServerUrl(): Promise<string> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    return `http://127.0.0.1:${port}`;
}

/** Answers with JSON. */
export function json(
    response: ServerResponse,
    status: number,
    body: unknown,
    headers: Record<string, string> = {}
): void {
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers });
    response.end(JSON.stringify(body));
}

/** Answers with text or HTML. */
export function plain(response: ServerResponse, status: number, body: string, type = 'text/html;charset=UTF-8'): void {
    response.writeHead(status, { 'content-type': type });
    response.end(body);
}
