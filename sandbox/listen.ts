import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';

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

/**
 * Asks whether a port on loopback is taken, without opening it.
 * @throws Error with code `EADDRINUSE` when somebody listens there
 */
export async function assertFree(port: number): Promise<void> {
    const socket = connect(port, '127.0.0.1');
    const isTaken = await once(socket, 'connect').then(
        () => true,
        () => false
    );
    socket.destroy();
    if (isTaken) throw Object.assign(new Error(`Port ${port} is taken.`), { code: 'EADDRINUSE' });
}

async function closeServer(server: Server): Promise<void> {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
}
