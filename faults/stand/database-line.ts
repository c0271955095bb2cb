import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Tally } from '../tally.ts';
import { SentRowsReader, type SentRows } from './sent-rows.ts';

/** The connection breaks at a statement: before the database gets it, or when it has answered, which nobody hears. */
export interface Break {
    when: 'before the commit' | 'after the commit';
    /** Done at that moment. */
    strike?: () => void;
}

/** How long messages to the database are under way, in milliseconds. */
export interface LineDelays {
    messageMs: number;
    /** Those of a statement that writes rows, which others gather behind meanwhile. */
    rowsMs: number;
}

/** The end of an answer: the database is ready for the next statement. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5]);

/** A way to a PostgreSQL server that takes time, stands still, or breaks at the worst moment. */
export class DatabaseLine {
    /** The database by way of this line. */
    readonly url: string;
    /** Statements with more than one row, by what they do. */
    readonly batches = new Tally();
    /** How many rows the longest of them that wrote had. */
    mostRows = 0;
    /** Broken statements that wrote more than one row, by when. */
    readonly breaks = new Tally();
    /** Asked about each statement that takes rows. */
    onRows: (rows: SentRows) => Break | null = () => null;
    readonly #server: Server;
    readonly #target: URL;
    readonly #delays: LineDelays;
    readonly #sockets = new Set<Socket>();
    #isStill = false;
    /** What was under way when it began to stand still, and all that came since. */
    #held: (() => void)[] = [];

    private constructor(server: Server, databaseUrl: string, delays: LineDelays) {
        this.#server = server.on('connection', (client: Socket) => this.#connect(client));
        this.#target = new URL(databaseUrl);
        this.#delays = delays;
        this.url = Object.assign(new URL(databaseUrl), { port: (server.address() as AddressInfo).port }).href;
    }

    static async open(databaseUrl: string, delays: LineDelays = { messageMs: 0, rowsMs: 0 }): Promise<DatabaseLine> {
        const server = createServer().listen(0, '127.0.0.1');
        await once(server, 'listening');
        return new DatabaseLine(server, databaseUrl, delays);
    }

    /** Nothing passes from now on; connections are taken, and nothing comes of them. */
    standStill(): void {
        this.#isStill = true;
    }

    /** What was held passes now, also to a database whose caller has gone away meanwhile. */
    goOn(): void {
        this.#isStill = false;
        for (const pass of this.#held.splice(0)) pass();
    }

    async close(): Promise<void> {
        const closed = once(this.#server, 'close');
        this.#server.close();
        for (const socket of this.#sockets) socket.destroy();
        await closed;
    }

    #connect(client: Socket): void {
        const database = connect(Number(this.#target.port), this.#target.hostname);
        const reader = new SentRowsReader();
        let lost: Break | null = null;
        const end = (): void => {
            client.destroy();
            database.destroy();
        };
        client.on('data', (chunk: Buffer) => {
            const rows = reader.read(chunk);
            const broken = this.#meet(rows);
            const writes = rows.some(({ kind }) => kind !== 'read');
            const delayMs = writes ? this.#delays.rowsMs : this.#delays.messageMs;
            lost = broken ?? lost;
            if (broken?.when !== 'before the commit') return this.#pass(() => database.write(chunk), delayMs);
            broken.strike?.();
            end();
        });
        database.on('data', (chunk: Buffer) => {
            if (lost === null) return this.#pass(() => client.write(chunk));
            if (!READY.equals(chunk.subarray(-6, -1))) return;
            lost.strike?.();
            end();
        });
        client.on('close', () => this.#pass(() => database.end(), this.#delays.rowsMs));
        database.on('close', () => this.#pass(() => client.destroy()));
        for (const socket of [client, database]) {
            this.#sockets.add(socket.setNoDelay().on('error', () => {}));
            socket.on('close', () => this.#sockets.delete(socket));
        }
    }

    #meet(all: readonly SentRows[]): Break | null {
        let broken: Break | null = null;
        for (const rows of all) {
            const { kind, count } = rows;
            if (count > 1) this.batches.count(kind);
            if (kind !== 'read') this.mostRows = Math.max(this.mostRows, count);
            broken ??= this.onRows(rows);
            if (broken !== null && count > 1) this.breaks.count(broken.when);
        }
        return broken;
    }

    #pass(pass: () => void, afterMs = 0): void {
        const passes = (): void => {
            if (this.#isStill) this.#held.push(pass);
            else pass();
        };
        if (afterMs > 0) setTimeout(passes, afterMs);
        else passes();
    }
}
