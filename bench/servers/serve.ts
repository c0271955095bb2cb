import type { RequestListener } from 'node:http';
import { startServer } from '../../fakes/server.ts';

/** Listens on loopback, at the port the parent process chose, until SIGTERM. */
export async function serve(listener: RequestListener): Promise<void> {
    const { close } = await startServer(listener, { port: Number(process.env['PORT']) });
    process.once('SIGTERM', () => void close());
}
