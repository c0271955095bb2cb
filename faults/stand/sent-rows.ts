/** What a statement does that takes its rows together. */
export type RowsKind = 'accept' | 'native call' | 'confirm' | 'read';

/** Rows that go to the database in one statement. */
export interface SentRows {
    kind: RowsKind;
    count: number;
}

const HEADER_BYTES = 4;

/**
 * Reads what a client sends to a PostgreSQL server, and finds the statements that take rows as JSON.
 * (https://www.postgresql.org/docs/current/protocol-message-formats.html)
 */
export class SentRowsReader {
    #unread: Buffer = Buffer.alloc(0);
    #isStarted = false;
    /** What the connection has prepared, by name. */
    readonly #texts = new Map<string, string>();

    /** @returns those whose rows ended with this chunk */
    read(chunk: Buffer): SentRows[] {
        this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
        const found: SentRows[] = [];
        for (let message = this.#next(); message !== null; message = this.#next()) {
            if (message.type === 'P') this.#prepare(message.body);
            const rows = message.type === 'B' ? this.#bind(message.body) : null;
            if (rows !== null) found.push(rows);
        }
        return found;
    }

    /** The first message of a connection has no type. */
    #next(): { type: string; body: Buffer } | null {
        const from = this.#isStarted ? 1 : 0;
        if (this.#unread.length < from + HEADER_BYTES) return null;
        const end = from + this.#unread.readInt32BE(from);
        if (this.#unread.length < end) return null;
        const type = this.#isStarted ? String.fromCodePoint(this.#unread[0] ?? 0) : '';
        const body = this.#unread.subarray(from + HEADER_BYTES, end);
        this.#unread = this.#unread.subarray(end);
        this.#isStarted = true;
        return { type, body };
    }

    #prepare(body: Buffer): void {
        const [name, next] = textAt(body, 0);
        this.#texts.set(name, textAt(body, next)[0]);
    }

    #bind(body: Buffer): SentRows | null {
        const [, afterPortal] = textAt(body, 0);
        const [name, formats] = textAt(body, afterPortal);
        const parameters = formats + 2 + 2 * body.readInt16BE(formats);
        if (body.readInt16BE(parameters) !== 1) return null;
        const length = body.readInt32BE(parameters + 2);
        const value = body.toString('utf8', parameters + 6, parameters + 6 + length);
        const kind = kindOf(this.#texts.get(name) ?? '');
        return kind !== null && value.startsWith('[') ? { kind, count: (JSON.parse(value) as unknown[]).length } : null;
    }
}

/** A text that ends with a zero, and where the next one begins. */
function textAt(body: Buffer, from: number): [text: string, next: number] {
    const end = body.indexOf(0, from);
    return [body.toString('utf8', from, end), end + 1];
}

function kindOf(text: string): RowsKind | null {
    if (!text.includes('json_to_recordset')) return null;
    if (text.includes('insert into operation')) return 'accept';
    if (text.includes("'native-call-started'")) return 'native call';
    return text.includes('update block') ? 'confirm' : 'read';
}
