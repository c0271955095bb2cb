import type { TestContext } from 'node:test';
import { copyProxy, type Edit, type ProxyCopy } from '../../stand/proxy-copy.ts';

/** A copy of the proxy with edits in it; removed when the test ends. */
export async function proxyCopy(edits: readonly Edit[], t: TestContext): Promise<ProxyCopy> {
    const copy = await copyProxy(edits);
    t.after(copy.remove);
    return copy;
}

/** The same. @returns the path of its `server.ts` */
export async function proxyWith(edits: readonly Edit[], t: TestContext): Promise<string> {
    const { server } = await proxyCopy(edits, t);
    return server;
}
