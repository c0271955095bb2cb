import { setTimeout as wait } from 'node:timers/promises';
import { nativeOf, RESOLVE_ACTION, RESOLVE_PATH, versionOf } from '../contract.ts';
import { SUPERVISOR } from '../org/people.ts';
import type { Proxy } from '../stand/proxy.ts';
import { LATE_MS } from '../stand/stand.ts';
import type { Witness } from './witness.ts';

const PATIENCE_MS = LATE_MS * 1.5;
const AGAIN_MS = 80;

/**
 * Looks at the view, then at the channel, and says what it shows as soon as the view lets them: an eager one finds out
 * whether it lets them too early.
 * @param afterMs how long it takes from the look at the channel to the word
 * @returns whether they could say it
 */
export async function resolve(witness: Witness, proxy: Proxy, afterMs = 0): Promise<boolean> {
    const startedAt = performance.now();
    for (;;) {
        const view = await witness.look(proxy, SUPERVISOR);
        const version = view && versionOf(view);
        const isTooEarly = view !== null && version === null && nativeOf(view) === 'unconfirmed';
        if (view !== null && !isTooEarly && !view.actions.includes(RESOLVE_ACTION)) return false;
        if (version !== null && (await say(witness, proxy, { version, afterMs }))) return true;
        if (performance.now() - startedAt > PATIENCE_MS) return false;
        await wait(AGAIN_MS);
    }
}

/** @returns whether it was taken */
async function say(
    witness: Witness,
    proxy: Proxy,
    { version, afterMs }: { version: string; afterMs: number }
): Promise<boolean> {
    const status = witness.truth.now.isNativeBlocked ? 'blocked' : 'not-blocked';
    if (afterMs > 0) await wait(afterMs);
    const answer = await witness.call(proxy, SUPERVISOR, 'PUT', RESOLVE_PATH, { status, version });
    // 503: a process that stands still may hold a lock for longer than others wait for it.
    if (answer !== null && ![200, 409, 503].includes(answer.status)) {
        witness.violation('answer', `A supervisor's word was answered with ${answer.status}.`);
    }
    return answer?.status === 200;
}
