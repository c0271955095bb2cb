import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { startServer, type LocalServer } from '../../fakes/server.ts';

/** How long after a pause what was held up by it may still arrive. */
const AFTER_MS = 2_000;

/**
 * No process can look at the clock and send in one step. One that is stopped exactly in between sends, when it goes on,
 * what has long been another's; nothing can be done about that, so it is no fault of the protocol. It shows as a
 * connection from before or during the pause whose first request comes after it, and that request is kept out.
 */
export class Gap {
    readonly #openedAt = new WeakMap<Socket, number>();
    readonly #used = new WeakSet<Socket>();
    #pauseEndedAt = -Infinity;

    /** A process goes on now. */
    pauseEnds(): void {
        this.#pauseEndedAt = performance.now();
    }

    /** Serves on loopback, and knows since when each connection is open. */
    listen(listener: RequestListener): Promise<LocalServer> {
        return startServer(listener, { onConnection: (socket) => this.#openedAt.set(socket, performance.now()) });
    }

    /** Whether a request on this connection was held up by a pause on its way out. */
    holds(socket: Socket): boolean {
        if (this.#used.has(socket)) return false;
        this.#used.add(socket);
        const isSoon = performance.now() - this.#pauseEndedAt < AFTER_MS;
        return isSoon && (this.#openedAt.get(socket) ?? Infinity) < this.#pauseEndedAt;
    }
}
