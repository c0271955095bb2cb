/** Whether a service answers at all: any status below 500 to a GET without credentials. Never throws. */
export async function isReachable(url: string, timeoutMs: number, send: typeof fetch = fetch): Promise<boolean> {
    try {
        const response = await send(url, { redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) });
        await response.body?.cancel();
        return response.status < 500;
    } catch {
        return false;
    }
}
