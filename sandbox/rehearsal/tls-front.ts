import { request as plainRequest } from 'node:http';
import { createServer } from 'node:https';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { selfSigned } from '../org/metadata/self-signed.ts';

/** A server that speaks TLS for one that does not. */
export interface TlsFront {
    url: string;
    /** Who trusts this trusts the front. PEM. */
    authority: string;
    close(): Promise<void>;
}

const DAY = 86_400_000;

/** Named credentials want https, which the proxy leaves to the server in front of it. */
export async function startTlsFront(target: string): Promise<TlsFront> {
    const { privateKeyPem: key, certificatePem: cert } = selfSigned({
        commonName: 'localhost',
        host: 'localhost',
        validTo: new Date(Date.now() + DAY)
    });
    const server = createServer({ key, cert }, (request, response) => {
        const { method, headers, url } = request;
        const onward = plainRequest(new URL(url ?? '/', target), { method, headers }, (answer) => {
            response.writeHead(answer.statusCode ?? 502, answer.headers);
            answer.pipe(response);
        });
        onward.on('error', () => response.destroy());
        request.pipe(onward);
    }).listen(0, 'localhost');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const close = async (): Promise<void> => {
        const closed = once(server, 'close');
        server.close();
        server.closeAllConnections();
        await closed;
    };
    return { url: `https://localhost:${port}`, authority: cert, close };
}
