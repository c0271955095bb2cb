import { setTimeout as wait } from 'node:timers/promises';
import { nativeOf, RESOLVE_PATH } from '../../contract.ts';
import { AGENTS, SUPERVISOR } from '../../org/people.ts';
import type { Witness } from '../../play/witness.ts';
import type { Proxy } from '../../stand/proxy.ts';

const [ANA, SAM] = AGENTS;
const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 50;

/** An agent blocks. */
export async function block(witness: Witness, proxy: Proxy): Promise<void> {
    await witness.call(proxy, ANA, 'PUT', '/block', { reason: 'Spam' });
}

/** Waits until the first command is in the history. */
export async function isAccepted(witness: Witness, proxy: Proxy): Promise<void> {
    await eventually(async () => (await witness.operations(proxy))?.length === 1);
}

/** Asks for an unblock until it is confirmed that the conversation is not blocked. */
export async function unblocked(witness: Witness, proxy: Proxy): Promise<void> {
    await eventually(async () => (await witness.call(proxy, SAM, 'DELETE', '/block'))?.status === 200);
}

/** @returns the status of the answer */
export async function says(witness: Witness, proxy: Proxy, status: 'blocked' | 'not-blocked'): Promise<number | null> {
    const answer = await witness.call(proxy, SUPERVISOR, 'PUT', RESOLVE_PATH, { status });
    return answer?.status ?? null;
}

/** Whether the view claims of the channel what is not true; null when not. */
export async function falseNative(witness: Witness, proxy: Proxy): Promise<string | null> {
    const view = await witness.look(proxy, ANA);
    const { isNativeBlocked } = witness.truth.now;
    const claimed = view && nativeOf(view);
    const isFalse = (claimed === 'blocked' && !isNativeBlocked) || (claimed === 'not-blocked' && isNativeBlocked);
    return isFalse
        ? `The view says "${claimed}", and the channel ${isNativeBlocked ? 'blocks' : 'does not block'}.`
        : null;
}

/** Whether the state is another than OPEN, which the last command led to, once no doubt is left; null when not. */
export async function notTheLast(witness: Witness, proxy: Proxy): Promise<string | null> {
    await eventually(async () => (await witness.look(proxy, ANA))?.state != null);
    const { state } = witness.truth.now;
    return state === 'OPEN' ? null : `The last command was to unblock, and the state is ${state}.`;
}

/** @throws Error when it never comes about */
export async function eventually(holds: () => boolean | Promise<boolean>): Promise<void> {
    const start = performance.now();
    while (!(await holds())) {
        if (performance.now() - start > PATIENCE_MS) throw new Error('It never came about.');
        await wait(LOOK_AGAIN_MS);
    }
}
