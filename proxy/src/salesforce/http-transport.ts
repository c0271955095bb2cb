import type { Agent, IncomingMessage } from 'node:http';
import https from 'node:https';
import { PassThrough } from 'node:stream';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Transport } from 'jsforce/lib/transport.js';
import type { HttpRequest, HttpRequestOptions, HttpResponse } from 'jsforce/lib/types/common.js';
import { StreamPromise } from 'jsforce/lib/util/promise.js';
import { http } from '../lib/node-http.ts';
import { outgoingAgent } from '../lib/outgoing-agent.ts';
import { readBytes } from '../lib/read-bytes.ts';

/** Of an answer, as it comes and unpacked. */
const MAX_BODY_BYTES = 1_000_000;
const DEFAULT_TIMEOUT_MS = 5_000;
/** Connections of one transport. A call waits for one within its own time. */
const MAX_SOCKETS = 50;

const unpack = promisify(gunzip);

/** No answer, or one that is not used. The code is for the log. */
class AnswerError extends Error {
    override readonly name = 'AnswerError';
    readonly code: string;

    constructor(code: string) {
        super(code);
        this.code = code;
    }
}

/**
 * The way jsforce sends its requests here, in place of its own, which (3.10.26, each kept out by a test):
 * carries the access token along when it follows a redirect to another host; ends the process with an unhandled
 * stream error when an answer breaks off; and waits without limit for the body once the headers have come.
 * Keeps its connections, and checks certificates whatever the environment says.
 */
export class HttpTransport extends Transport {
    readonly #agent: Agent;

    /** @param instanceUrl the only origin that is called */
    constructor(instanceUrl: string) {
        super();
        this.#agent = outgoingAgent(instanceUrl, { keepAlive: true, maxSockets: MAX_SOCKETS });
    }

    override httpRequest(request: HttpRequest, options: HttpRequestOptions = {}): StreamPromise<HttpResponse> {
        const timeoutMs = options.timeout ?? DEFAULT_TIMEOUT_MS;
        // Nothing is streamed, but jsforce pipes through whatever stream it is given.
        return StreamPromise.create(() => ({
            stream: new PassThrough(),
            promise: send(request, this.#agent, timeoutMs)
        }));
    }
}

/** Sends a request once, and follows no redirect. */
function send({ url, method, headers, body }: HttpRequest, agent: Agent, timeoutMs: number): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
        const { request } = url.startsWith('https:') ? https : http;
        const outgoing = request(url, { method, agent, headers: { ...headers, 'accept-encoding': 'gzip' } });
        let isAnswered = false;
        // Covers connecting, the headers and the body.
        const timer = setTimeout(() => {
            reject(new AnswerError('ETIMEDOUT'));
            outgoing.destroy();
        }, timeoutMs);
        outgoing.on('response', (response) => {
            isAnswered = true;
            readAnswer(response).then(resolve, reject);
        });
        outgoing.on('error', reject);
        outgoing.on('close', () => {
            clearTimeout(timer);
            if (!isAnswered) reject(new AnswerError('ECONNRESET'));
        });
        // Nothing but text is sent.
        outgoing.end(typeof body === 'string' ? body : undefined);
    });
}

async function readAnswer(response: IncomingMessage): Promise<HttpResponse> {
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400) {
        response.destroy();
        throw new AnswerError('REDIRECT_NOT_FOLLOWED');
    }
    const packed = await readBytes(response, MAX_BODY_BYTES);
    if (packed === null) throw new AnswerError('ANSWER_TOO_LONG');
    const isPacked = headers['content-encoding'] === 'gzip' && packed.length > 0;
    const bytes = isPacked ? await unpack(packed, { maxOutputLength: MAX_BODY_BYTES }) : packed;
    const texts = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
    return { statusCode, headers: Object.fromEntries(texts), body: bytes.toString('utf8') };
}
