import { setTimeout as wait } from 'node:timers/promises';
import { RESOLVE_ACTION, RESOLVE_PATH } from '../contract.ts';
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
        if (view !== null && !view.actions.includes(RESOLVE_ACTION)) return false;
        const status = await say(witness, proxy);
        if (status === 200) return true;
        if (performance.now() - startedAt > PATIENCE_MS) return false;
        await wait(AGAIN_MS);
    }
}

/** @returns the status of the answer; null when there was none */
async function say(witness: Witness, proxy: Proxy): Promise<number | null> {
    const { truth } = witness;
    for (;;) {
        const toggles = receivedToggles(witness);
        const status = truth.now.isNativeBlocked ? 'blocked' : 'not-blocked';
        const answer = await witness.call(proxy, SUPERVISOR, 'PUT', RESOLVE_PATH, { status });
        if (answer !== null && ![200, 409].includes(answer.status)) {
            witness.violation('answer', `A supervisor's word was answered with ${answer.status}.`);
        }
        // Who looked before another operation began, and was heard after it had ended, looks again.
        const isOvertaken = answer?.status === 200 && receivedToggles(witness) > toggles;
        if (!isOvertaken) return answer?.status ?? null;
    }
}

function receivedToggles({ truth }: Witness): number {
    return truth.calls.filter(({ kind }) => kind === 'Block User').length;
}
