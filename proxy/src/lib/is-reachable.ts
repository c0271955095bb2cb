import https from 'node:https';
import { http } from './node-http.ts';

/** Whether a service answers at all: any status below 500 to a GET without credentials. Never throws. */
export function isReachable(url: string, timeoutMs: number): Promise<boolean> {
    return statusOf(url, timeoutMs).then(
        (status) => status < 500,
        () => false
    );
}

function statusOf(url: string, timeoutMs: number): Promise<number> {
    return new Promise((resolve, reject) => {
        const { get } = url.startsWith('https:') ? https : http;
        const request = get(url);
        const timer = setTimeout(() => request.destroy(), timeoutMs);
        request.on('response', (response) => {
            resolve(response.statusCode ?? 0);
            response.destroy();
        });
        request.on('error', reject);
        request.on('close', () => {
            clearTimeout(timer);
            reject(new Error('no answer'));
        });
    });
}
