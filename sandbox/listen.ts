import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** A server on loopback. */
export interface Listening {
    url: string;
    close(): Promise<void>;
}

/**
 * Serves an app on loopback.
 * @param port 0 for a free one
 * @param now what time its answers say it is
 * @throws the server's error, such as `EADDRINUSE`
 */
export async function listen(app: RequestListener, port = 0, now: () => number = Date.now): Promise<Listening> {
    const server = createServer((request, response) => {
        response.setHeader('Date', new Date(now()).toUTCString());
        app(request, response);
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const { port: actual } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${actual}`, close: () => closeServer(server) };
}

async function closeServer(server: Server): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
}
