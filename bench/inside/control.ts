import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** Names the port at which a measured process takes orders. */
export const CONTROL_PORT = 'BENCH_CONTROL_PORT';

/** What a measured process can be told to do, by name; each gets a text and answers one. */
export type Orders = Readonly<Record<string, (body: string) => Promise<string>>>;

/** Takes orders on loopback, inside the process that is measured, for as long as it runs. */
export function takeOrders(orders: Orders): void {
    const carryOut = async (name: string, body: string): Promise<string> => {
        const order = orders[name];
        if (order === undefined) throw new Error('There is no such order.');
        return order(body);
    };
    const server = createServer((request, response) => {
        text(request)
            .then((body) => carryOut((request.url ?? '').slice(1), body))
            .then(
                (answer) => response.end(answer),
                (error: unknown) => response.writeHead(500).end(String(error))
            );
    });
    server.listen(Number(process.env[CONTROL_PORT]), '127.0.0.1').unref();
}
