import { listen } from '../../sandbox/listen.ts';

/** A port of loopback that nobody listens on. */
export async function freePort(): Promise<number> {
    const { url, close } = await listen(() => {});
    await close();
    return Number(new URL(url).port);
}
