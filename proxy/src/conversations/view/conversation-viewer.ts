import type { ConversationView } from '#contract';
import { Failure } from '../../failure.ts';
import type { ConversationId } from '../knowledge/conversation-id.ts';
import type { SnapshotReader } from '../knowledge/snapshot-reader.ts';
import type { Snapshot } from '../knowledge/known-state.ts';
import type { Caller } from '../ports.ts';
import { conversationView, type ViewOptions } from './view.ts';

/** What showing conversations needs. */
export interface ViewerParts {
    snapshots: SnapshotReader;
    options: Omit<ViewOptions, 'now'>;
    now(): Date;
}

/** Shows conversations, and changes nothing. */
export class ConversationViewer {
    readonly #parts: ViewerParts;

    constructor(parts: ViewerParts) {
        this.#parts = parts;
    }

    /**
     * The conversation as this agent may see it.
     * @throws Failure `salesforce-unavailable`, `invalid-token`, `store-unavailable`
     */
    async view(caller: Caller, id: ConversationId): Promise<ConversationView> {
        return this.show(id, caller, await this.#parts.snapshots.forView(caller, id));
    }

    /** Draws what is known, and asks nobody. */
    show(id: ConversationId, { agent }: Caller, snapshot: Snapshot): ConversationView {
        const { options, now } = this.#parts;
        return conversationView(id, agent, snapshot, { ...options, now: now() });
    }

    /**
     * Adds what holds now to a failure, where it can be had in a short time; the failure itself matters more.
     */
    async explained<T>(caller: Caller, id: ConversationId, work: () => Promise<T>): Promise<T> {
        try {
            return await work();
        } catch (error) {
            if (!(error instanceof Failure)) throw error;
            throw error.withView(await soon(this.view(caller, id).catch(() => undefined)));
        }
    }
}

/** What an error waits for to say more. */
const SOON_MS = 1_000;

function soon<T>(work: Promise<T>): Promise<T | undefined> {
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), SOON_MS);
    return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
