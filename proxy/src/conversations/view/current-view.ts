import { Failure } from '../../lib/failure.ts';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import type { Caller } from '../ports.ts';
import type { Viewer } from './viewer.ts';

/** What an error waits for to say more. */
const SOON_MS = 1_000;

/** Adds what holds now to a failure of the work, where it can be had in a short time; the failure itself matters more. */
export async function withCurrentView<T>(
    viewer: Viewer,
    caller: Caller,
    id: ConversationId,
    work: () => Promise<T>
): Promise<T> {
    try {
        return await work();
    } catch (error) {
        if (!(error instanceof Failure)) throw error;
        throw error.withView(await soon(viewer.view(caller, id).catch(() => undefined)));
    }
}

function soon<T>(work: Promise<T>): Promise<T | undefined> {
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), SOON_MS);
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
