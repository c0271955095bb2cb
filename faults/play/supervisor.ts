import { setTimeout as wait } from 'node:timers/promises';
import { nativeOf, RESOLVE_ACTION, RESOLVE_PATH } from '../contract.ts';
import { SUPERVISOR } from '../org/people.ts';
import type { Proxy } from '../stand/proxy.ts';
import { LATE_MS } from '../stand/stand.ts';
import type { Witness } from './witness.ts';

const PATIENCE_MS = LATE_MS * 1.5;
const AGAIN_MS = 80;

/**
 * Says what the channel shows at that moment as soon as a proxy lets them: an eager one finds out whether it lets them
 * too early.
 * @returns whether they could say it
 */
export async function resolve(witness: Witness, proxy: Proxy): Promise<boolean> {
    const startedAt = performance.now();
    for (;;) {
        const view = await witness.look(proxy, SUPERVISOR);
        const isTooEarly = view !== null && nativeOf(view) === 'unconfirmed';
        if (view !== null && !isTooEarly && !view.actions.includes(RESOLVE_ACTION)) return false;
        const status = await say(witness, proxy);
        if (status === 200) return true;
        if (performance.now() - startedAt > PATIENCE_MS) return false;
        await wait(AGAIN_MS);
    }
}

/** @returns the status of the answer; null when there was none */
async function say(witness: Witness, proxy: Proxy): Promise<number | null> {
    for (;;) {
        const toggles = receivedToggles(witness);
        const status = isNow(witness);
        const answer = await witness.call(proxy, SUPERVISOR, 'PUT', RESOLVE_PATH, { status });
        // 503: a process that stands still may hold a lock for longer than others wait for it.
        if (answer !== null && ![200, 409, 503].includes(answer.status)) {
            witness.violation('answer', `A supervisor's word was answered with ${answer.status}.`);
        }
        // Who looked before another operation began, and was heard after it had ended, looks again.
        const isOvertaken = receivedToggles(witness) > toggles || isNow(witness) !== status;
        if (!isOvertaken || answer?.status === 409) return answer?.status ?? null;
        // Until they do, all are misled by what they said; no protocol can know when somebody looked.
        witness.isMisled = true;
    }
}

function isNow({ truth }: Witness): 'blocked' | 'not-blocked' {
    return truth.now.isNativeBlocked ? 'blocked' : 'not-blocked';
}

function receivedToggles({ truth }: Witness): number {
    return truth.calls.filter(({ kind }) => kind === 'Block User').length;
}
