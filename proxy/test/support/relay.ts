import { connect, createServer, type AddressInfo } from 'node:net';
import type { TestContext } from 'node:test';

/** A way to a database server that can break at the worst moment. */
export interface Relay {
    /** The database by way of the relay. */
    url: string;
    /** Passes the next commit on, and breaks the connection instead of passing on its answer. */
    loseNextCommit(): void;
    /** The same for the next message that holds this text. */
    loseAnswerTo(text: string): void;
    /** Breaks the connection instead of passing on the next message that holds this text. */
    lose(text: string): void;
}

/** Starts a relay to the server of that URL; it ends with the test. */
export async function startRelay(t: TestContext, databaseUrl: string): Promise<Relay> {
    const { hostname, port } = new URL(databaseUrl);
    let next: { text: string; isPassedOn: boolean } | null = null;
    const server = createServer((client) => {
        const upstream = connect(Number(port), hostname);
        let isLost = false;
        client.on('data', (chunk) => {
            if (next !== null && chunk.includes(next.text)) {
                const { isPassedOn } = next;
                next = null;
                isLost = true;
                if (!isPassedOn) return void client.destroy();
            }
            upstream.write(chunk);
        });
        upstream.on('data', (chunk) => {
            if (isLost) client.destroy();
            else client.write(chunk);
        });
        client.on('error', () => {}).on('close', () => upstream.destroy());
        upstream.on('error', () => {}).on('close', () => client.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    t.after(() => server.close());
    return {
        url: Object.assign(new URL(databaseUrl), { port: (server.address() as AddressInfo).port }).href,
        loseNextCommit() {
            next = { text: 'commit\0', isPassedOn: true };
        },
        loseAnswerTo(text) {
            next = { text, isPassedOn: true };
        },
        lose(text) {
            next = { text, isPassedOn: false };
        }
    };
}
