import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { http } from '../lib/node-http.ts';
import type { HttpClasses } from './express-classes.ts';

/** A whole request has to arrive in this time, and its header in that one; else it is answered 408. */
const REQUEST_MS = 30_000;
const HEADERS_MS = 10_000;
/** How exactly Node keeps these times. */
const CHECK_EVERY_MS = 2_000;

/** How long a body may still arrive once the server is told to stop. Nothing of such a request was accepted yet. */
const LATE_BODY_MS = 2_000;

/** A server, and the way to stop it. */
export interface HttpServer {
    server: Server;
    /**
     * Takes no new connections, closes those without a whole request under way, and resolves when the requests under way
     * are answered. Whoever still sends a body has two seconds left.
     */
    drain(): Promise<void>;
}

/** What a server answers with. */
export interface HttpApp {
    listener: RequestListener;
    /** What it wants its requests and responses to be. */
    classes: HttpClasses;
}

/** A server whose clients can neither hold a connection by sending slowly nor keep it from stopping. */
export function createHttpServer({ listener, classes }: HttpApp): HttpServer {
    const server = http.createServer({
        ...classes,
        optimizeEmptyRequests: true, // most requests have no body, and so no stream that anybody would read
        requestTimeout: REQUEST_MS,
        headersTimeout: HEADERS_MS,
        connectionsCheckingInterval: CHECK_EVERY_MS
    });
    const sockets = connectionsOf(server);
    const underWay = requestsOf(server);
    server.on('request', listener);

    return {
        server,
        drain() {
            // Node's own `closeIdleConnections` leaves open what has not sent a whole header yet.
            const closed = new Promise<void>((resolve) => server.close(() => resolve()));
            const busy = new Set([...underWay].map(({ req }) => req.socket));
            for (const socket of sockets) if (!busy.has(socket)) socket.destroy();
            for (const response of underWay) makeLast(response);
            server.prependListener('request', (_, response) => makeLast(response));
            setTimeout(() => {
                for (const { req } of underWay) if (!req.complete) req.socket.destroy();
            }, LATE_BODY_MS).unref();
            return closed;
        }
    };
}

function connectionsOf(server: Server): ReadonlySet<Socket> {
    const sockets = new Set<Socket>();
    server.on('connection', (socket) => {
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
    });
    return sockets;
}

/** The requests that are not answered yet, by their responses. */
function requestsOf(server: Server): ReadonlySet<ServerResponse> {
    const underWay = new Set<ServerResponse>();
    // One function for all, since this is done for every request.
    function over(this: ServerResponse): void {
        underWay.delete(this);
    }
    server.on('request', (_, response) => {
        underWay.add(response.on('close', over));
    });
    return underWay;
}

/** Closes the connection after this answer, and says so. */
function makeLast(response: ServerResponse): void {
    if (!response.headersSent) response.setHeader('Connection', 'close');
    else response.once('close', () => response.req.socket.destroySoon());
}
