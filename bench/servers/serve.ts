import { createServer, type RequestListener } from 'node:http';

/** Listens on loopback, at the port the parent process chose, until SIGTERM. */
export function serve(handle: RequestListener): void {
    const server = createServer(handle).listen(Number(process.env['PORT']), '127.0.0.1');
    process.once('SIGTERM', () => {
        server.close();
        server.closeAllConnections();
    });
}
