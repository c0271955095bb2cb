import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { TestContext } from 'node:test';

/** A server on loopback. */
export interface LocalServer {
    url: string;
    close(): Promise<void>;
}

/** One request as a local server got it. */
export interface SeenRequest {
    method: string;
    url: string;
    headers: IncomingMessage['headers'];
    body: string;
}

/** Answers a request; `number` counts from 1. */
export type Handler = (request: SeenRequest, response: ServerResponse, number: number) => void;

/**
 * Serves on loopback.
 * @param options port: a free one when left out; onConnection: called for each new connection
 */
export async function startServer(
    listener: RequestListener,
    { port = 0, onConnection = () => {} }: { port?: number; onConnection?: (socket: Socket) => void } = {}
): Promise<LocalServer> {
    return listenLocally(createServer(listener).on('connection', onConnection), port);
}

/** Lets a server listen on loopback, at a free port when none is given. */
export async function listenLocally(server: Server, port = 0): Promise<LocalServer> {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return {
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        async close() {
            const closed = once(server, 'close');
            server.close();
            server.closeAllConnections();
            await closed;
        }
    };
}

/** Lets a handler answer once the whole body has arrived; a request that breaks off before is dropped. */
export function withBody(handle: Handler): RequestListener {
    let requests = 0;
    return (request, response) => {
        const { method = '', url = '', headers } = request;
        let body = '';
        request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
        request.on('end', () => handle({ method, url, headers, body }, response, (requests += 1)));
    };
}

/** Serves for one test, and keeps every request. */
export async function localServer(t: TestContext, handle: Handler): Promise<{ url: string; requests: SeenRequest[] }> {
    const requests: SeenRequest[] = [];
    const listener = withBody((request, response, number) => {
        requests.push(request);
        handle(request, response, number);
    });
    const { url, close } = await startServer(listener);
    t.after(close);
    return { url, requests };
}

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
    const { url, close } = await startServer(() => {});
    await close();
    return Number(new URL(url).port);
}

/** The address of a server that is no longer there. */
export async function closedServerUrl(): Promise<string> {
    return `http://127.0.0.1:${await freePort()}`;
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
